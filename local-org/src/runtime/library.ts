import type { ApexType } from './type.ts';

/**
 * The standard library as the compiler sees it. Signatures come from the platform type jars; what is *implemented* is
 * whatever is registered here. A member that a jar declares and nobody registered is a compile-time error naming it.
 *
 * Keys are case-insensitive member names, optionally with a parameter list to single out an overload:
 * `left`, `valueOf`, `valueOf(Datetime)`, `add(Integer,ANY)`. The compiler asks for the exact overload first, then for
 * `name/arity` (`substring/2`), then for the bare name.
 *
 * Arguments arrive converted to the declared parameter types (an Integer passed for a Decimal is a Decimal). A receiver
 * is never null: compiled code has checked. Results must be Apex values; never undefined (null for void is fine).
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the compiler has type-checked every call that reaches these
export type Implementation = (...args: any[]) => unknown;

export interface JsonForm {
  /** Members in order with the types they are read as; `null` for a member that is written only. */
  readonly members: Readonly<Record<string, ApexType | null>>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the values are those of the type this belongs to
  readonly write: (self: any) => Readonly<Record<string, unknown>>;
  readonly read: (members: Readonly<Record<string, unknown>>) => unknown;
}

export interface LibraryType {
  /** Qualified as in the jars: `System.String`, `Database.SaveResult`, `Schema.DescribeFieldResult`. */
  readonly name: string;
  readonly statics?: Readonly<Record<string, Implementation>>;
  /** First argument is the receiver. */
  readonly methods?: Readonly<Record<string, Implementation>>;
  /** Keys are parameter lists: `()`, `(Integer)`, or `*` for all. Receives the constructed ApexType first (for generics). */
  readonly constructors?: Readonly<Record<string, (type: ApexType, ...args: never[]) => unknown>>;
  /** Instance properties: `get(self)`, `set(self, value)`. Static ones: `get()`. Enum constants need no entry. */
  readonly properties?: Readonly<Record<string, { get?: Implementation; set?: Implementation }>>;
  readonly staticProperties?: Readonly<Record<string, { get?: Implementation; set?: Implementation }>>;
  /** How a value of this type looks in JSON; without it such a value cannot be serialized. */
  readonly json?: JsonForm;
  /** Its text in JSON, for a value that looks like a string there. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the values are those of the type this belongs to
  readonly jsonText?: (self: any) => string;
  /** JavaScript class whose instances are values of this type: used by instanceof, casts and type names. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- any constructor shape will do for instanceof
  readonly jsClass?: abstract new (...args: any[]) => unknown;
}

const types = new Map<string, LibraryType>();

/** Registers a platform type. The same type may be registered in several parts; a member twice is a programming error. */
export function defineType(part: LibraryType): void {
  const key = part.name.toLowerCase();
  const known = types.get(key);
  types.set(key, known ? merge(known, part) : lowerKeys(part));
}

const families: [prefix: string, resolve: (key: string) => LibraryType | null][] = [];

/** Registers types of one namespace when they are first asked for: `resolve` gets the lower-case name. */
export function defineFamily(prefix: string, resolve: (key: string) => LibraryType | null): void {
  families.push([prefix.toLowerCase(), resolve]);
}

/** The registered part of a platform type, with lower-case member keys; undefined when nothing of it is implemented. */
export function libraryType(qualifiedName: string): LibraryType | undefined {
  const key = qualifiedName.toLowerCase();
  const known = types.get(key);
  if (known) return known;
  for (const [prefix, resolve] of families) {
    const part = key.startsWith(prefix) ? resolve(key) : null;
    if (!part) continue;
    defineType(part);
    return types.get(key);
  }
  return undefined;
}

export function libraryTypes(): IterableIterator<LibraryType> {
  return types.values();
}

type Member = 'statics' | 'methods' | 'constructors' | 'properties' | 'staticProperties';
const MEMBERS: readonly Member[] = ['statics', 'methods', 'constructors', 'properties', 'staticProperties'];

function lowerKeys(part: LibraryType): LibraryType {
  const result: Record<string, unknown> = { ...part };
  for (const member of MEMBERS) {
    const entries = part[member];
    if (entries)
      result[member] = Object.fromEntries(Object.entries(entries).map(([key, value]) => [key.toLowerCase().replaceAll(' ', ''), value]));
  }
  return result as unknown as LibraryType;
}

function merge(known: LibraryType, part: LibraryType): LibraryType {
  const added = lowerKeys(part);
  const result: Record<string, unknown> = { ...known, ...(part.jsClass ? { jsClass: part.jsClass } : {}) };
  for (const member of MEMBERS) {
    for (const key of Object.keys(added[member] ?? {})) {
      if (known[member] && key in known[member]) throw new Error(`${part.name}.${key} is registered twice`);
    }
    if (added[member]) result[member] = { ...known[member], ...added[member] };
  }
  return result as unknown as LibraryType;
}
