import { describe, expect, it } from 'vitest';
import { errorsOf } from './test-org.ts';

const messages = (source: string): string[] => errorsOf({ Main: source }).map((error) => error.message);
const inClass = (members: string): string[] => messages(`public class Main {\n${members}\n}`);
const inMethod = (code: string): string[] => inClass(`void run() {\n${code}\n}`);

describe('words that cannot be names', () => {
  it.each([
    'select',
    'limit',
    'from',
    'where',
    'desc',
    'asc',
    'having',
    'by',
    'like',
    'in',
    'not',
    'and',
    'or',
    'using',
    'nulls',
    'trigger'
  ])('the keyword %s', (word) => expect(inMethod(`Integer ${word} = 1;`)).toContain(`Unexpected token '${word}'.`));
  it.each(['number', 'object', 'group', 'end', 'exit', 'case', 'system', 'int', 'date', 'time', 'join', 'when', 'then', 'default'])(
    'the reserved word %s for a variable, though for a method it can',
    (word) => {
      expect(inMethod(`Integer ${word} = 1;`)).toEqual([`Identifier name is reserved: ${word}`]);
      expect(inClass(`void ${word}() {}`)).toEqual([]);
    }
  );
  it.each([
    ['void f(Integer end) {}', 'Identifier name is reserved: end'],
    ['Integer export;', 'Identifier name is reserved: export'],
    ['class Inner {}', 'Identifier name is reserved: Inner'],
    ['class Page {}', 'Identifier type is reserved: Page'],
    ['enum E { NUMBER }', 'Identifier name is reserved: NUMBER'],
    ['Integer a$b;', 'Invalid character in identifier: a$b'],
    ['void f() { for (String object : new List<String>()) {} }', 'Identifier name is reserved: object'],
    ['void f() { try {} catch (Exception exit) {} }', 'Identifier name is reserved: exit'],
    ['enum E { A, A }', 'Duplicate field: A']
  ])('%s', (members, message) => expect(inClass(members)).toContain(message));
  it('leaves words of queries and of data as names', () => {
    for (const word of ['order', 'count', 'type', 'id', 'data', 'scope', 'view', 'first', 'last', 'today', 'label', 'after', 'network'])
      expect(inMethod(`Integer ${word} = 1;`)).toEqual([]);
  });
});

describe('modifiers where they do not belong', () => {
  it.each([
    ['static Integer x = 1;', 'static is not allowed on locals'],
    ['public Integer x = 1;', 'public is not allowed on locals'],
    ['@Deprecated Integer x = 1;', 'Deprecated is not allowed on locals']
  ])('%s', (code, message) => expect(inMethod(code)).toEqual([message]));
  it('lets locals be final and transient, and a final one be assigned again', () =>
    expect(inMethod('final Integer x = 1; transient Integer y = 2; x = y;')).toEqual([]));

  it.each([
    ['public static class Main {}', 'static is not allowed on classes'],
    ['public final class Main {}', 'classes are by default final'],
    ['public abstract virtual class Main {}', 'abstract are by default virtual'],
    ['public override class Main {}', 'override is not allowed on classes'],
    ['public with sharing without sharing class Main {}', 'withSharing classes cannot be withoutSharing'],
    ['public with sharing interface Main {}', 'withSharing is not allowed on interfaces'],
    ['public abstract interface Main {}', 'abstract is not allowed on interfaces'],
    ['public virtual enum Main { A }', 'virtual is not allowed on enums'],
    ['@Future public class Main {}', 'Future is not allowed on classes'],
    ['@AuraEnabled public class Main {}', 'AuraEnabled is not allowed on classes'],
    ['@IsTest private interface Main {}', 'IsTest is not allowed on interfaces']
  ])('%s', (source, message) => expect(messages(source)).toContain(message));

  it.each([
    ['static class A {}', 'static is not allowed on classes'],
    ['class A { static {} }', 'Inner types are not allowed to have static blocks'],
    ['public static Main() {}', 'static is not allowed on constructors'],
    ['virtual Main() {}', 'virtual is not allowed on constructors'],
    ['final void f() {}', 'methods are by default final'],
    ['abstract Integer x;', 'abstract is not allowed on fields'],
    ['public virtual Integer x { get; set; }', 'virtual is not allowed on properties'],
    ['void f(static Integer x) {}', 'static is not allowed on parameters'],
    ['Integer x { public get; set; }', 'Cannot declare public accessor on private property'],
    ['Integer x { }', "Unexpected token '}'."],
    ['protected static Integer x;', 'protected fields cannot be static'],
    ['protected Main() {}', 'New protected methods cannot be defined in non-virtual classes'],
    ['@InvocableVariable void f() {}', 'InvocableVariable is not allowed on methods'],
    ['@AuraEnabled(bad=true) public static void f() {}', 'No such property, bad, defined on this annotation: AuraEnabled'],
    ['@Missing void f() {}', 'Annotation does not exist: Missing'],
    ['override String toString() { return null; }', 'override methods require at least one of the following global, public, protected'],
    ['String toString() { return null; }', 'Method must use the override keyword: String Main.toString()'],
    [
      'public override Boolean equals(Object o) { return true; }',
      '@Override specified for non-overriding method: Boolean Main.equals(Object)'
    ]
  ])('%s', (members, message) => expect(inClass(members)).toContain(message));
});
