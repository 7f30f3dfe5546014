import type { Annotation, ApexType, ClassInfo, MethodInfo } from '../runtime/type.ts';
import { STRING, VOID, platformType } from '../runtime/types.ts';
import { ApexEnum } from '../runtime/values/enum.ts';
import type {
  AnnotationNode,
  FieldDeclaration,
  Member,
  MethodDeclaration,
  Modifiers,
  Parameter,
  PropertyDeclaration,
  TypeDeclaration
} from '../parser/ast.ts';
import type { Compilation } from './compilation.ts';
import { nameOf } from './known-types.ts';
import { checkIdentifier } from './identifiers.ts';
import { fail } from './problem.ts';
import type { Access, ClassSymbol, ConstructorSymbol, FieldSymbol, MethodSymbol } from './symbols.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
export type MutableInfo = Mutable<ClassInfo>;

function accessOf(modifiers: Modifiers, fallback: Access): Access {
  for (const word of ['global', 'webservice', 'public', 'protected', 'private'] as const) {
    if (modifiers.words.includes(word)) return word === 'webservice' ? 'global' : word;
  }
  return fallback;
}

function annotationsOf(modifiers: Modifiers): Annotation[] {
  const result: Annotation[] = modifiers.annotations.map(({ name, parameters }: AnnotationNode) => ({ name, parameters }));
  // The keyword is the older spelling of the annotation.
  if (modifiers.words.includes('testmethod')) result.push({ name: 'istest', parameters: {} });
  return result;
}

function has(annotations: readonly Annotation[], name: string): boolean {
  return annotations.some((annotation) => annotation.name === name);
}

/** First pass: every type gets its symbol and its run-time type, so that names can be resolved in any order. */
export function declareType(compilation: Compilation, file: string, declaration: TypeDeclaration, outer: ClassSymbol | null): ClassSymbol {
  const name = outer ? `${outer.name}.${declaration.name}` : declaration.name;
  const annotations = annotationsOf(declaration.modifiers);
  const words = declaration.modifiers.words;
  const sharing = words.includes('with sharing')
    ? 'with'
    : words.includes('without sharing')
      ? 'without'
      : words.includes('inherited sharing')
        ? 'inherited'
        : 'none';
  const type: Mutable<ApexType> = { name, kind: declaration.kind, args: [] };
  const info: MutableInfo = {
    name,
    namespace: compilation.model.namespace,
    kind: declaration.kind,
    type,
    superclass: null,
    interfaces: [],
    abstract: words.includes('abstract') || declaration.kind !== 'class',
    access: accessOf(declaration.modifiers, 'private'),
    sharing,
    annotations,
    fields: [],
    methods: [],
    constructors: [],
    file,
    line: declaration.line,
    jsClass: null
  };
  type.classInfo = info;
  const values = declaration.constants.map((constant, ordinal) => new ApexEnum(type, constant.name, ordinal));
  if (declaration.kind === 'enum') info.constants = values;
  const names = declaration.constants.map((constant) => constant.name.toLowerCase());
  const repeated = declaration.constants.find((constant, index) => names.indexOf(constant.name.toLowerCase()) !== index);
  if (repeated) compilation.report(file, declaration, `Duplicate field: ${repeated.name}`);
  compilation.collect(file, undefined, () => checkIdentifier(declaration, declaration.name, 'type'));
  for (const constant of declaration.constants) compilation.collect(file, undefined, () => checkIdentifier(constant, constant.name));
  const symbol: ClassSymbol = {
    line: declaration.line,
    column: declaration.column,
    name,
    simpleName: declaration.name,
    outer,
    file,
    declaration,
    type,
    info,
    annotations,
    access: accessOf(declaration.modifiers, 'private'),
    abstract: info.abstract,
    virtual: words.includes('virtual') || words.includes('abstract'),
    isTest: has(annotations, 'istest') || (outer?.isTest ?? false),
    superclass: null,
    interfaces: [],
    bridges: new Map(),
    inner: new Map(),
    fields: new Map(),
    methods: new Map(),
    constructors: [],
    initializers: [],
    constants: declaration.constants.map((constant) => constant.name),
    values
  };
  compilation.bySymbolType.set(type, symbol);
  for (const member of declaration.members) {
    if (member.kind !== 'type') continue;
    const key = member.declaration.name.toLowerCase();
    if (key === name.toLowerCase()) compilation.report(file, member.declaration, `Type name already in use: ${member.declaration.name}`);
    if (outer) compilation.report(file, member.declaration, 'Inner types are not allowed to have inner types');
    else if (symbol.inner.has(key))
      compilation.report(file, member.declaration, `Type name already in use: ${name}.${member.declaration.name}`);
    else symbol.inner.set(key, declareType(compilation, file, member.declaration, symbol));
  }
  return symbol;
}

