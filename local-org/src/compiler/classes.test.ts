import { describe, expect, it } from 'vitest';
import { startCpuTime } from '../platform/limits.ts';
import { within } from '../runtime/execution.ts';
import { compileOrg } from './index.ts';
import { callMain, compiled, evaluate, execution, testModel } from './test-org.ts';

describe('classes', () => {
  it('dispatches to the override, and to the ancestor through super', () =>
    expect(
      evaluate(
        'Base b = new Sub(); return b.name() + b.twice();',
        "public virtual class Base { public virtual String name() { return 'base'; } public String twice() { return name() + name(); } } public class Sub extends Base { public override String name() { return 'sub-' + super.name(); } }"
      )
    ).toBe('sub-basesub-basesub-base'));
  it("does not let a private method of a subclass replace the ancestor's", () =>
    expect(
      callMain({
        Main: 'public class Main { public static Object run() { return new Sub().go(); } }',
        Base: "public virtual class Base { private String tag() { return 'base'; } public String go() { return tag(); } }",
        Sub: "public class Sub extends Base { private String tag() { return 'sub'; } }"
      })
    ).toBe('base'));
  it('runs static blocks before the first code of the class, whether that uses static fields or not', () =>
    expect(
      callMain({
        Main: "public class Main { public static String log = ''; public static Object run() { Used.go(); Used.go(); new Made(); return log; } }",
        Used: "public class Used { static { Main.log += 'u'; } public static void go() { Main.log += 'g'; } }",
        Made: "public class Made { static { Main.log += 'm'; } }"
      })
    ).toBe('uggm'));
  it('initialises the whole hierarchy in order before any constructor body', () =>
    expect(
      evaluate(
        'new Sub(); return log;',
        "static String log = ''; static Integer mark(String s) { log += s; return 0; } public virtual class Base { Integer x = mark('1'); public Base() { mark('2'); } } public class Sub extends Base { Integer y = mark('3'); { mark('4'); } public Sub() { mark('5'); } }"
      )
    ).toBe('13425'));
  it('delegates with this(…) without initialising twice', () =>
    expect(
      evaluate(
        'new Point(3).total + inits',
        'static Integer inits = 0; public class Point { Integer seen = inits++; public Integer total; public Point(Integer x) { this(x, 10); total++; } public Point(Integer x, Integer y) { total = x + y; } }'
      )
    ).toBe('15'));
  it('reads and writes properties through their accessors', () =>
    expect(
      evaluate(
        "Box b = new Box(); b.size = 4; b.size += 2; return '' + b.size + b.doubled + b.auto;",
        'public class Box { public Integer size { get { return size == null ? 0 : size; } set { size = value * 10; } } public Integer doubled { get { return size * 2; } } public String auto { get; set; } }'
      )
    ).toBe('420840null'));
  it('sees constants before earlier static initialisers run', () =>
    expect(evaluate('early + LATE', "static String early = Main.LATE + '!'; static final String LATE = 'set';")).toBe('set!set'));
  it('calls interface methods of user classes', () =>
    expect(
      evaluate(
        'Shape s = new Square(); return s.area(3);',
        'public interface Shape { Integer area(Integer n); } public class Square implements Shape { public Integer area(Integer n) { return n * n; } }'
      )
    ).toBe('9'));
  it('takes a method with a narrower result or wider parameters for an interface method', () =>
    expect(
      evaluate(
        "Factory f = new Special(); Item i = f.make('a'); return i.name + f.make(3).name;",
        "public virtual class Item { public String name; } public class Part extends Item {} public interface Factory { Item make(String s); Item make(Integer n); } public class Special implements Factory { public Part make(Object o) { Part p = new Part(); p.name = 'part ' + o; return p; } }"
      )
    ).toBe('part apart 3'));
  it('takes a method without access for an abstract one up to API 64', () => {
    const model = testModel({
      Main: 'public class Main { public static Object run() { return new Leaf().both(); } }',
      Node: "public abstract class Node { abstract String own(); public String both() { return own() + '!'; } }",
      Leaf: "public class Leaf extends Node { private String own() { return 'leaf'; } }"
    });
    expect(compileOrg(model).errors.map(({ message }) => message)).toEqual([
      'abstract methods require at least one of the following global, public, protected'
    ]);
    const older = { ...model, apex: model.apex.map((source) => ({ ...source, apiVersion: 64 })) };
    expect(compileOrg(older).errors).toEqual([]);
  });
  it('finds a static property before the inner type of its name, and the type where the property has no such member', () =>
    expect(
      evaluate(
        'return Main.Filter.tag() + Main.Filter.LIMITED;',
        "public static Filter Filter { get { return new Filter(); } } public class Filter { public String LIMITED = 'x'; public String tag() { return 'made'; } }"
      )
    ).toBe('madex'));
  it('reads and writes a property of the superclass through super', () =>
    expect(
      evaluate(
        "Sub s = new Sub(); s.twice('a'); return s.label;",
        "public virtual class Base { public String label { get { return '<' + label + '>'; } set; } } public class Sub extends Base { public void twice(String text) { super.label = text + text; super.label = super.label + '!'; } }"
      )
    ).toBe('<<aa>!>'));
  it('calls a class where its name is also that of an object', () =>
    expect(evaluate('return Network.getNetworkId() == null;')).toBe('true'));
  it('calls user implementations of platform interfaces', () =>
    expect(
      evaluate(
        'List<Card> cs = new List<Card>{new Card(3), new Card(1)}; cs.sort(); Comparable c = cs[0]; return cs[0].n + c.compareTo(cs[1]);',
        'public class Card implements Comparable { public Integer n; public Card(Integer n) { this.n = n; } public Integer compareTo(Object o) { return n - ((Card) o).n; } }'
      )
    ).toBe('-1'));
  it('gives each transaction its own static variables', () => {
    const program = compiled({ Main: 'public class Main { static Integer n = 0; public static Integer run() { return ++n; } }' });
    const main = program.classes.get('main');
    const call = (): unknown => within(execution(program), () => (main?.jsClass as unknown as Record<string, () => unknown>)['run$']?.());
    expect([call(), call()]).toEqual([1, 1]);
  });
  it('describes classes for reflection', () => {
    const program = compiled({
      Main: '@IsTest private with sharing class Main { @TestVisible private Integer x; @IsTest static void checks() {} class Part {} enum E { A } }'
    });
    const main = program.classes.get('main');
    expect(main?.sharing).toBe('with');
    expect(main?.methods[0]).toMatchObject({ name: 'checks', static: true, annotations: [{ name: 'istest' }] });
    expect(program.classes.get('main.part')?.name).toBe('Main.Part');
    expect(program.classes.get('main.e')?.constants).toHaveLength(1);
    expect(program.resolveType('Map<String, List<Main.Part>>')?.name).toBe('Map<String,List<Main.Part>>');
    expect(program.resolveType('Nothing')).toBeNull();
  });
  it.each(['while (true) { n++; }', 'for (;;) { n++; }', 'do { n++; } while (true);'])(
    'ends %s once the transaction is out of time',
    (loop) => {
      const program = compiled({ Main: `public class Main { public static void run() { Integer n = 0; ${loop} } }` });
      const running = execution(program);
      startCpuTime(running);
      const run = program.classes.get('main')!.jsClass as unknown as Record<string, () => unknown>;
      expect(() => within(running, () => run['run$']!())).toThrow('Apex CPU time limit exceeded');
    }
  );
  it("sets the sharing of the class while its methods run and restores the caller's", () => {
    const program = compiled({ Main: 'public with sharing class Main { public static Integer run() { return 1 / 0; } }' });
    const running = execution(program);
    expect(() =>
      within(running, () => (program.classes.get('main')?.jsClass as unknown as Record<string, () => unknown>)['run$']?.())
    ).toThrow('Divide by 0');
    expect(running.sharing).toBe('without');
  });
});

