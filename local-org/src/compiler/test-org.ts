/** A small org in memory for the compiler's own tests: no database, no metadata on disk. */
import type { FieldModel, FieldType, ObjectKind, ObjectModel, OrgModel } from '../metadata/model.ts';
import { toDisplayString } from '../runtime/convert.ts';
import { within } from '../runtime/execution.ts';
import { freshLimits } from '../platform/limits.ts';
import type { Execution } from '../runtime/execution.ts';
import { compileOrg } from './index.ts';
import type { CompileError, Program } from './program.ts';

function field(name: string, type: FieldType, more: Partial<FieldModel> = {}): FieldModel {
  return {
    name,
    type,
    label: name,
    custom: name.endsWith('__c'),
    required: false,
    unique: false,
    caseSensitive: false,
    externalId: false,
    createable: true,
    updateable: true,
    filterable: true,
    nameField: name === 'Name',
    ...more
  };
}

function object(name: string, fields: readonly FieldModel[], more: Partial<ObjectModel> = {}): ObjectModel {
  const kind: ObjectKind = name.endsWith('__mdt') ? 'customMetadata' : name.endsWith('__c') ? 'custom' : 'standard';
  const all = [field('Id', 'Id'), field('Name', 'String'), ...fields];
  return {
    name,
    label: name,
    pluralLabel: name,
    keyPrefix: '',
    kind,
    fields: new Map(all.map((one) => [one.name.toLowerCase(), one])),
    parentRelationships: new Map(
      all.filter((one) => one.relationshipName).map((one) => [(one.relationshipName as string).toLowerCase(), one])
    ),
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

const OBJECTS: readonly ObjectModel[] = [
  object(
    'Account',
    [
      field('AnnualRevenue', 'Currency'),
      field('Industry', 'Picklist'),
      field('NumberOfEmployees', 'Integer'),
      field('Active__c', 'Boolean')
    ],
    {
      childRelationships: [
        { name: 'Contacts', childObject: 'Contact', field: 'AccountId', cascadeDelete: false },
        { name: 'Deals__r', childObject: 'Deal__c', field: 'Account__c', cascadeDelete: false }
      ],
      fieldSets: [{ name: 'Summary', label: 'Summary', fields: ['Name'] }]
    }
  ),
  object('Contact', [
    field('LastName', 'String'),
    field('Email', 'Email'),
    field('AccountId', 'Reference', { referenceTo: ['Account'], relationshipName: 'Account' })
  ]),
  object('Deal__c', [
    field('Amount__c', 'Currency'),
    field('Close__c', 'Date'),
    field('Score__c', 'Percent', { formula: 'Amount__c / 100' }),
    field('Account__c', 'Reference', { referenceTo: ['Account'], relationshipName: 'Account__r' })
  ]),
  object('Setting__c', [field('Limit__c', 'Integer')], { kind: 'customSetting', customSettingsType: 'Hierarchy' }),
  object('Route__mdt', [field('Target__c', 'String')])
];

export function testModel(sources: Readonly<Record<string, string>>, namespace = ''): OrgModel {
  return {
    root: '/',
    packageDirectories: [],
    apiVersion: 65,
    namespace,
    objects: new Map(OBJECTS.map((one) => [one.name.toLowerCase(), one])),
    apex: Object.entries(sources).map(([name, text]) => {
      const kind = /^\s*trigger\b/i.test(text) ? ('trigger' as const) : ('class' as const);
      return { path: `${name}.${kind === 'class' ? 'cls' : 'trigger'}`, name, kind, text, apiVersion: 65 };
    }),
    labels: new Map([['greeting', 'Hello']]),
    customMetadata: new Map(),
    components: new Map(),
    lwcBundles: new Map(),
    fingerprint: 'test'
  };
}

export function compiled(sources: Readonly<Record<string, string>>, namespace = ''): Program {
  const { program, errors } = compileOrg(testModel(sources, namespace));
  if (!program) throw new Error(errors.map((error) => `${error.file}:${error.line}:${error.column} ${error.message}`).join('\n'));
  return program;
}

export function execution(program: Program): Execution {
  const user = {
    id: '005000000000001AAA',
    username: 'u',
    name: 'U',
    profileId: '',
    roleId: null,
    contactId: null,
    accountId: null,
    userType: 'Standard',
    timeZone: 'UTC',
    locale: 'en_US',
    language: 'en_US'
  };
  const org = { id: '00D000000000001AAA', model: testModel({}), program };
  return {
    org,
    user,
    sharing: 'without',
    isTest: true,
    statics: new Map(),
    limits: freshLimits(),
    slots: new Map(),
    afterCommit: [],
    quiddity: 'TEST'
  } as unknown as Execution;
}

/** Calls `Main.run()` of the given sources in a transaction of its own. */
export function callMain(sources: Readonly<Record<string, string>>, namespace = ''): unknown {
  const program = compiled(sources, namespace);
  const main = program.classes.get('main');
  const method = main?.methods.find((candidate) => candidate.name === 'run');
  if (!main?.jsClass || !method) throw new Error('The sources have no Main.run()');
  const statics = main.jsClass as unknown as Record<string, () => unknown>;
  return within(execution(program), () => (statics[method.jsName] as () => unknown)());
}

/** Value of an Apex expression, or of statements that end with a return, as Apex would print it. */
export function evaluate(code: string, members = ''): string {
  const body = /\breturn\b/.test(code) ? code : `return ${code};`;
  return toDisplayString(callMain({ Main: `public class Main {\n${members}\npublic static Object run() {\n${body}\n}\n}` }));
}

export function errorsOf(sources: Readonly<Record<string, string>>): readonly CompileError[] {
  return compileOrg(testModel(sources)).errors;
}
