/** For tests: a transaction without a database, and calls to library members as compiled code makes them. */
import type { Org, UserContext } from '../org.ts';
import type { FieldModel, ObjectModel } from '../metadata/model.ts';
import { fieldDefaults } from '../metadata/fields.ts';
import { freshLimits } from '../platform/limits.ts';
import { within } from './execution.ts';
import type { Execution } from './execution.ts';
import { libraryType } from './library.ts';
import './library/index.ts';
import { ApexException } from './values/exception.ts';

export const USER: UserContext = {
  id: '005000000000001AAA',
  username: 'rep@example.com',
  name: 'Pat Rep',
  profileId: '00e000000000001AAA',
  roleId: null,
  contactId: null,
  accountId: null,
  userType: 'Standard',
  timeZone: 'UTC',
  locale: 'en_US',
  language: 'en_US'
};

/** A field with the metadata reader's defaults for its type. */
export function field(name: string, type: FieldModel['type'], more: Partial<FieldModel> = {}): FieldModel {
  return { ...fieldDefaults(name, type), label: name, custom: name.endsWith('__c'), ...more };
}

export function object(name: string, fields: readonly FieldModel[], more: Partial<ObjectModel> = {}): ObjectModel {
  const all = [field('Id', 'Id'), ...fields];
  const parents = all.filter((candidate) => candidate.relationshipName);
  return {
    name,
    label: name,
    pluralLabel: `${name}s`,
    keyPrefix: 'a00',
    kind: name.endsWith('__c') ? 'custom' : 'standard',
    fields: new Map(all.map((candidate) => [candidate.name.toLowerCase(), candidate])),
    parentRelationships: new Map(parents.map((candidate) => [candidate.relationshipName!.toLowerCase(), candidate])),
    childRelationships: [],
    recordTypes: [],
    validationRules: [],
    fieldSets: [],
    listViews: [],
    compactLayoutFields: [],
    sharingModel: 'ReadWrite',
    externalSharingModel: 'Private',
    enableActivities: false,
    enableHistory: false,
    ...more
  };
}

interface Setting {
  readonly user?: Partial<UserContext>;
  readonly objects?: readonly ObjectModel[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly namespace?: string;
  readonly org?: Partial<Org>;
}

/** Runs `body` in a transaction of an org that has the given objects. */
export function inOrg<T>(setting: Setting, body: () => T): T {
  const model = {
    root: '',
    packageDirectories: [],
    apiVersion: 65,
    namespace: setting.namespace ?? '',
    objects: new Map((setting.objects ?? []).map((one) => [one.name.toLowerCase(), one])),
    apex: [],
    labels: new Map(Object.entries(setting.labels ?? {})),
    customMetadata: new Map(),
    components: new Map(),
    lwcBundles: new Map(),
    fingerprint: 'test'
  };
  const program = { classes: new Map(), triggers: [], resolveType: () => null };
  const org = { id: '00D000000000001AAA', model, program, ...setting.org } as unknown as Org;
  const execution: Execution = {
    org,
    user: { ...USER, ...setting.user },
    sharing: 'without',
    isTest: true,
    statics: new Map(),
    limits: freshLimits(),
    quiddity: 'RUNTEST_SYNC',
    afterCommit: [],
    slots: new Map()
  };
  return within(execution, body);
}

function member(type: string, kind: 'methods' | 'statics', name: string, arity: number): (...args: unknown[]) => unknown {
  const members = libraryType(type)?.[kind] ?? {};
  const found = members[name.toLowerCase()] ?? members[`${name.toLowerCase()}/${arity}`];
  if (!found) throw new Error(`${type}.${name} is not registered`);
  return found;
}

/** `receiver.name(args)`. */
export function call(type: string, name: string, receiver: unknown, ...args: unknown[]): unknown {
  return member(type, 'methods', name, args.length)(receiver, ...args) ?? null;
}

/** `Type.name(args)`. */
export function callStatic(type: string, name: string, ...args: unknown[]): unknown {
  return member(type, 'statics', name, args.length)(...args) ?? null;
}

/** `Type: message` of the Apex exception that `body` throws. */
export function thrown(body: () => unknown): string {
  try {
    body();
  } catch (error) {
    if (error instanceof ApexException) return error.toString();
    throw error;
  }
  throw new Error('Nothing was thrown');
}
