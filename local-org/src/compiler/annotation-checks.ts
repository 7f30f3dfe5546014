import type { Position } from '../parser/ast.ts';
import type { ApexType } from '../runtime/type.ts';
import { ANY, STRING, VOID, isList, isMap, isSet } from '../runtime/types.ts';
import { isExceptionType, isInterfaceType, nameOf } from './known-types.ts';
import { isAnnotated, isGlobal } from './symbols.ts';
import type { ClassSymbol, FieldSymbol, MethodSymbol } from './symbols.ts';

type Report = (position: Position, message: string) => void;

const HTTP: readonly (readonly [key: string, name: string])[] = [
  ['httpdelete', 'HttpDelete'],
  ['httpget', 'HttpGet'],
  ['httppatch', 'HttpPatch'],
  ['httppost', 'HttpPost'],
  ['httpput', 'HttpPut']
];
const ONE_PER_TYPE = [['invocablemethod', 'InvocableMethod'], ['testsetup', 'TestSetup'], ...HTTP] as const;

/** What annotations, and the words that act like them, ask of the members they stand on. */
export function checkAnnotations(symbol: ClassSymbol, report: Report): void {
  const methods = [...symbol.methods.values()].flat();
  for (const method of methods) checkMethod(symbol, method, (message) => report(method, message));
  for (const field of symbol.fields.values()) checkField(symbol, field, (message) => report(field, message));
  for (const constructor of symbol.constructors)
    if (constructor.declaration?.modifiers.words.includes('global'))
      checkTypes('global', VOID, constructor.parameters, isHidden, (message) => report(constructor, message));
  for (const [key, name] of ONE_PER_TYPE)
    for (const second of methods.filter((method) => isAnnotated(method, key)).slice(1))
      report(second, `Only one method per type can be defined with: ${name}`);
  checkNames(symbol, methods, report);
  for (const { name, parameters } of symbol.annotations) {
    if (name === 'restresource') checkRest(parameters['urlmapping'], symbol, report);
    if (name === 'jsonaccess') checkJsonAccess(symbol, parameters, report);
    if (name === 'istest') checkTestClass(symbol, methods, parameters, report);
  }
}

/** Names that a remote caller could not tell apart. */
function checkNames(symbol: ClassSymbol, methods: readonly MethodSymbol[], report: Report): void {
  methods.forEach((method, index) => {
    const earlier = methods.slice(0, index).filter((other) => other.name.toLowerCase() === method.name.toLowerCase());
    const field = symbol.fields.get(method.name.toLowerCase());
    if (isAnnotated(method, 'auraenabled') && field && isAnnotated(field, 'auraenabled'))
      report(method, `AuraEnabled method and variable cannot have the same name: ${method.name}`);
    if (isWebService(method) && earlier.some(isWebService)) {
      const parameters = method.parameters.map(({ type }) => nameOf(type)).join(', ');
      const text = `${nameOf(method.returns)} ${symbol.name}.${method.name}(${parameters})`;
      report(method, `Web Service does not support two web service methods with the same name: ${text}`);
    }
    const remote = (other: MethodSymbol): boolean => isAnnotated(other, 'remoteaction');
    if (remote(method) && earlier.some((other) => remote(other) && other.parameters.length === method.parameters.length))
      report(method, 'Remote Action does not support two remote action methods with the same name and same number of parameters');
  });
}

function isWebService(method: MethodSymbol): boolean {
  return method.declaration.modifiers.words.includes('webservice');
}

function checkRest(url: string | undefined, symbol: ClassSymbol, report: Report): void {
  if (!isGlobal(symbol)) report(symbol, 'RestResource classes must be declared as global');
  if (url === undefined) return report(symbol, 'Required property is missing: urlMapping');
  const text = url.replace(/^'|'$/g, '');
  if (text === '') report(symbol, 'Rest Resource url cannot be empty');
  else if (!text.startsWith('/')) report(symbol, "Rest Resource url must begin with a forward slash, '/'");
  else if (/[^/]\*/.test(text)) report(symbol, "Rest Resource url wildcard, '*', must be preceded by a forward slash, '/'");
  else if (/\*[^/]/.test(text))
    report(symbol, "Rest Resource url wildcard, '*', must be followed by a forward slash, '/', or be the last character");
  else if (text.length > 255) report(symbol, 'Rest Resource url cannot be longer than 255 characters');
}

const JSON_ACCESS = new Set(['never', 'samepackage', 'samenamespace', 'always']);

function checkJsonAccess(symbol: ClassSymbol, parameters: Readonly<Record<string, string>>, report: Report): void {
  if (Object.keys(parameters).length === 0) report(symbol, 'At least one JSON serialization control parameter must be specified');
  for (const [property, value] of Object.entries(parameters)) {
    const text = value.replace(/^'|'$/g, '');
    if (!JSON_ACCESS.has(text.toLowerCase())) report(symbol, `Annotation property, ${property} on JsonAccess, unknown value: ${text}`);
  }
}