/** Third pass: members with their types. */
export function declareMembers(compilation: Compilation, symbol: ClassSymbol): void {
  for (const member of symbol.declaration.members) {
    compilation.collect(symbol.file, undefined, () => declareMember(compilation, symbol, member));
  }
  if (symbol.declaration.kind === 'class') addImplicitConstructors(symbol);
  const info = symbol.info as MutableInfo;
  info.fields = [...symbol.fields.values()].map((field) => ({
    name: field.name,
    jsName: field.jsName,
    type: field.type,
    static: field.static,
    transient: field.transient,
    property: field.accessors,
    access: field.access,
    annotations: field.annotations
  }));
  info.methods = [...symbol.methods.values()].flat().map(infoOf);
  info.constructors = symbol.constructors.map((constructor) => ({
    jsName: constructor.jsName,
    parameters: constructor.parameters.map((parameter) => parameter.type),
    access: constructor.access
  }));
  for (const inner of symbol.inner.values()) declareMembers(compilation, inner);
}

function infoOf({ name, jsName, parameters, returns, static: isStatic, abstract, access, annotations, line }: MethodSymbol): MethodInfo {
  return { name, jsName, parameters, returns, static: isStatic, abstract, access, annotations, line };
}

function declareMember(compilation: Compilation, symbol: ClassSymbol, member: Member): void {
  switch (member.kind) {
    case 'field':
    case 'property':
      return declareField(compilation, symbol, member);
    case 'method':
      return declareMethod(compilation, symbol, member);
    case 'constructor': {
      if (member.name.toLowerCase() !== symbol.simpleName.toLowerCase()) fail(member, `Invalid constructor name: ${member.name}`);
      const parameters = parametersOf(compilation, symbol, member.parameters);
      const jsName = mangle('new', parameters);
      if (symbol.constructors.some((other) => other.jsName === jsName)) fail(member, `Constructor already defined: ${member.name}`);
      if (extendsException(symbol) && SYSTEM_CONSTRUCTORS.has(jsName))
        fail(
          member,
          `System exception constructor already defined: void <init>(${parameters.map(({ type }) => shortName(type)).join(', ')})`
        );
      symbol.constructors.push({
        line: member.line,
        column: member.column,
        owner: symbol,
        jsName,
        parameters,
        access: accessOf(member.modifiers, 'private'),
        testVisible: has(annotationsOf(member.modifiers), 'testvisible'),
        declaration: member
      });
      return;
    }
    case 'initializer':
      symbol.initializers.push(member);
      return;
    case 'type':
  }
}

function declareField(compilation: Compilation, symbol: ClassSymbol, member: FieldDeclaration | PropertyDeclaration): void {
  const key = member.name.toLowerCase();
  checkIdentifier(member, member.name);
  if (symbol.fields.has(key)) fail(member, `Duplicate field: ${member.name}`);
  const { words } = member.modifiers;
  if (symbol.outer && words.includes('static')) fail(member, 'static can only be used on fields of a top level type');
  const access = accessOf(member.modifiers, 'private');
  const property = member.kind === 'property';
  const annotations = annotationsOf(member.modifiers);
  const accessors = property && (Boolean(member.getter?.body) || Boolean(member.setter?.body));
  const field: FieldSymbol = {
    line: member.line,
    column: member.column,
    owner: symbol,
    name: member.name,
    jsName: fieldJsName(compilation, symbol, key),
    type: compilation.resolve(member.type, symbol),
    static: words.includes('static'),
    final: words.includes('final'),
    transient: words.includes('transient'),
    access,
    annotations,
    testVisible: has(annotations, 'testvisible'),
    declaration: member,
    accessors,
    readable: !property || member.getter !== null,
    writable: !property || member.setter !== null,
    readAccess: property && member.getter ? accessOf(member.getter.modifiers, access) : access,
    writeAccess: property && member.setter ? accessOf(member.setter.modifiers, access) : access
  };
  if (field.type === VOID) fail(member, `${property ? 'Properties' : 'Variables'} cannot be of type void`);
  symbol.fields.set(key, field);
}

/** A field that hides a private one of a superclass needs a slot of its own; an overriding property shares it. */
function fieldJsName(compilation: Compilation, symbol: ClassSymbol, key: string): string {
  let depth = 0;
  for (let parent = symbol.superclass; parent;) {
    const owner = compilation.symbolOf(parent);
    const declared = owner?.declaration.members.find(
      (member) => (member.kind === 'field' || member.kind === 'property') && member.name.toLowerCase() === key
    );
    if (declared && declared.kind === 'field') depth++;
    parent = owner?.superclass ?? null;
  }
  return depth === 0 ? `f_${key}` : `f${depth}_${key}`;
}

function parametersOf(compilation: Compilation, symbol: ClassSymbol, parameters: readonly Parameter[]): { name: string; type: ApexType }[] {
  return parameters.map((parameter) => {
    checkIdentifier(parameter, parameter.name);
    return { name: parameter.name, type: compilation.resolve(parameter.type, symbol) };
  });
}

