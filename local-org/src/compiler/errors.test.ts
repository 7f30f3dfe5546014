import { describe, expect, it } from 'vitest';
import { errorsOf } from './test-org.ts';

/** Messages for statements inside `Main.run()`. */
function inMethod(code: string, members = ''): string[] {
  return errorsOf({ Main: `public class Main {\n${members}\npublic Object run() {\n${code}\n}\n}` }).map((error) => error.message);
}

function inClass(members: string, header = 'public class Main'): string[] {
  return errorsOf({ Main: `${header} {\n${members}\n}` }).map((error) => error.message);
}

describe('wrong statements', () => {
  it.each([
    ['return missing;', 'Variable does not exist: missing'],
    ['return missing();', 'Method does not exist or incorrect signature: void missing() from the type Main'],
    ["return 'a'.left('x');", 'Method does not exist or incorrect signature: void left(String) from the type String'],
    ['Missing m; return 1;', 'Invalid type: Missing'],
    ["Integer i = 'a'; return i;", 'Illegal assignment from String to Integer'],
    ['Integer i = 1.5; return i;', 'Illegal assignment from Decimal to Integer'],
    ['Integer i = 1L; return i;', 'Illegal assignment from Long to Integer'],
    ['List<Integer> xs = new List<String>(); return xs;', 'Illegal assignment from List<String> to List<Integer>'],
    ['Set<Object> xs = new Set<String>(); return xs;', 'Illegal assignment from Set<String> to Set<Object>'],
    ['Object o = 1; Integer i = o; return i;', 'Illegal assignment from Object to Integer'],
    ['SObject s; Account a = s; return a;', 'Illegal assignment from SObject to Account'],
    ['Account a = new Contact(); return a;', 'Illegal assignment from Contact to Account'],
    ['Integer i = 1; i += 1.5; return i;', 'Illegal assignment from Decimal to Integer'],
    ['Integer i = 2147483648; return i;', 'Illegal integer'],
    ['Integer i; Integer i; return 1;', 'Duplicate variable: i'],
    ['Integer I; for (Integer i = 0; i < 1; i++) {} return 1;', 'Duplicate variable: i'],
    ['if (1) {} return 1;', 'Condition expression must be of type Boolean: Integer'],
    ["while ('x') {} return 1;", 'Condition expression must be of type Boolean: String'],
    ["return 'a' - 1;", 'Arithmetic expressions must use numeric arguments'],
    ['return true + 1;', 'Arithmetic expressions must use numeric arguments'],
    ["return 'a' && true;", 'Logical operator can only be applied to Boolean'],
    ['return 1 || true;', 'Logical operator can only be applied to Boolean'],
    ['return !1;', '! operator can only be applied to boolean expressions'],
    ["return 1 == 'a';", 'Comparison arguments must be compatible types: Integer, String'],
    ["return 'a' < 1;", 'Comparison arguments must be compatible types: String, Integer'],
    ['return null > 1;', 'Comparison arguments must be compatible types: NULL, Integer'],
    ["return (Integer) 'a';", 'Incompatible types since an instance of String is never an instance of Integer'],
    ['return (Contact) new Account();', 'Incompatible types since an instance of Account is never an instance of Contact'],
    ["return 'a' instanceof Integer;", 'Operation instanceof is always false since an instance of String is never an instance of Integer'],
    ['1 + 2; return 1;', 'Expression cannot be a statement.'],
    ['5 = 6; return 1;', 'Expression cannot be assigned'],
    ['break; return 1;', 'Break statement must be in loop'],
    ['throw 1;', 'Throw expression must be of type exception: Integer'],
    ['throw new Main(); ', 'Throw expression must be of type exception: Main'],
    ['try {} catch (String s) {} return 1;', 'Catch block variable must be of type exception: String'],
    ['for (Integer i : 5) {} return 1;', 'Loop must iterate over collection: Integer'],
    ['for (String s : new List<Integer>()) {} return 1;', 'Invalid loop variable type expected Integer was String'],
    ['return 1; return 2;', 'Unreachable statement'],
    ['Integer i = 0;', 'Missing return statement required return type: Object'],
    ['if (true) { return 1; }', 'Missing return statement required return type: Object'],
    ['return;', 'Missing return statement required return type: Object'],
    ['insert 5; return 1;', 'DML requires SObject or SObject list type: Integer'],
    ['update new List<String>(); return 1;', 'DML requires SObject or SObject list type: List<String>'],
    [
      "switch on 1 { when 'a' {} } return 1;",
      'String value in when expression cannot be implicitly converted to the Integer type in switch expression'
    ],
    ['switch on 1 { when 1 {} when 1 {} } return 1;', '1 occurs as more than one when branch for this switch statement'],
    ['return new Main(1);', 'Constructor not defined: [Main].<Constructor>(Integer)'],
    ['return new Comparable();', 'Abstract classes cannot be constructed: System.Comparable'],
    ['return Main.Missing.X;', 'Variable does not exist: Missing'],
    ['Integer i = 1; return i[0];', 'Expression must be a list type: Integer'],
    ["return new List<String>()['a'];", 'List index must be of type Integer: String']
  ])('%s', (code, message) => expect(inMethod(code)).toContain(message));
});

