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
const ACCESS = new Set(['private', 'protected', 'public', 'global']);

/** Modifiers and annotations: which exist, which go together, and what they ask of the methods they stand on. */
export function checkModifiers(compilation: Compilation, symbol: ClassSymbol): void {
  const report = (position: Position, message: string): void => compilation.report(symbol.file, position, message);
  checkWords(symbol.declaration, symbol.declaration.modifiers, report);
  for (const member of symbol.declaration.members)
    if (member.kind !== 'type' && member.kind !== 'initializer') checkWords(member, member.modifiers, report);
  const methods = [...symbol.methods.values()].flat();
  for (const method of methods) checkMethod(symbol, method, (message) => report(method, message));
  const invocable = methods.filter((method) => has(method, 'invocablemethod'));
  for (const second of invocable.slice(1)) report(second, 'Only one method per type can be defined with: InvocableMethod');
}

function has(method: MethodSymbol, name: string): boolean {
  return method.annotations.some((annotation) => annotation.name === name);
}

function checkWords(position: Position, { words, annotations }: Modifiers, report: (position: Position, message: string) => void): void {
  const repeated = words.find((word, index) => words.indexOf(word) !== index);
  if (repeated) report(position, `Duplicate modifier: ${repeated}`);
  const access = words.filter((word) => ACCESS.has(word));
  if (new Set(access).size > 1) report(position, `Invalid modifiers: ${access.join(', ')} cannot be used together`);
  for (const annotation of annotations as readonly AnnotationNode[])
    if (!ANNOTATIONS.has(annotation.name)) report(position, `Annotation does not exist: ${annotation.name}`);
}

function checkMethod(symbol: ClassSymbol, method: MethodSymbol, report: (message: string) => void): void {
  const { words } = method.declaration.modifiers;
  const isStatic = words.includes('static');
  if (isStatic && method.virtual) report(`Static methods cannot be virtual or abstract: ${method.name}`);
  if (words.includes('final')) report(`Modifier is not allowed on methods: final`);
  if (words.includes('webservice') && !isStatic) report(`Webservice methods must be static: ${method.name}`);
  if (symbol.declaration.kind === 'class' && method.abstract && !symbol.abstract)
    report(`Class must be declared abstract if the class defines abstract methods: ${method.name}`);
  if (has(method, 'auraenabled') && !isStatic && !/^get/i.test(method.name))
    report(`Non static AuraEnabled methods must be named with a prefix 'get': ${method.name}`);
  if (has(method, 'invocablemethod')) checkInvocable(method, isStatic, report);
  if (has(method, 'istest')) checkTest(symbol, method, isStatic, report);
  if (has(method, 'testsetup') && (!isStatic || method.returns !== VOID || method.parameters.length > 0))
    report(`TestSetup methods must be static, return void and have no parameters: ${method.name}`);
  if (method.annotations.some(({ name }) => HTTP.test(name)) && !symbol.annotations.some(({ name }) => name === 'restresource')) {
    report(`Type must be annotated with RestResource for its method to serve requests: ${method.name}`);
  }
}

function checkInvocable(method: MethodSymbol, isStatic: boolean, report: (message: string) => void): void {
  if (!isStatic) report(`InvocableMethod methods must be static: ${method.name}`);
  if (method.parameters.length > 1) report(`InvocableMethod methods must take at most one parameter: ${method.name}`);
  const [parameter] = method.parameters;
  if (parameter && !isList(parameter.type)) report(`InvocableMethod methods do not support parameter type of ${nameOf(parameter.type)}`);
}

function checkTest(symbol: ClassSymbol, method: MethodSymbol, isStatic: boolean, report: (message: string) => void): void {
  if (!symbol.isTest && method.declaration.modifiers.annotations.some(({ name }) => name === 'istest'))
    report(`Defining type for testMethod methods must be declared as IsTest: ${method.name}`);
  if (!isStatic) report(`Test methods must be static: ${method.name}`);
  if (method.returns !== VOID) report(`Test methods must return void: ${method.name}`);
  if (method.parameters.length > 0) report(`Test methods must have no parameters: ${method.name}`);
}