/** `name$integer$list_account_`: the same for a method and whatever overrides it. */
export function mangle(name: string, parameters: readonly { readonly type: ApexType }[]): string {
  const types = parameters.map((parameter) => parameter.type.name.toLowerCase().replace(/[^a-z0-9]/g, '_'));
  return `${[name.toLowerCase(), ...types].join('$')}${types.length === 0 ? '$' : ''}`;
}

/** A private method takes no part in overriding: its name carries its class, or a subclass's method of that name would replace it. */
function methodJsName(symbol: ClassSymbol, member: MethodDeclaration, parameters: readonly { readonly type: ApexType }[]): string {
  const name = mangle(member.name, parameters);
  const words = member.modifiers.words;
  const overridable = words.some((word) =>
    ['public', 'global', 'protected', 'virtual', 'abstract', 'override', 'static', 'webservice'].includes(word)
  );
  return overridable || symbol.declaration.kind === 'interface' ? name : `${name}$$${symbol.name.toLowerCase().replace('.', '_')}`;
}

function declareMethod(compilation: Compilation, symbol: ClassSymbol, member: MethodDeclaration): void {
  const key = member.name.toLowerCase();
  const { words } = member.modifiers;
  checkIdentifier(member, member.name, 'method');
  const onInterface = symbol.declaration.kind === 'interface';
  if (symbol.outer && words.includes('static')) fail(member, 'static can only be used on methods of a top level type');
  const parameters = parametersOf(compilation, symbol, member.parameters);
  const annotations = annotationsOf(member.modifiers);
  const method: MethodSymbol = {
    line: member.line,
    column: member.column,
    owner: symbol,
    name: member.name,
    jsName: methodJsName(symbol, member, parameters),
    parameters,
    returns: member.returns ? compilation.resolve(member.returns, symbol) : VOID,
    static: words.includes('static') || words.includes('webservice'),
    abstract: onInterface || words.includes('abstract'),
    virtual: onInterface || words.includes('virtual') || words.includes('abstract'),
    override: words.includes('override'),
    access: onInterface ? 'global' : accessOf(member.modifiers, 'private'),
    annotations,
    testVisible: has(annotations, 'testvisible'),
    declaration: member
  };
  const known = symbol.methods.get(key) ?? [];
  if (known.some((other) => mangle(key, other.parameters) === mangle(key, parameters))) {
    const types = parameters.map((parameter) => nameOf(parameter.type)).join(', ');
    fail(
      member,
      `Method already defined: ${member.name} ${nameOf(method.returns)} ${symbol.name}.${member.name}(${types}) from the type ${symbol.name}`
    );
  }
  if (!member.body && !method.abstract) fail(member, 'Method must have a body');
  if (member.body && method.abstract) fail(member, 'Abstract methods cannot have a body');
  symbol.methods.set(key, [...known, method]);
}

const EXCEPTION = platformType('System.Exception');

/** What every exception can be made from; the platform has these constructors itself. */
const SYSTEM_CONSTRUCTORS = new Set(
  [[], [STRING], [EXCEPTION], [STRING, EXCEPTION]].map((types) =>
    mangle(
      'new',
      types.map((type) => ({ type }))
    )
  )
);

function shortName(type: ApexType): string {
  return nameOf(type).replace(/^System\./, '');
}

/** A class without constructors has the empty one; an exception has the four of the platform's own exceptions whatever it declares. */
function addImplicitConstructors(symbol: ClassSymbol): void {
  const base = {
    line: symbol.line,
    column: symbol.column,
    owner: symbol,
    access: 'global',
    testVisible: false,
    declaration: null
  } as const;
  const add = (...types: ApexType[]): void => {
    const parameters = types.map((type, index) => ({ name: `p${index}`, type }));
    if (symbol.constructors.some((known) => known.jsName === mangle('new', parameters))) return;
    symbol.constructors.push({ ...base, jsName: mangle('new', parameters), parameters } satisfies ConstructorSymbol);
  };
  const exception = extendsException(symbol);
  if (symbol.constructors.length === 0 || exception) add();
  if (!exception) return;
  add(STRING);
  add(EXCEPTION);
  add(STRING, EXCEPTION);
}

export function extendsException(symbol: ClassSymbol): boolean {
  for (let type = symbol.superclass; type; type = type.classInfo?.superclass ?? null) {
    if (!type.classInfo) return type.name === 'System.Exception' || /Exception$/.test(type.name);
  }
  return false;
}

/** Lets the platform find static methods that implement an interface where it looks for instance methods. */
export function addStaticImplementations(symbol: ClassSymbol): void {
  const info = symbol.info as MutableInfo;
  const statics = [...new Set(symbol.bridges.values())].filter((method) => method.static);
  if (statics.length > 0) info.methods = [...info.methods, ...statics.map((method) => ({ ...infoOf(method), static: false }))];
}
