import type { OrgModel } from '../metadata/model.ts';
import type { Position, TypeRef } from '../parser/ast.ts';
import type { ApexType } from '../runtime/type.ts';
import { ANY, PRIMITIVES, SOBJECT, VOID, listOf, mapOf, setOf, sobjectType } from '../runtime/types.ts';
import { loadPlatformTypes } from '../types/platform-types.ts';
import type { CompileError } from './program.ts';
import { Problem, fail } from './problem.ts';
import { declarationOf, platformNamed } from './known-types.ts';
import { Schema } from './schema.ts';
import type { ClassSymbol } from './symbols.ts';

/** One compilation of an org: its classes, its schema, the errors found so far. */
export class Compilation {
  readonly model: OrgModel;
  readonly schema: Schema;
  /** Top-level classes by lower-case name. */
  readonly classes = new Map<string, ClassSymbol>();
  readonly bySymbolType = new Map<ApexType, ClassSymbol>();
  readonly errors: CompileError[] = [];
  /** Files that could not be parsed, by the lower-case name of the class that each would have declared. */
  readonly unparsed = new Map<string, string>();
  /** Files that name such a class, and which file that is: what cannot be found there is no error of theirs. */
  readonly waitingFor = new Map<string, string>();

  constructor(model: OrgModel) {
    this.model = model;
    this.schema = new Schema(model);
  }

  symbolOf(type: ApexType): ClassSymbol | null {
    return this.bySymbolType.get(type) ?? null;
  }

  /** Whether any class of the org declares an overriding method of that name: then a call on an exception may mean it. */
  isOverriddenSomewhere(name: string): boolean {
    const key = name.toLowerCase();
    for (const symbol of this.bySymbolType.values()) if (symbol.methods.get(key)?.some((method) => method.override)) return true;
    return false;
  }

  report(file: string, position: Position, message: string): void {
    const unparsed = this.unparsedIn(message);
    if (unparsed !== undefined) {
      this.waitingFor.set(file, unparsed);
      return;
    }
    this.errors.push({ file, line: position.line, column: position.column, message });
  }

  /** The file that could not be parsed whose class a message misses. */
  private unparsedIn(message: string): string | undefined {
    const missing = /^(?:Variable does not exist|Invalid type): (\w+)/.exec(message)?.[1];
    return missing === undefined ? undefined : this.unparsed.get(missing.toLowerCase());
  }

  /**
   * Records an error of one statement or initialiser. Gives the statement to emit in its place: in a partial program it
   * refuses when it is reached, and what does not reach it runs.
   */
  contain(file: string, { line, column }: Position, message: string): string {
    const error: CompileError = { file, line, column, message, contained: true };
    const unparsed = this.unparsedIn(message);
    if (unparsed === undefined) this.errors.push(error);
    // Of what is named here no more is known than why its file could not be read.
    const cause = this.errors.find((each) => each.file === unparsed) ?? error;
    return `$.refuse(${JSON.stringify(`Does not compile: ${this.describe(cause)}`)});`;
  }

  /** An error on one line, its file as seen from the project. */
  describe({ file, line, message }: CompileError): string {
    const root = `${this.model.root}/`;
    return `${file.startsWith(root) ? file.slice(root.length) : file}:${line} ${message}`;
  }

  /** Runs `body`; a Problem it raises is recorded for `file` and gives `fallback`. */
  collect<T>(file: string, fallback: T, body: () => T): T {
    try {
      return body();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.report(file, error.position, error.message);
      return fallback;
    }
  }

  resolve(reference: TypeRef, scope: ClassSymbol | null): ApexType {
    const type = this.lookup(reference, scope);
    if (!type) return fail(reference, this.whyNoType(reference, scope));
    if (depthOf(type) > DEEPEST)
      fail(reference, `Exceeded max parameterized type depth: ${typeText(reference)}, depth: ${depthOf(type) - 1}`);
    const last = reference.parts[reference.parts.length - 1] as TypeRef['parts'][number];
    if (type.kind === 'collection' && last.args.length === 0 && reference.dimensions === 0)
      fail(reference, `No type arguments provided for a parameterized type: ${last.name}`);
    return type;
  }

  private whyNoType(reference: TypeRef, scope: ClassSymbol | null): string {
    const last = reference.parts[reference.parts.length - 1] as TypeRef['parts'][number];
    const bare = reference.parts.map((part) => part.name);
    const generic = last.args.length > 0 ? this.named(bare, scope) : null;
    if (!generic) return `Invalid type: ${typeText(reference)}`;
    const taken = generic.kind === 'collection' ? generic.args.length : (declarationOf(generic)?.table.typeParameters.length ?? 0);
    if (taken === 0) return `Type arguments provided for a non-parameterized type: ${last.name}`;
    return `Invalid type argument count for ${last.name}: expected ${taken} but found ${last.args.length}`;
  }

  /** The API version a source file is compiled as. */
  apiVersion(file: string): number {
    return this.model.apex.find(({ path }) => path === file)?.apiVersion ?? this.model.apiVersion;
  }

