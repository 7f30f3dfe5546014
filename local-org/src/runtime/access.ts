/** What the running user may do, as describe calls report it. The rules live with the database, which enforces them. */
import type { UserContext } from '../org.ts';

export type ObjectAccess = 'read' | 'create' | 'edit' | 'delete';
export type FieldAccess = 'read' | 'create' | 'edit';

export interface AccessRules {
  canAccessObject(user: UserContext, object: string, access: ObjectAccess): boolean;
  canAccessField(user: UserContext, object: string, field: string, access: FieldAccess): boolean;
}

let registered: AccessRules | null = null;

/** Called once by the database part when it is loaded; the runtime cannot import it without a cycle. */
export function registerAccessRules(rules: AccessRules): void {
  registered = rules;
}

export function accessRules(): AccessRules {
  if (!registered) throw new Error('No access rules are registered: the database part is not loaded');
  return registered;
}
