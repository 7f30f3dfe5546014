import { VOID, isList } from '../runtime/types.ts';
import type { AnnotationNode, Modifiers, Position } from '../parser/ast.ts';
import type { Compilation } from './compilation.ts';
import { nameOf } from './known-types.ts';
import type { ClassSymbol, MethodSymbol } from './symbols.ts';

const ANNOTATIONS = new Set([
  'auraenabled',
  'deprecated',
  'future',
  'httpdelete',
  'httpget',
  'httppatch',
  'httppost',
  'httpput',
  'invocablemethod',
  'invocablevariable',
  'istest',
  'jsonaccess',
  'namespaceaccessible',
  'readonly',
  'remoteaction',
  'restresource',
  'suppresswarnings',
  'testsetup',
  'testvisible'
]);
const HTTP = /^http(delete|get|patch|post|put)$/;
const ONE_PER_TYPE: readonly (readonly [key: string, name: string])[] = [
  ['invocablemethod', 'InvocableMethod'],
  ['testsetup', 'TestSetup'],
  ['httpdelete', 'HttpDelete'],
  ['httpget', 'HttpGet'],
  ['httppatch', 'HttpPatch'],
  ['httppost', 'HttpPost'],
  ['httpput', 'HttpPut']
];
const ACCESS = new Set(['private', 'protected', 'public', 'global']);

/** Modifiers and annotations: which exist, which go together, and what they ask of the methods they stand on. */
export function checkModifiers(compilation: Compilation, symbol: ClassSymbol): void {
  const report = (position: Position, message: string): void => compilation.report(symbol.file, position, message);
  checkWords(symbol.declaration, symbol.declaration.modifiers, report);
  checkVisibility(symbol, report);
  for (const member of symbol.declaration.members)
    if (member.kind !== 'type' && member.kind !== 'initializer') checkWords(member, member.modifiers, report);
  const methods = [...symbol.methods.values()].flat();
  for (const method of methods) checkMethod(symbol, method, (message) => report(method, message));
  for (const [key, name] of ONE_PER_TYPE)
    for (const second of methods.filter((method) => has(method, key)).slice(1))
      report(second, `Only one method per type can be defined with: ${name}`);
  for (const method of methods) {
    const field = symbol.fields.get(method.name.toLowerCase());
    if (has(method, 'auraenabled') && field?.annotations.some(({ name }) => name === 'auraenabled'))
      report(method, `AuraEnabled method and variable cannot have the same name: ${method.name}`);
  }
  for (const { name, parameters } of symbol.annotations)
    if (name === 'restresource') checkUrl(parameters['urlmapping'] ?? '', symbol, report);
}

function checkUrl(url: string, symbol: ClassSymbol, report: (position: Position, message: string) => void): void {
  const text = url.replace(/^'|'$/g, '');
  if (text === '') report(symbol, 'Rest Resource url cannot be empty');
  else if (!text.startsWith('/')) report(symbol, "Rest Resource url must begin with a forward slash, '/'");
  else if (/[^/]\*/.test(text)) report(symbol, "Rest Resource url wildcard, '*', must be preceded by a forward slash, '/'");
  else if (/\*[^/]/.test(text))
    report(symbol, "Rest Resource url wildcard, '*', must be followed by a forward slash, '/', or be the last character");
  else if (text.length > 255) report(symbol, 'Rest Resource url cannot be longer than 255 characters');
}

const PLURALS: Readonly<Record<string, string>> = {
  field: 'fields',
  property: 'properties',
  method: 'methods',
  constructor: 'constructors'
};

/** What access the type and its members may state. */
function checkVisibility(symbol: ClassSymbol, report: (position: Position, message: string) => void): void {
  const { declaration } = symbol;
  const { words } = declaration.modifiers;
  if (!symbol.outer && !symbol.isTest && !words.includes('public') && !words.includes('global'))
    report(declaration, 'Top-level type must have public or global visibility');
  if (symbol.outer && words.includes('global') && !isGlobal(symbol.outer))
    report(declaration, 'Defining type for global classes must be declared as global');
  for (const member of declaration.members) {
    if (member.kind === 'type' || member.kind === 'initializer') continue;
    const given = member.modifiers.words;
    const plural = PLURALS[member.kind] as string;
    if (given.includes('global') && !isGlobal(symbol)) report(member, `Defining type for global ${plural} must be declared as global`);
    if (given.includes('webservice') && !isGlobal(symbol))
      report(member, `Defining type for webService ${plural} must be declared as global`);
    if (declaration.kind === 'interface' && given.length > 0) report(member, 'Modifiers are not allowed on interface methods');
    if (member.kind === 'method' && given.includes('protected') && !given.includes('override') && !symbol.virtual)
      report(member, 'New protected methods cannot be defined in non-virtual classes');
  }
}