describe('names', () => {
  it('ignores case everywhere', () =>
    expect(evaluate('INTEGER Count = 3; return cOUNT + mAIN.TWICE(count);', 'static Integer twice(integer N) { return n * 2; }')).toBe(
      '9'
    ));
  it('lets a variable hide a type, and finds the type where the variable makes no sense', () =>
    expect(evaluate("Account account = new Account(Name = 'v'); return account.Name + Account.SObjectType;")).toBe('vAccount'));
  it('lets a class of the org hide a platform type', () =>
    expect(
      callMain({
        Main: 'public class Main { public static Object run() { return new Http().tag(); } }',
        Http: "public class Http { public String tag() { return 'mine'; } }"
      })
    ).toBe('mine'));
  it('lets a method have the name of its class and of a field', () =>
    expect(evaluate('new Thing().thing()', 'public class Thing { Integer thing = 2; public Integer thing() { return thing; } }')).toBe(
      '2'
    ));
  it('prefers an inherited field to one of the enclosing class', () =>
    expect(
      evaluate(
        'new Sub().read()',
        "static String where_x = 'outer'; public virtual class Base { protected String where_x = 'inherited'; } public class Sub extends Base { public String read() { return where_x; } }"
      )
    ).toBe('inherited'));
  it('accepts the namespace of the org as a prefix', () =>
    expect(
      callMain(
        {
          Main: 'public class Main { public static Object run() { acme__Deal__c d = new acme__Deal__c(acme__Amount__c = 2); return acme.Main.half(d.Amount__c); } public static Decimal half(Decimal d) { return d / 2; } }'
        },
        'acme'
      )?.toString()
    ).toBe('1'));
});

