import { current } from '../../runtime/execution.ts';
import type { ApexType, ClassInfo, FieldInfo } from '../../runtime/type.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import type { ObjectModel } from '../../metadata/model.ts';
import type { Engine } from '../dml/work.ts';
import { FUNCTIONS } from './functions.ts';
import { interpret, LAZY_FUNCTIONS } from './interpreter.ts';
import type { FormulaScope } from './interpreter.ts';
import { callsOf, FormulaError, parseFormula, pathsOf } from './parse.ts';
import type { FormulaNode } from './parse.ts';
import { RecordScope } from './scope.ts';
import { fromApex, text } from './values.ts';
import type { FormulaValue } from './values.ts';

/** A formula that Apex builds at run time over an SObject type or over a global class. */
export class ApexFormula {
  private readonly parts: readonly (string | FormulaNode)[];
  private readonly template: boolean;
  private readonly blankAsZero: boolean;

  /** Throws FormulaError when the formula cannot be read or names what the type does not have. */
  constructor(source: string, type: ApexType, { template, blankAsZero }: { readonly template: boolean; readonly blankAsZero: boolean }) {
    this.template = template;
    this.blankAsZero = blankAsZero;
    this.parts = template ? templateParts(source) : [parseFormula(source)];
    for (const node of this.nodes()) {
      for (const name of callsOf(node))
        if (!Object.hasOwn(FUNCTIONS, name) && !LAZY_FUNCTIONS.has(name))
          throw new FormulaError(`Unknown function ${name}. Check spelling.`);
    }
    for (const path of this.paths()) checkPath(type, path);
  }

  referencedFields(): string[] {
    return [...new Set(this.paths().map((path) => path.join('.')))];
  }

  evaluate(context: unknown): FormulaValue {
    const scope = new ValueScope(context, this.blankAsZero);
    if (!this.template) return interpret(this.parts[0] as FormulaNode, scope);
    return this.parts.map((part) => (typeof part === 'string' ? part : text(interpret(part, scope)))).join('');
  }

  private nodes(): FormulaNode[] {
    return this.parts.filter((part) => typeof part !== 'string');
  }

  private paths(): (readonly string[])[] {
    return this.nodes()
      .flatMap(pathsOf)
      .filter((path) => !path[0]!.startsWith('$') && !(path.length === 1 && /^(true|false|null)$/i.test(path[0]!)));
  }
}

/** `Dear {!name}` as text and formulas. */
function templateParts(source: string): (string | FormulaNode)[] {
  return source
    .split(/(\{![^}]*\})/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('{!') ? parseFormula(part.slice(2, -1)) : part));
}

function checkPath(type: ApexType, path: readonly string[]): void {
  const [first = '', ...rest] = path;
  if (type.kind === 'sobject') return checkFields(objectNamed(type.name), path);
  const field = type.classInfo ? memberNamed(type.classInfo, first) : null;
  // The platform reads an Apex object from outside its namespace.
  if (!field || field.access !== 'global') throw new FormulaError(`Field ${first} does not exist. Check spelling.`);
  if (rest.length > 0) checkPath(field.type, rest);
}

function checkFields(object: ObjectModel, path: readonly string[]): void {
  const [first = '', ...rest] = path;
  const known =
    rest.length === 0 ? object.fields.has(first.toLowerCase()) : object.parentRelationships.get(first.split(':')[0]!.toLowerCase());
  if (!known) throw new FormulaError(`Field ${first} does not exist. Check spelling.`);
  if (known === true) return;
  const target = first.split(':')[1] ?? known.referenceTo?.[0];
  if (target !== undefined) checkFields(objectNamed(target), rest);
}

function objectNamed(name: string): ObjectModel {
  const object = current().org.model.objects.get(name.toLowerCase());
  if (!object) throw new FormulaError(`Object ${name} does not exist`);
  return object;
}

function memberNamed(info: ClassInfo, name: string): FieldInfo | null {
  const key = name.toLowerCase();
  const own = info.fields.find((field) => !field.static && field.name.toLowerCase() === key);
  return own ?? (info.superclass?.classInfo ? memberNamed(info.superclass.classInfo, name) : null);
}

/** Names of a formula over an Apex value. There is no save, so nothing is new and nothing changed. */
class ValueScope implements FormulaScope {
  readonly isNew = false;
  readonly hasPrior = false;
  private readonly context: unknown;
  private readonly blankAsZero: boolean;

  constructor(context: unknown, blankAsZero: boolean) {
    this.context = context;
    this.blankAsZero = blankAsZero;
  }

  prior(): FormulaValue {
    return null;
  }

  resolve(path: readonly string[]): FormulaValue {
    if (path[0]!.startsWith('$')) return this.records(objectNamed('Organization'), new Map()).resolve(path);
    return this.read(this.context, path);
  }

  private read(value: unknown, path: readonly string[]): FormulaValue {
    if (value === null || value === undefined) return null;
    if (value instanceof SObject)
      return path.length === 0 ? fromApex(value.get('Id')) : this.records(objectNamed(value.objectName), value.values).resolve(path);
    const [first, ...rest] = path;
    if (first === undefined) return fromApex(value);
    const info = (value as { classInfo?: ClassInfo }).classInfo;
    const field = info ? memberNamed(info, first) : null;
    if (!field) throw new FormulaError(`Field ${first} does not exist. Check spelling.`);
    return this.read((value as Record<string, unknown>)[field.jsName], rest);
  }

  private records(object: ObjectModel, values: ReadonlyMap<string, unknown>): RecordScope {
    return new RecordScope(current().org.database as unknown as Engine, object, { values }, this.blankAsZero);
  }
}
