import { describe, expect, it } from 'vitest';
import { errorsOf } from './test-org.ts';

const inClass = (members: string): string[] => errorsOf({ Main: `public class Main {\n${members}\n}` }).map((error) => error.message);
const inMethod = (code: string): string[] => inClass(`void run() {\n${code}\n}`);

describe('types that do not fit', () => {
  it.each([
    ['Set<SObject> s = new Set<Account>();', 'Illegal assignment from Set<Account> to Set<SObject>'],
    ['Set<String> s = new Set<Id>();', 'Illegal assignment from Set<Id> to Set<String>'],
    ['Map<String, Account> m = new Map<Id, Account>();', 'Illegal assignment from Map<Id,Account> to Map<String,Account>'],
    ['Map<Id, Account> m = new Map<Id, SObject>();', 'Illegal assignment from Map<Id,SObject> to Map<Id,Account>'],
    [
      "List<String> l = new List<String>('a');",
      'Invalid initializer type String found for List<String>: expected an Integer or a List of type String'
    ],
    [
      'Set<Id> s = new Set<Id>(new List<String>());',
      'Invalid initializer type List<String> found for Set<Id>: expected a List or a Set of type: Id'
    ],
    [
      'Map<Id, Account> m = new Map<Id, Account>(new List<Contact>());',
      'Invalid initializer type List<Contact> found for Map<Id,Account>: expected a Map with the same key and value types, or a valid SObject List'
    ],
    ['Map<String> m;', 'Invalid type argument count for Map: expected 2 but found 1'],
    ['String<Integer> s;', 'Type arguments provided for a non-parameterized type: String'],
    [
      'List<List<List<List<List<List<List<List<List<List<String>>>>>>>>>> l;',
      'Exceeded max parameterized type depth: List<List<List<List<List<List<List<List<List<List<String>>>>>>>>>>, depth: 9'
    ],
    ["Object o = true ? 1 : 'a';", 'Incompatible types in ternary operator: String, Integer'],
    ['SObject s = true ? new Account() : new Contact();', 'Incompatible types in ternary operator: Contact, Account'],
    ['Account a; Contact c; Object o = a ?? c;', 'Incompatible types in null coalescing operator: Account, Contact'],
    ['Boolean b = 1 === 1;', 'Exact equality operator only allowed for reference types: Integer'],
    ['Account a; Boolean b = a === null;', 'Comparison arguments must be compatible types: Account, NULL'],
    ['Boolean b = new Account() > new Account();', 'Inequality operator not allowed for this type: Account'],
    ['Boolean b = true > false;', 'Inequality operator not allowed for this type: Boolean'],
    ['Date d = Date.today() + 1.5;', 'Date expressions must use Integer or Long'],
    [
      "Boolean b = 'a' instanceof Object;",
      'Operation instanceof is always true since an instance of String is always an instance of Object'
    ],
    [
      'Boolean b = 1 instanceof Decimal;',
      'Operation instanceof is always true since an instance of Integer is always an instance of Decimal'
    ],
    [
      'Boolean b = new List<Account>() instanceof List<SObject>;',
      'Operation instanceof is always true since an instance of List<Account> is always an instance of List<SObject>'
    ],
    ['Set<String> s; Set<Id> t = (Set<Id>) s;', 'Incompatible types since an instance of Set<String> is never an instance of Set<Id>'],
    ['Integer i = -2147483648;', 'Illegal integer'],
    ['Object o = new String();', 'Type cannot be constructed: String'],
    ['Account a; switch on a { when null {} }', 'Account is not a valid switch expression type'],
    ['Object o; switch on o { when 1 {} }', 'Object is not a valid switch expression type'],
    [
      'for (List<Contact> l : [SELECT Id FROM Account]) {}',
      'Loop variable must be a generic SObject or List or a concrete SObject or List of: Account'
    ],
    ['Integer j; for (Integer i = 0; i < 3; i++, j++) {}', "Unexpected token ','."],
    ['[SELECT Id FROM Account];', 'Expression cannot be a statement.'],
    ['missing;', 'Variable does not exist: missing'],
    [
      "Account a; String n = a.Name; n.addError('x');",
      'addError must be invoked on an expression that is an exact SObject field reference'
    ],
    ["Account a; a.Name?.addError('x');", 'Safe navigation operator is not allowed between SObject field and addError'],
    ['Set<Id> s; s.addAll(new List<String>());', 'Illegal all method call for argument type, List<String>, for collection: Set<Id>'],
    ['Map<Id, Account> m; m.putAll(new List<Contact>());', 'Invalid putAll type List<Contact> found for Map<Id,Account>'],
    ['merge new Account() new Contact();', 'Invalid type for duplicate records'],
    ['SObject a; merge a a;', 'Merge requires a concrete SObject type: SObject'],
    ['upsert new List<SObject>() Id;', 'Upsert with a field specification requires a concrete SObject type'],
    ['Object o = new AggregateResult();', 'SObject is not constructable: AggregateResult']
  ])('%s', (code, message) => expect(inMethod(code)).toContain(message));

  it.each([
    ['Integer x = y; Integer y = 1;', 'Illegal forward reference: y'],
    ['static Integer x = y + 1; static Integer y = 1;', 'Illegal forward reference: y'],
    ['Integer x = x;', 'Illegal forward reference: x'],
    ['{ x = 1; } Integer x;', 'Illegal forward reference: x'],
    ['{ return; }', 'Return must be called from a method'],
    ['Integer x { set; } void f() { Integer y = x; }', 'Variable is not visible: Main.x'],
    ['Main(Integer i) { this(x); } Integer x; Main(Long l) {}', 'Cannot reference instance variables in a constructor invocation: x'],
    [
      'Main(Integer i) { this(f()); } Integer f() { return 1; } Main(Long l) {}',
      'Cannot reference instance methods in a constructor invocation: Integer Main.f()'
    ],
    ['virtual class A { A(Integer i) {} } class B extends A { B() { super(true); } }', 'No constructor defined: void <init>(Boolean)'],
    [
      'class MyException extends Exception { MyException(String s) {} }',
      'System exception constructor already defined: void <init>(String)'
    ],
    ['interface I extends I {}', 'Circular definition: Main.I'],
    [
      'interface I { void f(); } class A implements I { void f() {} }',
      'Main.A: Overriding implementations of global or public interface methods must be global or public: void Main.I.f()'
    ],
    [
      'interface I { void f(); } class A implements I { public override void f() {} }',
      '@Override specified for non-overriding method: void Main.A.f()'
    ],
    [
      'abstract class A { public abstract void f(); } class B extends A { public void f() {} }',
      'Method must use the override keyword: void Main.B.f()'
    ],
    ['class A {} class A {}', 'Type name already in use: Main.A'],
    ['void f(Integer i) {} void f(String s) {} void g() { f(null); }', 'Ambiguous method signature: void f(NULL)'],
    ['Integer f() { while (true) {} }', 'Missing return statement required return type: Integer'],
    ['Integer f() { try { f(); } finally { return 1; } }', 'Missing return statement required return type: Integer']
  ])('%s', (members, message) => expect(inClass(members)).toContain(message));
});

