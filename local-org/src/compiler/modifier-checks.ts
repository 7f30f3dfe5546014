import type { AnnotationNode, Member, Modifiers, Position } from '../parser/ast.ts';
import { checkAnnotations } from './annotation-checks.ts';
import type { Compilation } from './compilation.ts';
import { ANNOTATIONS, PLURALS, WORDS, spelling } from './modifier-tables.ts';
import type { Place } from './modifier-tables.ts';
import { isGlobal } from './symbols.ts';
import type { ClassSymbol, MethodSymbol } from './symbols.ts';

/** API version from which abstract and overriding methods have to state their access. */
const ACCESS_STATED_SINCE = 65;
const ACCESS = ['private', 'protected', 'public', 'global'];

/** Modifiers and annotations: which exist, which go together, and what they ask of the methods they stand on. */
export function checkModifiers(compilation: Compilation, symbol: ClassSymbol): void {
  const report = (position: Position, message: string): void => compilation.report(symbol.file, position, message);
  checkWords(symbol.declaration, symbol.declaration.modifiers, symbol.declaration.kind, report);
  if (symbol.outer && symbol.annotations.some(({ name }) => name === 'istest'))
    report(symbol, 'IsTest can only be used on a top level type');
  checkVisibility(symbol, report);
  for (const member of symbol.declaration.members) checkMember(symbol, member, report);
  const stated = compilation.apiVersion(symbol.file) >= ACCESS_STATED_SINCE;
  for (const method of [...symbol.methods.values()].flat()) checkMethod(symbol, method, stated, (message) => report(method, message));
  checkAnnotations(symbol, report);
}

/** What access the type and its members may state. */
function checkVisibility(symbol: ClassSymbol, report: (position: Position, message: string) => void): void {
  const { declaration } = symbol;
  const { words } = declaration.modifiers;
  if (!symbol.outer && !symbol.isTest && !words.includes('public') && !words.includes('global'))
    report(declaration, 'Top-level type must have public or global visibility');
  if (symbol.outer && words.includes('global') && !isGlobal(symbol.outer))
    report(declaration, `Enclosing type for global ${PLURALS[declaration.kind]} in apex classes must be declared as global`);
  for (const member of declaration.members) {
    if (member.kind === 'type' || member.kind === 'initializer') continue;
    const given = member.modifiers.words;
    const plural = PLURALS[member.kind];
    if (given.includes('global') && !isGlobal(symbol)) report(member, `Defining type for global ${plural} must be declared as global`);
    if (given.includes('webservice') && !isGlobal(symbol))
      report(member, `Defining type for webService ${plural} must be declared as global`);
    if (declaration.kind === 'interface' && given.length > 0) report(member, 'Modifiers are not allowed on interface methods');
    if (given.includes('protected') && given.includes('static')) report(member, `protected ${plural} cannot be static`);
    const called = member.kind === 'method' || member.kind === 'constructor';
    if (called && given.includes('protected') && !given.includes('override') && !symbol.virtual)
      report(member, 'New protected methods cannot be defined in non-virtual classes');
  }
}

/** Which words and annotations a declaration carries: that they exist, may stand here, and stand once. */
export function checkWords(
  position: Position,
  { words, annotations }: Modifiers,
  place: Place,
  report: (position: Position, message: string) => void
): void {
  const repeated = words.find((word, index) => words.indexOf(word) !== index);
  if (repeated) report(position, `Duplicate modifier: ${repeated}`);
  const access = words.filter((word) => ACCESS.includes(word));
  if (new Set(access).size > 1) report(position, 'Declarations can only have one scope');
  for (const word of new Set(words)) if (!WORDS[place].has(word)) report(position, misplaced(word, place));
  if (words.includes('abstract') && words.includes('virtual')) report(position, 'abstract are by default virtual');
  const [sharing, other] = words.filter((word) => word.endsWith(' sharing'));
  if (sharing && other && sharing !== other) report(position, `${spelling(sharing)} classes cannot be ${spelling(other)}`);
  const twice = annotations.find(({ name }, index) => annotations.findIndex((earlier) => earlier.name === name) !== index);
  if (twice) report(position, `Duplicate modifier: ${twice.name}`);
  for (const annotation of annotations) checkAnnotation(annotation, place, (message) => report(position, message));
}

function misplaced(word: string, place: Place): string {
  if (word === 'final' && (place === 'class' || place === 'method')) return `${PLURALS[place]} are by default final`;
  return `${spelling(word)} is not allowed on ${PLURALS[place]}`;
}

function checkAnnotation(annotation: AnnotationNode, place: Place, report: (message: string) => void): void {
  const rule = ANNOTATIONS.get(annotation.name);
  if (!rule) return report(`Annotation does not exist: ${annotation.written}`);
  if (!rule.places.includes(place)) return report(`${rule.name} is not allowed on ${PLURALS[place]}`);
  for (const property of Object.keys(annotation.parameters))
    if (!(rule.properties ?? []).includes(property)) report(`No such property, ${property}, defined on this annotation: ${rule.name}`);
}

/** What a member's own modifiers, accessors and parameters carry. */
function checkMember(symbol: ClassSymbol, member: Member, report: (position: Position, message: string) => void): void {
  if (member.kind === 'type') return;
  if (member.kind === 'initializer') {
    if (member.static && symbol.outer) report(member, 'Inner types are not allowed to have static blocks');
    return;
  }
  // An interface's methods take no modifiers at all, which is said elsewhere.
  if (symbol.declaration.kind !== 'interface') checkWords(member, member.modifiers, member.kind, report);
  if (member.kind === 'method' || member.kind === 'constructor')
    for (const parameter of member.parameters) checkWords(parameter, parameter.modifiers, 'parameter', report);
  if (member.kind === 'property') {
    if (!member.getter && !member.setter) report(member, "Unexpected token '}'.");
    const own = scopeOf(member.modifiers);
    for (const accessor of [member.getter, member.setter]) {
      const given = accessor ? scopeOf(accessor.modifiers, own) : own;
      if (accessor && ACCESS.indexOf(given) > ACCESS.indexOf(own)) report(accessor, `Cannot declare ${given} accessor on ${own} property`);
    }
  }
}

function scopeOf({ words }: Modifiers, fallback = 'private'): string {
  return words.includes('webservice') ? 'global' : (words.find((word) => ACCESS.includes(word)) ?? fallback);
}

function checkMethod(symbol: ClassSymbol, method: MethodSymbol, accessStated: boolean, report: (message: string) => void): void {
  const { words } = method.declaration.modifiers;
  if (words.includes('static') && method.virtual) report('static methods cannot be virtual');
  if (words.includes('webservice') && !words.includes('static')) report('webService methods must be declared as static');
  if (symbol.declaration.kind !== 'class') return;
  if (method.abstract && !symbol.abstract) report('Defining type for abstract methods must be declared as abstract');
  for (const word of ['abstract', 'override'])
    if (accessStated && words.includes(word) && method.access === 'private')
      report(`${word} methods require at least one of the following global, public, protected`);
}
