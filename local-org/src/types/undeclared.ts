import type { PlatformMethod, PlatformType } from './platform-types.ts';
import { splitArguments } from './signature.ts';

/**
 * What the platform has and the type jar leaves out. Methods are written in the notation of the type tables:
 * `static name(System.String,ANY): System.Boolean`.
 */
export interface Undeclared {
  readonly superclass?: string;
  readonly interfaces?: readonly string[];
  readonly constants?: readonly string[];
  readonly methods?: readonly string[];
  readonly constructors?: readonly (readonly string[])[];
}

const EXCEPTION: Undeclared = {
  superclass: 'System.Exception',
  constructors: [[], ['System.String'], ['System.Exception'], ['System.String', 'System.Exception']]
};
const BINDS = 'System.String,System.Map<System.String,ANY>,System.AccessLevel';

export const UNDECLARED: Readonly<Record<string, Undeclared>> = {
  'System.FormulaValidationException': EXCEPTION,
  'System.FormulaEvaluationException': EXCEPTION,
  'System.DataWeaveScriptException': EXCEPTION,
  'System.FatalCursorException': EXCEPTION,
  'System.TransientCursorException': EXCEPTION,
  'cache.Org.OrgCacheException': EXCEPTION,
  'cache.Session.SessionCacheException': EXCEPTION,
  'cache.OrgPartition': { superclass: 'cache.Partition' },
  'cache.SessionPartition': { superclass: 'cache.Partition' },
  'System.StaticResourceCalloutMock': { interfaces: ['System.HttpCalloutMock'] },
  'System.MultiStaticResourceCalloutMock': { interfaces: ['System.HttpCalloutMock'] },
  'System.Quiddity': { constants: ['UNDEFINED'] },
  'System.QueueableDuplicateSignature': { methods: ['static Builder(): System.QueueableDuplicateSignature.Builder'] },
  'Database.PaginationCursor': {
    methods: [
      'fetchPage(System.Integer,System.Integer): Database.CursorFetchResult',
      'fetchDeleted(System.Integer,System.Integer): System.Integer',
      'getNumRecords(): System.Integer'
    ]
  },
  'Database.CursorFetchResult': {
    methods: [
      'getRecords(): System.List<System.SObject>',
      'getNextIndex(): System.Integer',
      'getNumDeletedRecords(): System.Integer',
      'isDone(): System.Boolean'
    ]
  },
  'System.Database': {
    methods: [
      'static getPaginationCursor(System.String): Database.PaginationCursor',
      'static getPaginationCursor(System.String,System.AccessLevel): Database.PaginationCursor',
      `static getPaginationCursorWithBinds(${BINDS}): Database.PaginationCursor`
    ]
  }
};

const EMPTY: Omit<PlatformType, 'name'> = {
  kind: 'class',
  abstract: false,
  typeParameters: [],
  superclass: null,
  interfaces: [],
  methods: [],
  properties: [],
  constants: [],
  constructors: []
};

/** Types as declared, with what is missing from them; those that are missing altogether come last. */
export function withUndeclared(types: readonly PlatformType[]): PlatformType[] {
  const known = new Set(types.map((type) => type.name));
  const absent = Object.keys(UNDECLARED).filter((name) => !known.has(name));
  return [...types, ...absent.map((name): PlatformType => ({ name, ...EMPTY }))].map((type) => {
    const more = UNDECLARED[type.name];
    return more === undefined ? type : completed(type, more);
  });
}

function completed(type: PlatformType, more: Undeclared): PlatformType {
  return {
    ...type,
    superclass: more.superclass ?? type.superclass,
    interfaces: more.interfaces ?? type.interfaces,
    constants: [...type.constants, ...(more.constants ?? [])],
    methods: [...type.methods, ...(more.methods ?? []).map(methodOf)],
    constructors: more.constructors ?? type.constructors
  };
}

function methodOf(text: string): PlatformMethod {
  const [, isStatic, name, parameters, returns] = /^(static )?(\w+)\((.*)\): (.+)$/.exec(text)!;
  return {
    name: name!,
    static: isStatic !== undefined,
    abstract: false,
    parameters: parameters === '' ? [] : splitArguments(parameters!),
    returns: returns!
  };
}