describe('overloads', () => {
  const members =
    "static String f(Object o) { return 'object'; } static String f(String s) { return 'string'; } static String f(Integer i) { return 'integer'; } static String f(Decimal d) { return 'decimal'; } static String f(List<Object> l) { return 'list'; } static String g(Object o) { return 'object'; } static String g(Main m) { return 'main'; }";
  it.each([
    ["f('x')", 'string'],
    ['f(1)', 'integer'],
    ['f(1L)', 'decimal'],
    ['f(1.5)', 'decimal'],
    ['f(new List<Object>())', 'list'],
    ['f(true)', 'object'],
    ['g(null)', 'main'],
    ["f((Object) 'x')", 'object']
  ])('%s calls the %s one', (code, expected) => expect(evaluate(code, members)).toBe(expected));
});

describe('rows and schema', () => {
  it('stores fields under their canonical names', () =>
    expect(evaluate('Deal__c d = new Deal__c(amount__C = 5, CLOSE__c = Date.newInstance(2024, 1, 2)); d.AMOUNT__c += 1; return d;')).toBe(
      'Deal__c:{Amount__c=6, Close__c=2024-01-02 00:00:00}'
    ));
  it('follows parent relationships and child lists', () =>
    expect(evaluate("Deal__c d = new Deal__c(Account__r = new Account(Name = 'P')); return d.account__r.name;")).toBe('P'));
  it('gives tokens of objects and fields', () =>
    expect(evaluate("'' + Account.SObjectType + Account.Name + Schema.SObjectType.Account.getName() + Account.fields.Industry")).toBe(
      'AccountNameAccountIndustry'
    ));
  it('reads labels', () => expect(evaluate('System.Label.Greeting + Label.greeting')).toBe('HelloHello'));
  it('gives enums their methods', () =>
    expect(evaluate("Color.valueOf('green').name() + Color.RED.ordinal() + Color.values().size()", 'enum Color { RED, GREEN }')).toBe(
      'GREEN02'
    ));
  it('treats T[] and List<T> as one type', () =>
    expect(evaluate("String[] a = new List<String>{'x'}; List<String> b = new String[]{'y'}; a.addAll(b); return a;")).toBe('(x, y)'));
});
