import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Program, TriggerInfo } from '../../compiler/program.ts';
import { loadModel } from '../../metadata/load.ts';
import type { OrgModel } from '../../metadata/model.ts';
import type { Org, UserContext } from '../../org.ts';
import { freshLimits } from '../../platform/limits.ts';
import { within } from '../../runtime/execution.ts';
import type { Execution } from '../../runtime/execution.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import type { LocalDatabase } from '../engine.ts';
import { openDatabase } from '../open.ts';

/** A project folder written from `path → content`; the caller removes it through `remove`. */
export function writeProject(files: Readonly<Record<string, string>>): { root: string; remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'local-org-'));
  const all = {
    'sfdx-project.json': JSON.stringify({ packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '65.0' }),
    'force-app/.keep': '',
    ...files
  };
  for (const [path, content] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

export function objectXml(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">${body}</CustomObject>`;
}

export function fieldXml(name: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>${name}</fullName><label>${name.replace(/__c$/, '').replaceAll('_', ' ')}</label>${body}</CustomField>`;
}

/** Files of one custom object: its definition and its fields by name. */
export function objectFiles(
  name: string,
  definition: string,
  fields: Readonly<Record<string, string>>,
  folder = 'force-app/objects'
): Record<string, string> {
  const files: Record<string, string> = {};
  if (definition !== '') files[`${folder}/${name}/${name}.object-meta.xml`] = objectXml(definition);
  for (const [field, body] of Object.entries(fields)) files[`${folder}/${name}/fields/${field}.field-meta.xml`] = fieldXml(field, body);
  return files;
}

export const DEFINITION =
  '<label>Thing</label><pluralLabel>Things</pluralLabel><nameField><label>Thing Name</label><type>Text</type></nameField><deploymentStatus>Deployed</deploymentStatus><sharingModel>Private</sharingModel><externalSharingModel>Private</externalSharingModel>';

export interface TestOrg {
  readonly model: OrgModel;
  readonly database: LocalDatabase;
  readonly triggers: TriggerInfo[];
  /** Runs `body` in a transaction as a user (the administrator unless said otherwise). */
  run<T>(body: (execution: Execution) => T, options?: { user?: UserContext; sharing?: 'with' | 'without' }): T;
  user(id: string): UserContext;
  adminId: string;
  close(): void;
}

const models = new Map<string, OrgModel>();

/** Loading a project costs more than opening a database: orgs of the same files share a model. */
function modelOf(files: Readonly<Record<string, string>>): OrgModel {
  const key = JSON.stringify(files);
  let model = models.get(key);
  if (!model) {
    const project = writeProject(files);
    models.set(key, (model = loadModel(project.root)));
    project.remove();
  }
  return model;
}

export function openTestOrg(files: Readonly<Record<string, string>>): TestOrg {
  const model = modelOf(files);
  const { database, organizationId } = openDatabase(model);
  const triggers: TriggerInfo[] = [];
  const program: Program = { classes: new Map(), triggers, resolveType: () => null } as unknown as Program;
  const org = {
    id: organizationId,
    model,
    program,
    database,
    platform: { isLocked: () => false, publishEvents: () => undefined }
  } as unknown as Org;
  const user = (id: string): UserContext => readUser(database, id);
  const adminId = String(database.store.get(`SELECT "Id" FROM "User" WHERE "Username" = 'admin@local.org'`)![0]);
  return {
    model,
    database,
    triggers,
    adminId,
    user,
    run: (body, options = {}) => {
      const execution: Execution = {
        org,
        user: options.user ?? user(adminId),
        sharing: options.sharing ?? 'without',
        isTest: false,
        statics: new Map(),
        limits: freshLimits(),
        quiddity: 'SYNCHRONOUS',
        afterCommit: [],
        slots: new Map()
      };
      return within(execution, () => database.transaction(() => body(execution)));
    },
    close: () => database.close()
  };
}

function readUser(database: LocalDatabase, id: string): UserContext {
  const row = database.store.get(
    'SELECT u."Username", u."Name", u."ProfileId", u."UserRoleId", u."ContactId", c."AccountId", u."UserType" FROM "User" u LEFT JOIN "Contact" c ON c."Id" = u."ContactId" WHERE u."Id" = ?',
    [id]
  );
  if (!row) throw new Error(`No user ${id}`);
  const [username, name, profileId, roleId, contactId, accountId, userType] = row as (string | null)[];
  return {
    id,
    username: username!,
    name: name ?? '',
    profileId: profileId!,
    roleId: roleId ?? null,
    contactId: contactId ?? null,
    accountId: accountId ?? null,
    userType: userType ?? 'Standard',
    timeZone: 'America/Los_Angeles',
    locale: 'en_US',
    language: 'en_US'
  };
}

export function row(objectName: string, values: Readonly<Record<string, unknown>>): SObject {
  return new SObject(objectName, values);
}