function checkTestClass(
  symbol: ClassSymbol,
  methods: readonly MethodSymbol[],
  parameters: Readonly<Record<string, string>>,
  report: Report
): void {
  const isTrue = (value: string | undefined): boolean => value?.toLowerCase() === 'true';
  const seesAll = isTrue(parameters['seealldata']);
  if (seesAll && isTrue(parameters['isparallel']))
    report(symbol, 'Test class annotated with @isTest(IsParallel=true) cannot also be annotated with @isTest(SeeAllData=true)');
  if (!methods.some((method) => isAnnotated(method, 'testsetup'))) return;
  if (seesAll) report(symbol, 'Test class cannot be annotated with @isTest(SeeAllData=true)');
  const sighted = methods.some(({ annotations }) =>
    annotations.some(({ name, parameters: own }) => name === 'istest' && isTrue(own['seealldata']))
  );
  if (sighted) report(symbol, 'Test class containing a test setup method cannot have any methods annotated with @isTest(SeeAllData=true)');
}

function isOpen({ access }: { readonly access: string }): boolean {
  return access === 'public' || access === 'global';
}

const OPEN = 'require at least one of the following global, public';

function checkMethod(symbol: ClassSymbol, method: MethodSymbol, report: (message: string) => void): void {
  const has = (name: string): boolean => isAnnotated(method, name);
  const isStatic = method.static;
  if (has('auraenabled')) {
    if (!isOpen(method)) report(`AuraEnabled methods ${OPEN}`);
    if (!isStatic && !/^get/i.test(method.name)) report("Non static AuraEnabled methods must be named with a prefix 'get'");
    if (!isStatic && method.parameters.length > 0) report('Non static AuraEnabled methods may not have parameters');
    checkTypes('AuraEnabled', method.returns, method.parameters, isNoAuraType, report);
  }
  if (has('invocablemethod')) checkInvocable(method, isStatic, report);
  if (has('istest')) checkTest(symbol, method, isStatic, report);
  if (has('testsetup')) checkTestSetup(symbol, method, isStatic, report);
  for (const [key, name] of HTTP) if (has(key)) checkHttp(symbol, method, name, report);
  if (has('remoteaction')) {
    if (!isStatic) report('RemoteAction methods must be declared as static');
    if (!isOpen(method)) report(`RemoteAction methods ${OPEN}`);
  }
  if (has('readonly')) checkReadOnly(method, report);
  if (isWebService(method)) checkTypes('webService', method.returns, method.parameters, isNoWebServiceType, report);
  if (method.declaration.modifiers.words.includes('global')) checkTypes('global', method.returns, method.parameters, isHidden, report);
  if (has('namespaceaccessible')) checkNamespaceAccess(symbol, method, 'methods', report);
}

/** Says of which types a kind of method gives or takes that it may not. */
function checkTypes(
  what: string,
  returns: ApexType,
  parameters: readonly { readonly type: ApexType }[],
  refused: (type: ApexType) => boolean,
  report: (message: string) => void
): void {
  if (refused(returns)) report(`${what} methods do not support return type of ${nameOf(returns)}`);
  for (const { type } of parameters) if (refused(type)) report(`${what} methods do not support parameter type of ${nameOf(type)}`);
}

function anywhere(type: ApexType, refused: (type: ApexType) => boolean): boolean {
  return refused(type) || type.args.some((arg) => anywhere(arg, refused));
}

function isNoAuraType(type: ApexType): boolean {
  return anywhere(type, (part) => isSet(part) || isExceptionType(part) || part.name === 'System.Type');
}

function isNoWebServiceType(type: ApexType): boolean {
  return anywhere(type, (part) => isSet(part) || isMap(part) || part === ANY || isInterfaceType(part));
}

function isNoRestType(type: ApexType): boolean {
  return anywhere(type, (part) => isSet(part) || part === ANY || (isMap(part) && part.args[0] !== STRING));
}

/** A type of this source that a subscriber could not name. */
function isHidden(type: ApexType): boolean {
  return anywhere(type, ({ classInfo }) => classInfo !== undefined && classInfo.access !== 'global');
}

function isNoInvocableType(type: ApexType): boolean {
  if (isList(type)) return isNoInvocableType(type.args[0] as ApexType);
  if (type.kind === 'collection' || type === ANY || isExceptionType(type) || isInterfaceType(type)) return true;
  if (!type.classInfo) return false;
  const { fields, access } = type.classInfo;
  return !isOpen({ access }) || !fields.some(({ annotations }) => annotations.some(({ name }) => name === 'invocablevariable'));
}