describe('wrong rows and queries', () => {
  it.each([
    ['return new Account(Missing__c = 1);', 'Field does not exist: Missing__c on Account'],
    [
      'return new Account(Name = 1);',
      'Invalid initializer type Integer found for field Account.Name: expected String or a type convertible to String'
    ],
    ["return new Account('x');", 'Type requires name=value pair construction: Account'],
    ['return new Deal__c(Score__c = 1);', 'Field is not writeable: Deal__c.Score__c'],
    ['Deal__c d = new Deal__c(); d.Score__c = 1; return d;', 'Field is not writeable: Deal__c.Score__c'],
    ['return new Account().Missing__c;', 'Variable does not exist: Missing__c'],
    ['return new Contact().Account.Missing__c;', 'Variable does not exist: Missing__c'],
    ['SObject s; return s.Name;', 'Variable does not exist: Name'],
    ['return Account.Missing__c;', 'Variable does not exist: Missing__c'],
    ['return Label.Missing;', 'External string does not exist: Missing'],
    ['return [SELECT Id FROM Missing__c];', "sObject type 'Missing__c' is not supported."],
    ['return [SELECT Missing__c FROM Account];', "No such column 'Missing__c' on entity 'Account'"],
    ['return [SELECT Id FROM Account WHERE Missing__c = 1];', "No such column 'Missing__c' on entity 'Account'"],
    ['return [SELECT Missing__r.Name FROM Account];', "Didn't understand relationship 'Missing__r'"],
    ['return [SELECT Id FROM Account WHERE Name = :missing];', 'Variable does not exist: missing'],
    ['return Account.getInstance();', 'Method does not exist or incorrect signature: void getInstance() from the type Account'],
    ['Missing__c m; return m;', 'Invalid type: Missing__c'],
    ['return new SObject();', 'Type cannot be constructed: SObject']
  ])('%s', (code, message) => expect(inMethod(code).join('\n')).toContain(message));

  it('names the library member that is not implemented', () =>
    expect(inMethod("return DataWeave.Script.createScript('x');")).toEqual([
      'Not implemented in the local org: DataWeave.Script.createScript(String)'
    ]));
});

