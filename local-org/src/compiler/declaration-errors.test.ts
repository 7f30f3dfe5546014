import { describe, expect, it } from 'vitest';
import { errorsOf } from './test-org.ts';

function messages(source: string): string[] {
  return errorsOf({ Main: source }).map((error) => error.message);
}

const inClass = (members: string): string[] => messages(`public class Main {\n${members}\n}`);
const inMethod = (code: string): string[] => inClass(`void run() {\n${code}\n}`);

describe('wrong statements', () => {
  it.each([
    ['try {} catch (Exception e) {} catch (DmlException e) {}', 'Exception type already caught: System.DmlException'],
    ['try {} catch (DmlException e) {} catch (DmlException e) {}', 'Exception type already caught: System.DmlException'],
    ['switch on 1 { when else {} when 1 {} }', "'when else' must be the last when block"],
    ['Integer x = 1; switch on 1 { when x {} }', 'Variable does not exist: x'],
    [
      'SObject s; switch on s { when Account a {} when Account b {} }',
      'Account occurs as more than one when branch for this switch statement'
    ],
    ['switch on 1.5 { when 1 {} }', 'Decimal is not a valid switch expression type'],
    [
      "Boolean b = 'a' instanceof String;",
      'Operation instanceof is always true since an instance of String is always an instance of String'
    ],
    ["List<Integer> xs = new List<Integer>{ 'a' };", 'Initial expression is of incorrect type, expected: Integer but was: String'],
    ['Map<String, Integer> m = new Map<String, Integer>{ 1 => 1 };', 'Invalid key type Integer for String'],
    ["Map<String, Integer> m = new Map<String, Integer>{ 'a' => 'b' };", 'Invalid value type String for Integer'],
    ["Account a = new Account(Name = 'a', Name = 'b');", 'Duplicate field initialization: Name'],
    ['Main m = new Main(x = 1);', 'Invalid constructor syntax, name=value pairs can only be used for SObjects: Main'],
    ["String s = 'a'; s++;", 'Unary postfix increment/decrement can only be applied to numeric expressions: String'],
    ["String s = 'a'; --s;", 'Unary prefix decrement can only be applied to numeric expressions: String'],
    ['Integer i = -true;', 'Unary negation must use a numeric argument'],
    ["Integer i = ~'a';", 'Invalid type for bitwise negate: String'],
    ["Integer i = 1 << 'a';", '<< operation can only be applied to Integer or Long types'],
    ["Integer i = 1 & 'a';", '& operator can only be applied to Boolean expressions or to Integer or Long expressions'],
    ["Date d = Date.today() + 'a'; Integer n = 'a' - Date.today();", 'Date expressions must use Integer or Long'],
    ["String s = 'a' + System.debug('x');", 'Arithmetic expressions are not allowed on void types'],
    [
      'for (Contact c : [SELECT Id FROM Account]) {}',
      'Loop variable must be a generic SObject or List or a concrete SObject or List of: Account'
    ],
    ['List l;', 'No type arguments provided for a parameterized type: List'],
    ['Integer a__b;', 'Invalid character in identifier: a__b'],
    ['Integer a_;', 'Invalid character in identifier: a_'],
    ['Exception e = new Exception();', 'Type cannot be constructed: Exception'],
    ['super.run();', 'No super type defined: Main'],
    ['PageReference p = Page.Missing;', 'Page does not exist: Missing']
  ])('%s', (code, message) => expect(inMethod(code)).toContain(message));
});