function checkInvocable(method: MethodSymbol, isStatic: boolean, report: (message: string) => void): void {
  if (!isStatic) report('InvocableMethod methods must be declared as static');
  if (!isOpen(method)) report(`InvocableMethod methods ${OPEN}`);
  if (method.annotations.some(({ name }) => name !== 'invocablemethod' && name !== 'deprecated'))
    report('The only annotation that can be used with InvocableMethod is Deprecated');
  if (method.returns !== VOID && (!isList(method.returns) || isNoInvocableType(method.returns)))
    report(`InvocableMethod methods do not support return type of ${nameOf(method.returns)}`);
  if (method.parameters.length > 1) report('Only one parameter is supported on methods with @Invocable annotation');
  const [parameter] = method.parameters;
  if (!parameter) return;
  if (!isList(parameter.type)) {
    report(
      `Unsupported parameter type ${nameOf(parameter.type)}. Valid invocable parameters must be List types like List<T> where T is a supported type`
    );
  } else if (isNoInvocableType(parameter.type))
    report(`InvocableMethod methods do not support parameter type of ${nameOf(parameter.type)}`);
}

function checkTest(symbol: ClassSymbol, method: MethodSymbol, isStatic: boolean, report: (message: string) => void): void {
  const what = method.declaration.modifiers.words.includes('testmethod') ? 'testMethod' : 'IsTest';
  if (!symbol.isTest) report(`Defining type for ${what} methods must be declared as IsTest`);
  if (!isStatic) report(`${what} methods must be declared as static`);
  if (method.parameters.length > 0) report('Test methods must have no arguments');
  for (const { name, parameters } of method.annotations)
    if (name === 'istest' && 'isparallel' in parameters) report('Annotation property, isParallel on IsTest, is not allowed on methods');
}

function checkTestSetup(symbol: ClassSymbol, method: MethodSymbol, isStatic: boolean, report: (message: string) => void): void {
  if (!symbol.isTest) report('Defining type for TestSetup methods must be declared as IsTest');
  if (!isStatic) report('TestSetup methods must be declared as static');
  if (method.returns !== VOID) report('Test setup method must return void');
  if (method.parameters.length > 0) report('Test methods must have no arguments');
}

function checkHttp(symbol: ClassSymbol, method: MethodSymbol, name: string, report: (message: string) => void): void {
  if (method.access !== 'global') report(`${name} methods must be declared as global`);
  if (!method.static) report(`${name} methods must be declared as static`);
  if (!isAnnotated(symbol, 'restresource')) report(`Defining type for ${name} methods must be declared as RestResource`);
  if (method.parameters.length > 0 && (name === 'HttpGet' || name === 'HttpDelete')) report(`${name} methods do not support parameters`);
  checkTypes(name, method.returns, method.parameters, isNoRestType, report);
}

const REMOTE = ['remoteaction', ...HTTP.map(([key]) => key)];

function checkReadOnly(method: MethodSymbol, report: (message: string) => void): void {
  if (isWebService(method) || REMOTE.some((key) => isAnnotated(method, key))) return;
  const scheduled = method.name.toLowerCase() === 'execute' && method.parameters[0]?.type.name === 'System.SchedulableContext';
  if (method.static)
    report(`ReadOnly methods require at least one of the following webService, RemoteAction, ${READ_ONLY_HTTP.join(', ')}`);
  else if (!scheduled) report('Only WebService, RemoteAction or Schedulable.execute(SchedulableContext) methods can be marked ReadOnly');
}

const READ_ONLY_HTTP = ['HttpGet', 'HttpPost', 'HttpPatch', 'HttpPut', 'HttpDelete'];

function checkNamespaceAccess(
  symbol: ClassSymbol,
  member: MethodSymbol | FieldSymbol,
  plural: string,
  report: (message: string) => void
): void {
  if (member.access !== 'public' && member.access !== 'protected')
    report(`NamespaceAccessible ${plural} require at least one of the following public, protected`);
  if (!isAnnotated(symbol, 'namespaceaccessible') && !isGlobal(symbol))
    report(`Defining type for NamespaceAccessible ${plural} require at least one of the following NamespaceAccessible, global`);
}

function checkField(symbol: ClassSymbol, field: FieldSymbol, report: (message: string) => void): void {
  const plural = field.declaration.kind === 'property' ? 'properties' : 'fields';
  if (isAnnotated(field, 'auraenabled')) {
    if (!isOpen(field)) report(`AuraEnabled ${plural} ${OPEN}`);
    if (field.static && plural === 'fields') report('AuraEnabled fields cannot be static');
    if (isNoAuraType(field.type)) report(`AuraEnabled ${plural} do not support type of ${nameOf(field.type)}`);
  }
  if (isAnnotated(field, 'invocablevariable') && plural === 'fields') {
    if (!isOpen(field)) report(`InvocableVariable fields ${OPEN}`);
    if (symbol.access === 'private' && symbol.outer) report('Defining type for InvocableVariable fields cannot be private');
    if (field.static) report('InvocableVariable fields cannot be static');
    if (field.final) report('InvocableVariable fields cannot be final');
    if (anywhere(field.type, (part) => isSet(part) || isMap(part) || part === ANY || part.name === 'System.Type'))
      report(`InvocableVariable fields do not support type of ${nameOf(field.type)}`);
  }
  if (isAnnotated(field, 'namespaceaccessible')) checkNamespaceAccess(symbol, field, plural, report);
}