describe('wrong classes', () => {
  it.each([
    ['Integer x; String X;', 'Duplicate field: X'],
    ['void f(Integer a) {} void F(Integer b) {}', 'Method already defined: F void Main.F(Integer) from the type Main'],
    ['Main() {} Main() {}', 'Constructor already defined: Main'],
    ['void f();', 'Method must have a body'],
    ['@future void f() {}', 'Future methods must be declared as static'],
    ['@future static Integer f() { return 1; }', 'Future methods do not support return type of Integer'],
    ['@future static void f(Account a) {}', 'Future methods do not support parameter type of Account'],
    [
      '@AuraEnabled public static void f() {} @AuraEnabled public static void f(Integer i) {}',
      'Overload of AuraEnabled method: f overload is not permitted'
    ],
    ['static void f() { g(); } void g() {}', 'Non static method cannot be referenced from a static context: void Main.g()'],
    ['Integer x; static Integer f() { return x; }', 'Variable does not exist: x'],
    ['void f() { return 1; }', 'Void method must not return a value'],
    ["Integer f() { return 'a'; }", 'Illegal conversion from String to Integer'],
    [
      'final Integer x = 1; void f() { x = 2; }',
      'Final members can only be assigned in their declaration, init blocks, or constructors: x'
    ],
    ['Integer x { get; } void f() { x = 2; }', 'Variable is not visible: Main.x'],
    ['class A {} class B extends A {}', 'Non-virtual and non-abstract type cannot be extended: Main.A'],
    [
      'virtual class A { public virtual void f() {} } class B extends A { public void f() {} }',
      'Method must use the override keyword: void Main.B.f()'
    ],
    [
      'virtual class A { public void f() {} } class B extends A { public override void f() {} }',
      'Non-virtual, non-abstract methods cannot be overridden: void Main.B.f()'
    ],
    ['class B { public override void f() {} }', '@Override specified for non-overriding method: void Main.B.f()'],
    ['class B implements Comparable {}', 'Class Main.B must implement the method: Integer System.Comparable.compareTo(Object)'],
    [
      'interface I { void f(Integer n); } class B implements I { public void f(String s) {} }',
      'Class Main.B must implement the method: void Main.I.f(Integer)'
    ],
    [
      'class B implements Comparable { public Long compareTo(Object other) { return 0L; } }',
      'Class Main.B must implement the method: Integer System.Comparable.compareTo(Object)'
    ],
    ['abstract class A { abstract void f(); } class B extends A {}', 'Class Main.B must implement the abstract method: void Main.A.f()'],
    ['abstract class A {} Object o = new A();', 'Abstract classes cannot be constructed: Main.A'],
    ['virtual class A { A(Integer n) {} } class B extends A { B() {} }', 'No default constructor available in super type: Main.A'],
    ['class A { class B {} }', 'Inner types are not allowed to have inner types'],
    ['class A { static Integer n; }', 'static can only be used on fields of a top level type'],
    ['class A { static void f() {} }', 'static can only be used on methods of a top level type'],
    ['enum E { A } Object o = E.B;', 'Variable does not exist: B']
  ])('%s', (members, message) => expect(inClass(members)).toContain(message));

  it('does not let other classes at private members', () => {
    const other = 'public class Other { private Integer x; private static void f() {} private Other(Integer n) {} public Other() {} }';
    const main = 'public class Main { void run() { Integer a = new Other().x; Other.f(); Object o = new Other(1); } }';
    expect(errorsOf({ Other: other, Main: main }).map((error) => error.message)).toEqual([
      'Variable is not visible: Other.x',
      'Method is not visible: void Other.f()',
      'Constructor is not visible: [Other].<Constructor>(Integer)'
    ]);
  });
  it('opens @TestVisible members to tests', () => {
    const other = 'public class Other { @TestVisible private static void f() {} }';
    expect(errorsOf({ Other: other, Main: '@IsTest class Main { static void run() { Other.f(); } }' })).toEqual([]);
  });
  it('reports two classes of one name', () =>
    expect(errorsOf({ A: 'public class Same {}', B: 'public class SAME {}' }).map((error) => error.message)).toMatchObject([
      'Type name already in use: SAME'
    ]));
});

describe('positions', () => {
  it('gives file, line and column of the mistake', () =>
    expect(errorsOf({ Main: 'public class Main {\n  void f() {\n    Integer i =\n      missing;\n  }\n}' })).toMatchObject([
      { file: 'Main.cls', line: 4, column: 7, message: 'Variable does not exist: missing' }
    ]));
  it('reports every mistake of a class in order', () =>
    expect(inMethod("Integer a = 'x'; Integer b = a + c; return b + d;")).toEqual([
      'Illegal assignment from String to Integer',
      'Variable does not exist: c',
      'Variable does not exist: d'
    ]));
  it('reports syntax errors with their position', () => {
    const [error] = errorsOf({ Main: 'public class Main {\n  void f() { Integer x = 5 }\n}' });
    expect(error).toMatchObject({ file: 'Main.cls', line: 2, message: "Missing ';' at '}'" });
  });
  it('compiles nothing when one class is wrong', () =>
    expect(errorsOf({ Good: 'public class Good {}', Bad: 'public class Bad { Missing m; }' })).toHaveLength(1));
});
