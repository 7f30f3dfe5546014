import type { OrgModel } from './metadata/model.ts';
import type { Database } from './database/database.ts';
import type { Platform } from './platform/platform.ts';
import type { Program } from './compiler/program.ts';

/** The running user as Apex, sharing and field-level security see it. Rebuilt when its assignments change. */
export interface UserContext {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly profileId: string;
  readonly roleId: string | null;
  readonly contactId: string | null;
  readonly accountId: string | null;
  /** `Standard`, `PowerPartner`, `AutomatedProcess`, … as User.UserType. */
  readonly userType: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly language: string;
}

/** One running org: its metadata, its compiled program, its rows and its platform services. */
export interface Org {
  readonly id: string;
  readonly model: OrgModel;
  readonly program: Program;
  readonly database: Database;
  readonly platform: Platform;
}