describe('wrong members', () => {
  it.each([
    ['global void f() {}', 'Defining type for global methods must be declared as global'],
    ['global Integer x;', 'Defining type for global fields must be declared as global'],
    ['webservice static void f() {}', 'Defining type for webService methods must be declared as global'],
    ['global class A {}', 'Enclosing type for global classes in apex classes must be declared as global'],
    ['class A { protected void f() {} }', 'New protected methods cannot be defined in non-virtual classes'],
    ['class A { abstract void f(); }', 'Defining type for abstract methods must be declared as abstract'],
    ['interface I { public void f(); }', 'Modifiers are not allowed on interface methods'],
    ['public private void f() {}', 'Declarations can only have one scope'],
    ['Main() { Integer x = 1; this(1); } Main(Integer i) {}', "Call to 'this()' must be the first statement in a constructor method"],
    ['Main() { super(); }', 'No super type defined: Main'],
    ['Main() { return 1; }', 'Constructors must not return a value'],
    ['Integer x; static Integer f() { return Main.x; }', 'Variable does not exist: x'],
    [
      'static Integer x; Integer f() { return this.x; }',
      'Static field cannot be referenced from a non static context: x from the type Main'
    ],
    ['static Object f() { return this; }', 'This cannot be referenced in a static context'],
    ['static String f() { return super.toString(); }', 'Super cannot be referenced in a static context'],
    ['@InvocableMethod public void f(List<String> a) {}', 'InvocableMethod methods must be declared as static'],
    [
      '@InvocableMethod public static void f(String a) {}',
      'Unsupported parameter type String. Valid invocable parameters must be List types like List<T> where T is a supported type'
    ],
    ['@AuraEnabled public String name() { return null; }', "Non static AuraEnabled methods must be named with a prefix 'get'"],
    ['transient void f() {}', 'transient is not allowed on methods'],
    ['@TestVisible @TestVisible Integer x;', 'Duplicate modifier: testvisible'],
    ["@AuraEnabled public String getX(Integer a) { return ''; }", 'Non static AuraEnabled methods may not have parameters'],
    [
      '@AuraEnabled public Integer f; @AuraEnabled public static Integer f() { return 1; }',
      'AuraEnabled method and variable cannot have the same name: f'
    ],
    ['@InvocableMethod static void f(List<String> a) {}', 'InvocableMethod methods require at least one of the following global, public'],
    [
      '@InvocableMethod public static Integer f(List<String> a) { return 1; }',
      'InvocableMethod methods do not support return type of Integer'
    ],
    ['@TestSetup static void f() {} @TestSetup static void g() {}', 'Only one method per type can be defined with: TestSetup'],
    ['@HttpGet void f() {}', 'HttpGet methods must be declared as static'],
    ['@unknown void f() {}', 'Annotation does not exist: unknown'],
    [
      'static void f() { switch on N { when M {} } } static final Integer N = 1; static Integer M = 2;',
      'Field must be a static final constant: M'
    ],
    ['enum E { A } void f(E e) { switch on e { when E.A {} } }', "Enum value used in 'when expression' should be unqualified"]
  ])('%s', (members, message) => expect(inClass(members)).toContain(message));
});

describe('wrong hierarchies', () => {
  it.each([
    ['class A extends A {}', 'Circular definition: Main.A'],
    ['class A extends String {}', 'Non-virtual and non-abstract type cannot be extended: String'],
    ['interface I {} class A extends I {}', 'Invalid class: I'],
    ['virtual class A {} class B implements A {}', 'Invalid interface: A'],
    ['interface I {} class A implements I, I {}', 'Interface already implemented: I'],
    ['class Wrong extends Exception {}', 'Classes extending Exception must have a name ending in Exception: Main.Wrong'],
    ['class WrongException {}', 'Exception class must extend another Exception class: Main.WrongException'],
    [
      'virtual class A { public virtual void f() {} } class B extends A { private override void f() {} }',
      'Cannot reduce the visibility of method: void Main.B.f()'
    ],
    [
      'virtual class A { public virtual Integer f() { return 1; } } class B extends A { public override String f() { return null; } }',
      'Method return types clash: String vs Integer from the type Main.B'
    ]
  ])('%s', (members, message) => expect(inClass(members)).toContain(message));

  it('asks a top-level type to be public or global unless it is a test', () => {
    expect(messages('class Main {}')).toEqual(['Top-level type must have public or global visibility']);
    expect(messages('@IsTest private class Main {}')).toEqual([]);
  });
});

describe('wrong types', () => {
  it.each([
    ["@RestResource(urlMapping='deals') global class Main {}", "Rest Resource url must begin with a forward slash, '/'"],
    [
      "@RestResource(urlMapping='/deals*') global class Main {}",
      "Rest Resource url wildcard, '*', must be preceded by a forward slash, '/'"
    ]
  ])('%s', (source, message) => expect(messages(source)).toContain(message));

  it.each([
    ['trigger Main on Account (before insert, before insert) {}', 'Duplicate Trigger Usage: before insert'],
    ['trigger Main on Account (before undelete) {}', 'Trigger Usage Before Undelete is not supported'],
    ['trigger Main on Route__mdt (after insert) {}', 'SObject type does not allow triggers: Route__mdt'],
    ['trigger Main on Account (after insert) { return 1; }', 'Trigger bodies must not return a value']
  ])('%s', (source, message) => expect(messages(source)).toContain(message));
});

describe('allowed declarations', () => {
  it.each([
    [
      'a public method that overrides a global one',
      'global virtual class A { global virtual void f() {} } global class B extends A { public override void f() {} }'
    ],
    [
      "a subclass's constructor setting the superclass's final field",
      'virtual class A { protected final Integer x; } class B extends A { B() { x = 1; } }'
    ],
    ['a mock that implements the callout interface', 'HttpCalloutMock mock = new StaticResourceCalloutMock();'],
    [
      'words of SOQL as names',
      'Integer order; Integer offset; void f(Integer count, String query, List<Integer> fields) { Integer scope = count; order = scope; }'
    ],
    ['a local that hides a class', 'class Thing { Integer n; } Integer f() { Thing thing = new Thing(); return thing.n; }']
  ])('%s', (_what, members) => expect(messages(`global class Main {\n${members}\n}`)).toEqual([]));
});
