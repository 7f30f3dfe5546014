/** Which modifiers and annotations may stand where, as the platform spells them. */
export type Place = 'class' | 'interface' | 'enum' | 'field' | 'property' | 'method' | 'constructor' | 'local' | 'parameter';

export const PLURALS: Readonly<Record<Place, string>> = {
  class: 'classes',
  interface: 'interfaces',
  enum: 'enums',
  field: 'fields',
  property: 'properties',
  method: 'methods',
  constructor: 'constructors',
  local: 'locals',
  parameter: 'parameters'
};

const SPELLINGS: Readonly<Record<string, string>> = {
  testmethod: 'testMethod',
  webservice: 'webService',
  'with sharing': 'withSharing',
  'without sharing': 'withoutSharing',
  'inherited sharing': 'inheritedSharing'
};

export function spelling(word: string): string {
  return SPELLINGS[word] ?? word;
}

const ACCESS = ['global', 'public', 'private'];
const SHARING = ['with sharing', 'without sharing', 'inherited sharing'];
const VARIABLE = [...ACCESS, 'protected', 'static', 'final', 'transient', 'webservice'];

export const WORDS: Readonly<Record<Place, ReadonlySet<string>>> = {
  class: new Set([...ACCESS, ...SHARING, 'abstract', 'virtual']),
  interface: new Set([...ACCESS, 'virtual']),
  enum: new Set(ACCESS),
  field: new Set(VARIABLE),
  property: new Set(VARIABLE),
  method: new Set([...ACCESS, 'protected', 'static', 'abstract', 'virtual', 'override', 'testmethod', 'webservice']),
  constructor: new Set([...ACCESS, 'protected']),
  local: new Set(['final', 'transient']),
  parameter: new Set(['final'])
};

interface AnnotationRule {
  readonly name: string;
  readonly places: readonly Place[];
  readonly properties?: readonly string[];
}

const TYPES: readonly Place[] = ['class', 'interface', 'enum'];
const MEMBERS: readonly Place[] = ['field', 'property', 'method'];
const ANYWHERE: readonly Place[] = [...TYPES, ...MEMBERS, 'constructor'];

const RULES: readonly AnnotationRule[] = [
  { name: 'AuraEnabled', places: MEMBERS, properties: ['cacheable', 'continuation', 'scope'] },
  { name: 'Deprecated', places: ANYWHERE },
  { name: 'Future', places: ['method'], properties: ['callout'] },
  ...['HttpDelete', 'HttpGet', 'HttpPatch', 'HttpPost', 'HttpPut'].map((name) => ({ name, places: ['method'] as const })),
  {
    name: 'InvocableMethod',
    places: ['method'],
    properties: ['label', 'description', 'category', 'callout', 'configurationeditor', 'iconname', 'capabilitytype']
  },
  { name: 'InvocableVariable', places: ['field'], properties: ['label', 'description', 'required', 'defaultvalue', 'placeholdertext'] },
  { name: 'IsTest', places: ['class', 'method'], properties: ['seealldata', 'isparallel', 'oninstall', 'testfor', 'critical'] },
  { name: 'JsonAccess', places: ['class'], properties: ['serializable', 'deserializable'] },
  { name: 'NamespaceAccessible', places: ANYWHERE },
  { name: 'ReadOnly', places: ['method'], properties: ['usereplica'] },
  { name: 'RemoteAction', places: ['class', 'field', 'property', 'method', 'local'] },
  { name: 'RestResource', places: ['class', 'interface', 'enum', 'method'], properties: ['urlmapping'] },
  { name: 'SuppressWarnings', places: [...ANYWHERE, 'local', 'parameter'], properties: ['value'] },
  { name: 'TestSetup', places: ['method'] },
  { name: 'TestVisible', places: [...ANYWHERE, 'local'] }
];

/** By lower-case name. */
export const ANNOTATIONS: ReadonlyMap<string, AnnotationRule> = new Map(RULES.map((rule) => [rule.name.toLowerCase(), rule]));
