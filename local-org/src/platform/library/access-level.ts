import type { AccessMode } from '../../database/database.ts';
import { defineType } from '../../runtime/library.ts';

/** System.AccessLevel: which of the two modes DML and SOQL run in. */
export class AccessLevel {
  readonly mode: AccessMode;
  constructor(mode: AccessMode) {
    this.mode = mode;
  }
  toString(): string {
    return this.mode === 'user' ? 'USER_MODE' : 'SYSTEM_MODE';
  }
}

export const USER_MODE = new AccessLevel('user');
export const SYSTEM_MODE = new AccessLevel('system');

defineType({
  name: 'System.AccessLevel',
  jsClass: AccessLevel,
  staticProperties: { USER_MODE: { get: () => USER_MODE }, SYSTEM_MODE: { get: () => SYSTEM_MODE } }
});