function isGlobal(symbol: ClassSymbol): boolean {
  return symbol.declaration.modifiers.words.includes('global');
}

function has(method: MethodSymbol, name: string): boolean {
  return method.annotations.some((annotation) => annotation.name === name);
}

function checkWords(position: Position, { words, annotations }: Modifiers, report: (position: Position, message: string) => void): void {
  const repeated = words.find((word, index) => words.indexOf(word) !== index);
  if (repeated) report(position, `Duplicate modifier: ${repeated}`);
  const access = words.filter((word) => ACCESS.has(word));
  if (new Set(access).size > 1) report(position, 'Declarations can only have one scope');
  const twice = annotations.find(({ name }, index) => annotations.findIndex((other) => other.name === name) !== index);
  if (twice) report(position, `Duplicate modifier: ${twice.name}`);
  for (const annotation of annotations as readonly AnnotationNode[])
    if (!ANNOTATIONS.has(annotation.name)) report(position, `Annotation does not exist: ${annotation.name}`);
}

function checkMethod(symbol: ClassSymbol, method: MethodSymbol, report: (message: string) => void): void {
  const { words } = method.declaration.modifiers;
  const isStatic = words.includes('static');
  if (isStatic && method.virtual) report('static methods cannot be virtual');
  for (const word of ['final', 'transient']) if (words.includes(word)) report(`${word} is not allowed on methods`);
  if (words.includes('webservice') && !isStatic) report('webService methods must be declared as static');
  if (symbol.declaration.kind === 'class' && method.abstract && !symbol.abstract)
    report('Defining type for abstract methods must be declared as abstract');
  if (has(method, 'auraenabled') && !isStatic && !/^get/i.test(method.name))
    report("Non static AuraEnabled methods must be named with a prefix 'get'");
  if (has(method, 'auraenabled') && !isStatic && method.parameters.length > 0)
    report('Non static AuraEnabled methods may not have parameters');
  if (has(method, 'invocablemethod')) checkInvocable(method, isStatic, report);
  if (has(method, 'istest')) checkTest(symbol, method, isStatic, report);
  if (has(method, 'testsetup')) checkTestSetup(method, isStatic, report);
  const http = ONE_PER_TYPE.find(([key]) => HTTP.test(key) && has(method, key));
  if (http && !isStatic) report(`${http[1]} methods must be declared as static`);
  if (method.annotations.some(({ name }) => HTTP.test(name)) && !symbol.annotations.some(({ name }) => name === 'restresource')) {
    report(`Type must be annotated with RestResource for its method to serve requests: ${method.name}`);
  }
}

function checkTestSetup(method: MethodSymbol, isStatic: boolean, report: (message: string) => void): void {
  if (!isStatic) report('TestSetup methods must be declared as static');
  if (method.returns !== VOID) report('Test setup method must return void');
  if (method.parameters.length > 0) report('Test methods must have no arguments');
}

function checkInvocable(method: MethodSymbol, isStatic: boolean, report: (message: string) => void): void {
  if (!isStatic) report('InvocableMethod methods must be declared as static');
  if (method.access !== 'public' && method.access !== 'global')
    report('InvocableMethod methods require at least one of the following global, public');
  if (method.returns !== VOID && !isList(method.returns))
    report(`InvocableMethod methods do not support return type of ${nameOf(method.returns)}`);
  if (method.parameters.length > 1) report('Only one parameter is supported on methods with @Invocable annotation');
  const [parameter] = method.parameters;
  if (parameter && !isList(parameter.type)) {
    report(
      `Unsupported parameter type ${nameOf(parameter.type)}. Valid invocable parameters must be List types like List<T> where T is a supported type`
    );
  }
}

function checkTest(symbol: ClassSymbol, method: MethodSymbol, isStatic: boolean, report: (message: string) => void): void {
  if (!symbol.isTest && method.declaration.modifiers.annotations.some(({ name }) => name === 'istest'))
    report('Defining type for testMethod methods must be declared as IsTest');
  if (!isStatic) report('testMethod methods must be declared as static');
  if (method.returns !== VOID) report(`testMethod methods do not support return type of ${nameOf(method.returns)}`);
  if (method.parameters.length > 0) report('Test methods must have no arguments');
}