describe('unusual code that is right', () => {
  it.each([
    ['while (true) {} Integer x;'],
    ["Account a; a?.Name.addError('x'); a?.addError('x');"],
    ['for (;;) { break; Integer x; }'],
    ['try { Integer x; } finally { return; } Integer y;'],
    ['Integer i; (i++);'],
    ['throw null;'],
    ['Boolean b; Account a = b ? [SELECT Id FROM Account LIMIT 1] : null;'],
    ['List<Account> l = new List<SObject>(); List<Object> m = new List<String>(); Iterable<Object> n = new Set<String>();'],
    ["Object o = true ? (Object) 1 : 'a'; Id i; String s = true ? i : 'x'; Decimal d = true ? 1 : 2.5;"],
    [
      'Map<Id, SObject> m = new Map<Id, SObject>([SELECT Id FROM Account]); Map<String, Account> n = new Map<String, Account>(new List<Account>());'
    ],
    ['List<String> l; l.addAll(new List<Id>()); List<SObject> r; r.addAll(new List<Account>());'],
    ['Integer i = 1; Boolean b = i != null && 1 < 2 == true; Object o; b = o === i;']
  ])('%s', (code) => expect(inMethod(code)).toEqual([]));
  it.each([
    [
      'Integer y = getX(); Integer x = 1; Integer getX() { return x; } Integer z = this.w; Integer w = 2; static Integer a = Main.b; static Integer b = 1;'
    ],
    ['interface I {} class A {} void f(I i) { A a = (A) i; String s = (String) i; Account r = (Account) i; I j = (I) a; }'],
    [
      'public Integer hashCode() { return 1; } public Boolean equals(Object o) { return true; } public override String toString() { return null; }'
    ],
    ['class MyException extends Exception { Integer code; MyException(Integer code, String text) { this(text); this.code = code; } }'],
    ['Integer f() { System.runAs(new User()) { return 1; } return 2; }']
  ])('%s', (members) => expect(inClass(members)).toEqual([]));
});

describe('queries that cannot be asked', () => {
  it.each([
    ['SELECT Id, Id FROM Account', 'duplicate field selected: Id'],
    ['SELECT Name, a.Name FROM Account a', 'duplicate field selected: Name'],
    ['SELECT Id, (SELECT Id, Id FROM Contacts) FROM Account', 'duplicate field selected: Id'],
    ['SELECT FIELDS(STANDARD), Name FROM Account', 'duplicate field selected: Name'],
    ['SELECT FIELDS(ALL) FROM Account LIMIT 200', 'The SOQL FIELDS function is not supported with an unbounded set of fields in this API'],
    ['SELECT Name n FROM Account', 'only aggregate expressions use field aliasing'],
    [
      'SELECT Id FROM Account WHERE Name = 5',
      "value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes"
    ],
    [
      "SELECT Id FROM Account WHERE AnnualRevenue = 'a'",
      "value of filter criterion for field 'AnnualRevenue' must be of type double and should not be enclosed in quotes"
    ],
    ['SELECT COUNT(Id) FROM Account LIMIT 1', 'Non-grouped query that uses overall aggregate functions cannot also use LIMIT'],
    ['SELECT Industry, COUNT(Id) FROM Account GROUP BY Industry ORDER BY Name', 'Ordered field must be grouped or aggregated: Name'],
    ["SELECT Industry, COUNT(Id) FROM Account GROUP BY Industry HAVING Name = 'a'", 'Field must be grouped or aggregated: Name'],
    [
      "SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact) OR Name = 'a'",
      "Semi join sub-selects are not allowed with the 'OR' operator"
    ],
    ['SELECT Id FROM Account WHERE Id IN (SELECT Id FROM Account)', 'The inner and outer selects should not be on the same object type'],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE Id IN (SELECT Account__c FROM Deal__c))',
      'Nesting of semi join sub-selects is not supported'
    ],
    ['SELECT Id FROM Account LIMIT 1 OFFSET 2001', 'Maximum SOQL offset allowed is 2000']
  ])('%s', (query, message) => expect(inMethod(`Object o = [${query}];`)).toEqual([message]));
});
