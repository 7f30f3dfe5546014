import type { Implementation, LibraryType } from '../runtime/library.ts';
import { libraryType } from '../runtime/library.ts';
import type { ApexType } from '../runtime/type.ts';
import { nameOf, platformParents, tableName, withoutArguments } from './known-types.ts';

type Member = 'statics' | 'methods' | 'constructors' | 'properties' | 'staticProperties';

/** Spellings under which an overload may be registered, most exact first. */
function keysFor(name: string, declared: readonly string[]): string[] {
  const lower = name.toLowerCase();
  const full = declared.map((parameter) => spelled(parameter));
  const short = full.map((parameter) => parameter.replace(/\b[a-z0-9_]+\.(?=[a-z])/g, ''));
  const bare = short.map(withoutArguments);
  const lists = [...new Set([full, short, bare].map((parameters) => `${lower}(${parameters.join(',')})`))];
  return [...lists, `${lower}/${declared.length}`, lower];
}

function spelled(parameter: string): string {
  return parameter
    .replace(/%\w+/g, 'ANY')
    .replace(/System\./g, '')
    .replace(/SObjects\./g, '')
    .replace(/\s/g, '')
    .toLowerCase();
}

/** The implementation of a declared library member, looked for on the type and then on what it extends. */
export function findMember(
  type: ApexType,
  member: 'statics' | 'methods',
  name: string,
  declared: readonly string[]
): Implementation | null {
  return search(type, (part) => {
    const entries = part[member];
    if (!entries) return null;
    for (const key of keysFor(name, declared)) {
      const found = own(entries, key);
      if (found) return found;
    }
    return null;
  });
}

export function findConstructor(type: ApexType, declared: readonly string[]): ((type: ApexType, ...args: never[]) => unknown) | null {
  const entries = partOf(type)?.constructors;
  if (!entries) return null;
  const keys = keysFor('', declared).filter((key) => key.startsWith('('));
  for (const key of [...keys, `/${declared.length}`, '*']) {
    const found = own(entries, key);
    if (found) return found;
  }
  return null;
}

export function findProperty(
  type: ApexType,
  member: 'properties' | 'staticProperties',
  name: string
): { get?: Implementation; set?: Implementation } | null {
  return search(type, (part) => (part[member] ? own(part[member], name.toLowerCase()) : null));
}

function own<T>(entries: Readonly<Record<string, T>>, key: string): T | null {
  return Object.hasOwn(entries, key) ? (entries[key] as T) : null;
}

function partOf(type: ApexType): LibraryType | undefined {
  const name = tableName(type);
  return name === null ? undefined : libraryType(name);
}

function search<T>(type: ApexType, look: (part: LibraryType) => T | null): T | null {
  const part = partOf(type);
  const found = part ? look(part) : null;
  if (found) return found;
  for (const parent of platformParents(type)) {
    const inherited = search(parent, look);
    if (inherited) return inherited;
  }
  return null;
}

/** `System.String.left(Integer)` as the message about a missing member names it. */
export function missingMember(type: ApexType, name: string, parameters: readonly ApexType[] | null): string {
  const owner = tableName(type) ?? nameOf(type);
  return `Not implemented in the local org: ${owner}.${name}${parameters ? `(${parameters.map(nameOf).join(', ')})` : ''}`;
}

export type { Member };
