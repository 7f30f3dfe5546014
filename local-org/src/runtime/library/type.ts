import { apexHashCode } from '../equality.ts';
import { construct } from '../call.ts';
import { current } from '../execution.ts';
import { defineType, libraryType } from '../library.ts';
import { isAssignable } from '../assignable.ts';
import { isList, isMap, isSet, SOBJECT } from '../interning.ts';
import { newRow } from '../rows.ts';
import { findObject, tokenFor } from '../schema/tokens.ts';
import { ApexList } from '../values/list.ts';
import { ApexMap } from '../values/map.ts';
import { ApexSet } from '../values/set.ts';
import { throwApex } from '../values/exception.ts';
import { TypeToken } from '../values/type-token.ts';

/** A type by name, null when there is none. A namespace is this org's own, or nothing is found. */
function forName(...args: (string | null)[]): TypeToken | null {
  const name = args[args.length - 1] ?? null;
  const namespace = args.length === 2 ? args[0] : null;
  if (name === null) return throwApex('System.NullPointerException', 'Argument cannot be null.');
  const { program, model } = current().org;
  if (namespace && !['system', model.namespace.toLowerCase()].includes(namespace.toLowerCase())) {
    const type = program.resolveType(`${namespace}.${name}`);
    return type && TypeToken.of(type);
  }
  const type = program.resolveType(name.trim());
  return type && TypeToken.of(type);
}

function newInstance(token: TypeToken): unknown {
  const { type } = token;
  if (type.classInfo) return construct(type.classInfo);
  if (isList(type)) return new ApexList(type.args[0]!);
  if (isSet(type)) return new ApexSet(type.args[0]!);
  if (isMap(type)) return new ApexMap(type.args[0]!, type.args[1]!);
  if (type.kind === 'sobject' && type !== SOBJECT) return newRow(type.name);
  const constructor =
    type.kind === 'platform' ? (libraryType(type.name)?.constructors?.['()'] ?? libraryType(type.name)?.constructors?.['*']) : undefined;
  return constructor ? constructor(type) : throwApex('System.TypeException', `Type cannot be constructed: ${token.toString()}`);
}

defineType({
  name: 'System.Type',
  jsClass: TypeToken,
  statics: { forName },
  methods: {
    getName: (token: TypeToken) => token.toString(),
    toString: (token: TypeToken) => token.toString(),
    newInstance,
    equals: (token: TypeToken, other: unknown) => token === other,
    hashCode: (token: TypeToken) => apexHashCode(token.toString()),
    isAssignableFrom: (token: TypeToken, other: TypeToken) => isAssignable(other.type, token.type)
  },
  properties: {
    SObjectType: {
      get: (token: TypeToken) => {
        const object = token.type.kind === 'sobject' ? findObject(token.type.name) : null;
        return object && tokenFor(object);
      }
    }
  }
});