  /** The type a reference names, null when there is none. */
  lookup(reference: TypeRef, scope: ClassSymbol | null): ApexType | null {
    let type = this.lookupNamed(reference, scope);
    for (let dimension = 0; type && dimension < reference.dimensions; dimension++) type = listOf(type);
    return type;
  }

  private lookupNamed(reference: TypeRef, scope: ClassSymbol | null): ApexType | null {
    const last = reference.parts[reference.parts.length - 1] as TypeRef['parts'][number];
    if (last.args.length === 0)
      return this.named(
        reference.parts.map((part) => part.name),
        scope
      );
    const args = last.args.map((arg) => this.resolve(arg, scope));
    const names = reference.parts.map((part) => part.name.toLowerCase());
    const simple = names.length === 2 && names[0] === 'system' ? names[1] : names.length === 1 ? names[0] : null;
    if (simple === 'list' && args.length === 1) return listOf(args[0] as ApexType);
    if (simple === 'set' && args.length === 1) return setOf(args[0] as ApexType);
    if (simple === 'map' && args.length === 2) return mapOf(args[0] as ApexType, args[1] as ApexType);
    const key = names.length === 1 ? `system.${names[0]}` : names.join('.');
    const declared = loadPlatformTypes().get(key);
    if (!declared || declared.typeParameters.length !== args.length) return null;
    return platformNamed(key, args);
  }

  /** Resolves a dotted name to a type; `scope` is the class in which it is written. */
  named(names: readonly string[], scope: ClassSymbol | null): ApexType | null {
    const keys = names.map((name) => name.toLowerCase());
    return this.userType(keys, scope) ?? this.withoutNamespace(keys, scope) ?? this.platformOrRow(keys);
  }

  private withoutNamespace(keys: readonly string[], scope: ClassSymbol | null): ApexType | null {
    const namespace = this.model.namespace.toLowerCase();
    if (!namespace || keys.length < 2 || keys[0] !== namespace) return null;
    return this.userType(keys.slice(1), scope) ?? this.platformOrRow(keys.slice(1));
  }

  private userType(keys: readonly string[], scope: ClassSymbol | null): ApexType | null {
    const [first, second, ...rest] = keys;
    if (first === undefined || rest.length > 0) return null;
    const found = this.visibleInner(first, scope) ?? this.classes.get(first) ?? null;
    if (second === undefined) return found?.type ?? null;
    return found ? (this.innerOf(found, second)?.type ?? null) : null;
  }

  /** An inner class written by its simple name: of this class, its superclasses, the enclosing class, and that one's superclasses. */
  private visibleInner(key: string, scope: ClassSymbol | null): ClassSymbol | null {
    for (let place = scope; place; place = place.outer) {
      if (place.simpleName.toLowerCase() === key) return place;
      const inner = this.innerOf(place, key);
      if (inner) return inner;
    }
    return null;
  }

  private innerOf(symbol: ClassSymbol, key: string): ClassSymbol | null {
    const seen = new Set<ClassSymbol>();
    for (
      let place: ClassSymbol | null = symbol;
      place && !seen.has(place);
      place = place.superclass ? this.symbolOf(place.superclass) : null
    ) {
      seen.add(place);
      const inner = place.inner.get(key);
      if (inner) return inner;
    }
    return null;
  }

  private platformOrRow(keys: readonly string[]): ApexType | null {
    const [first, second, third] = keys;
    if (first === undefined || keys.length > 3) return null;
    if (second === undefined) {
      if (first === 'object') return ANY;
      if (first === 'void') return VOID;
      if (first === 'sobject') return SOBJECT;
      const primitive = PRIMITIVES.get(first);
      if (primitive) return primitive;
      // Names that are both a row and a System class mean the row unless qualified.
      const row = this.schema.objectName(first);
      const system = platformNamed(`system.${first}`, []);
      if (row && (!system || ROWS_BEFORE_CLASSES.has(first))) return sobjectType(row);
      return system ?? platformNamed(`schema.${first}`, []) ?? (row ? sobjectType(row) : null);
    }
    if (third !== undefined) return platformNamed(keys.join('.'), []);
    if (first === 'system' && second === 'object') return ANY;
    if (first === 'schema' || first === 'sobject') {
      const known = platformNamed(keys.join('.'), []);
      if (known) return known;
      const row = this.schema.objectName(second);
      return row ? sobjectType(row) : null;
    }
    // `Database.Batchable` written inside System: `DmlOptions.EmailHeader` needs its namespace, `System.X` does not.
    return platformNamed(keys.join('.'), []) ?? platformNamed(`system.${keys.join('.')}`, []);
  }
}

const ROWS_BEFORE_CLASSES = new Set(['businesshours', 'site', 'network', 'name']);

const DEEPEST = 9;

function depthOf(type: ApexType): number {
  return type.args.reduce((deepest, arg) => Math.max(deepest, depthOf(arg) + 1), 0);
}

export function typeText(reference: TypeRef): string {
  const text = reference.parts.map((part) => part.name + (part.args.length > 0 ? `<${part.args.map(typeText).join(',')}>` : '')).join('.');
  return text + '[]'.repeat(reference.dimensions);
}
