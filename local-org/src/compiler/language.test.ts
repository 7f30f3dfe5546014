import { describe, expect, it } from 'vitest';
import { ApexException } from '../runtime/values/exception.ts';
import { within } from '../runtime/execution.ts';
import { compiled, evaluate, execution } from './test-org.ts';

describe('arithmetic', () => {
  it.each([
    ['2147483647 + 1', '-2147483648'],
    ['7 / 2', '3'],
    ['-7 / 2', '-3'],
    ['7.0 / 2', '3.5'],
    ['3 * 1.5', '4.5'],
    ['10L + 1', '11'],
    ['9223372036854775807L + 1', '-9223372036854775808'],
    ['1.50 + 1', '2.50'],
    ['5 & 3 | 8', '9'],
    ['1 << 4', '16'],
    ['-16 >> 2', '-4'],
    ['-1 >>> 28', '15'],
    ['6 ^ 3', '5'],
    ['~5', '-6'],
    ["'a' + 1 + 2", 'a12'],
    ["1 + 2 + 'a'", '3a'],
    ["'x' + null", 'xnull'],
    ['Date.newInstance(2024, 2, 28) + 2 == Date.newInstance(2024, 3, 1)', 'true'],
    ['1 + 2 * 3 - 4 / 2', '5']
  ])('%s is %s', (code, value) => expect(evaluate(code)).toBe(value));

  it('keeps the type of a compound assignment', () =>
    expect(evaluate('Integer i = 5; i += 3; i *= 2; i -= 1; i /= 4; i <<= 2; return i;')).toBe('12'));
  it('evaluates the receiver of a compound assignment once', () =>
    expect(
      evaluate(
        'Integer calls = 0; List<Integer> xs = new List<Integer>{1}; xs[next()] += 5; return xs[0] + count;',
        'static Integer count = 0; static Integer next() { count++; return 0; }'
      )
    ).toBe('7'));
  it('gives the old value of a postfix step and the new one of a prefix step', () =>
    expect(evaluate("Integer i = 1; return '' + (i++) + i + (++i) + (i--) + i;")).toBe('12332'));
  it('widens an Integer passed for a Decimal', () =>
    expect(evaluate('twice(2)', 'static Decimal twice(Decimal d) { return d * 2.0; }')).toBe('4.0'));
  it('converts the elements of a list that widens', () =>
    expect(evaluate('List<Decimal> ds = new List<Integer>{1, 2}; Object first = ds[0]; return first instanceof Decimal;')).toBe('true'));
});

describe('comparison', () => {
  it.each([
    ["'abc' == 'ABC'", 'true'],
    ["'abc'.equals('ABC')", 'false'],
    ["'b' > 'A'", 'true'],
    ['1 == 1.0', 'true'],
    ['1 < 2 == true', 'true'],
    ['null == null', 'true'],
    ['1 != 2 && !(3 <= 2)', 'true'],
    ['new List<Integer>() === new List<Integer>()', 'false']
  ])('%s is %s', (code, value) => expect(evaluate(code)).toBe(value));

  it('gives equality and order one precedence level, from the left', () =>
    expect(() => evaluate('true == 1 < 2')).toThrow('Comparison arguments must be compatible types: Boolean, Integer'));

  it('is false whenever one side is null', () =>
    expect(evaluate('Integer n = null; return (n < 1) || (n > 1) || (n <= 1) || (n >= 1);')).toBe('false'));
  it('compares lists and rows by value', () =>
    expect(evaluate("new List<Integer>{1, 2} == new List<Integer>{1, 2} && new Account(Name = 'a') == new Account(Name = 'a')")).toBe(
      'true'
    ));
  it('asks user classes for their equality', () =>
    expect(
      evaluate(
        'new Money(5) == new Money(5) && new Set<Money>{new Money(5)}.contains(new Money(5))',
        'class Money { Integer n; Money(Integer n) { this.n = n; } public Boolean equals(Object o) { return ((Money) o).n == n; } public Integer hashCode() { return n; } }'
      )
    ).toBe('true'));
});

describe('null', () => {
  it('raises a NullPointerException for a call on null', () =>
    expect(() => evaluate('String s = null; return s.length();')).toThrow('Attempt to de-reference a null object'));
  it('raises a NullPointerException for a null condition', () =>
    expect(() => evaluate('Boolean b; if (b) { return 1; } return 2;')).toThrow(ApexException));
  it('raises a NullPointerException for arithmetic on null', () =>
    expect(() => evaluate('Integer i; return i + 1;')).toThrow('Attempt to de-reference a null object'));
  it('raises a NullPointerException for a loop over null', () =>
    expect(() => evaluate('List<Integer> xs; for (Integer x : xs) { } return 1;')).toThrow('Attempt to de-reference a null object'));
  it('ends a chain at ?. when the receiver is null', () =>
    expect(evaluate("String s; return s?.trim().length() + '|' + s?.length();")).toBe('null|null'));
  it('goes on after ?. when the receiver is there', () => expect(evaluate("String s = ' ab '; return s?.trim().length();")).toBe('2'));
  it('takes the right side of ?? only for null', () =>
    expect(evaluate("String s; Integer n = 0; return (s ?? 'none') + (n ?? 9);")).toBe('none0'));
  it('gives null through a null parent relationship', () => expect(evaluate("new Contact(LastName = 'x').Account.Name")).toBe('null'));
});

describe('statements', () => {
  it('leaves and continues loops', () =>
    expect(
      evaluate(
        "String out = ''; for (Integer i = 0; i < 9; i++) { if (i == 2) continue; if (i == 5) break; out += i; } Integer n = 0; while (true) { if (++n > 3) break; } do { n++; } while (n < 6); return out + n;"
      )
    ).toBe('01346'));
  it('switches on strings, numbers and enums without falling through', () =>
    expect(
      evaluate(
        "String out = ''; for (Integer i : new List<Integer>{1, 2, 3}) { switch on i { when 1, 2 { out += 'a'; } when else { out += 'z'; } } } switch on Color.GREEN { when RED { out += 'r'; } when GREEN { out += 'g'; } } switch on 'X' { when 'x' { out += 'lower'; } when 'X' { out += 'upper'; } } return out;",
        'enum Color { RED, GREEN }'
      )
    ).toBe('aazgupper'));
  it('binds the row in a type switch', () =>
    expect(
      evaluate(
        "SObject row = new Account(Name = 'Acme'); switch on row { when Contact c { return c.LastName; } when Account a { return a.Name; } when null { return 'null'; } } return 'none';"
      )
    ).toBe('Acme'));
  it('runs finally on every way out', () =>
    expect(
      evaluate(
        'return go() + log;',
        "static String log = ''; static String go() { for (Integer i = 0; i < 2; i++) { try { if (i == 1) return 'ret'; } finally { log += 'f' + i; } } return 'end'; }"
      )
    ).toBe('retf0f1'));
  it('catches by type, most specific clause first', () =>
    expect(
      evaluate(
        "try { Object o = 'x'; Integer i = (Integer) o; } catch (NullPointerException e) { return 'npe'; } catch (TypeException e) { return e.getMessage(); } return 'none';"
      )
    ).toBe('Invalid conversion from runtime type String to Integer'));
  it('refuses to go on when the loop changes what it iterates over', () => {
    expect(() => evaluate('List<Integer> xs = new List<Integer>{1}; for (Integer x : xs) { xs.add(x); } return 1;')).toThrow(
      'Cannot modify a collection while it is being iterated.'
    );
    expect(() => evaluate('Set<Integer> xs = new Set<Integer>{1}; for (Integer x : xs) { xs.add(x + 1); } return 1;')).toThrow(
      'Cannot modify a collection while it is being iterated.'
    );
  });
  it('evaluates arguments before it looks for the receiver', () =>
    expect(
      evaluate(
        "String none; List<Integer> xs = new List<Integer>{1, 2}; try { none.left(xs.remove(0)); } catch (NullPointerException e) { return 'left ' + xs.size(); } return 'none';"
      )
    ).toBe('left 1'));
  it('iterates a user class through Iterable', () =>
    expect(
      evaluate(
        'Integer sum = 0; for (Integer n : new UpTo(4)) { sum += n; } return sum;',
        'class UpTo implements Iterable<Integer>, Iterator<Integer> { Integer at = 0; Integer top; UpTo(Integer top) { this.top = top; } public Iterator<Integer> iterator() { return this; } public Boolean hasNext() { return at < top; } public Integer next() { return ++at; } }'
      )
    ).toBe('10'));
});

describe('errors that are no exceptions', () => {
  const source =
    "public class Main { public static Object run() { try { return Probe.boom(); } catch (Exception e) { return 'caught'; } } }";

  it('lets an error of the local org itself pass every catch', () => {
    const program = compiled({ Main: source, Probe: 'public class Probe { public static Object boom() { return null; } }' });
    const probe = program.classes.get('probe')?.jsClass as unknown as Record<string, () => unknown>;
    probe['boom$'] = () => {
      throw new TypeError('a defect');
    };
    const main = program.classes.get('main')?.jsClass as unknown as Record<string, () => unknown>;
    expect(() => within(execution(program), () => main['run$']?.())).toThrow(TypeError);
  });
  it('lets a failed assertion pass every catch', () =>
    expect(() => evaluate("try { Assert.fail('no'); return 1; } catch (Exception e) { return 'caught'; }")).toThrow(
      'Assertion Failed: no'
    ));
  it('turns endless recursion into the limit nobody can catch', () =>
    expect(() =>
      evaluate(
        "try { return down(1); } catch (Exception e) { return 'caught'; }",
        'static Integer down(Integer n) { return down(n + 1) + 1; }'
      )
    ).toThrow('Maximum stack depth reached'));
});

describe('loops', () => {
  it('allows a statement after an endless loop, which cannot be reached', () =>
    expect(evaluate('Integer n = 0; while (true) { if (n++ > 3) return n; } return null;')).toBe('5'));
  it('asks for a result after an endless loop too', () =>
    expect(() => evaluate('for (;;) { return 1; }')).toThrow('Missing return statement required return type: Object'));
});

describe('exceptions', () => {
  const members =
    "public class AppException extends Exception { public Integer code = 7; } public virtual class BaseException extends Exception {} public class SubException extends BaseException { public override String getMessage() { return 'sub:' + super.getMessage(); } }";
  it('gives user exceptions the platform constructors and their own fields', () =>
    expect(
      evaluate(
        "try { throw new AppException('no', new BaseException('cause')); } catch (AppException e) { return e.getMessage() + e.code + e.getCause().getMessage() + e.getTypeName(); }",
        members
      )
    ).toBe('no7causeMain.AppException'));
  it('calls an override through the static type Exception', () =>
    expect(evaluate("try { throw new SubException('m'); } catch (Exception e) { return e.getMessage(); }", members)).toBe('sub:m'));
  it('reports the line of the statement that threw', () =>
    expect(
      evaluate("try {\nInteger i = 1;\nthrow new AppException('x');\n} catch (Exception e) { return e.getLineNumber(); }", members)
    ).toBe('6'));
});

describe('library types', () => {
  it('measures the distance between two places', () =>
    expect(evaluate("return Location.newInstance(0, 0).getDistance(Location.newInstance(0, 90), 'km').intValue();")).toBe('10007'));
  it('keeps the address, query and anchor of a page apart', () =>
    expect(
      evaluate(
        "PageReference p = new PageReference('/apex/x?a=1#top'); p.getParameters().put('b', 'c d'); return p.getUrl() + p.getParameters().get('a');"
      )
    ).toBe('/apex/x?a=1&b=c+d#top1'));
  it('hides the text of an AuraHandledException from Apex until it is set', () =>
    expect(
      evaluate(
        "AuraHandledException e = new AuraHandledException('x'); String before = e.getMessage(); e.setMessage('y'); return before + e.getMessage();"
      )
    ).toBe('Script-thrown exceptiony'));
  it('words a null Blob as an argument that is null', () =>
    expect(() => evaluate('Blob b; return b.toString();')).toThrow('Argument cannot be null.'));
});

describe('what is reached without a declaration of its own', () => {
  it('copies an instance of a class, not what it refers to', () =>
    expect(
      evaluate(
        "Box a = new Box(); a.size = 1; a.names.add(1); Box b = a.clone(); b.size = 2; b.names.add(2); return a.size + ' ' + a.names.size();",
        'class Box { Integer size; List<Integer> names = new List<Integer>(); }'
      )
    ).toBe('1 2'));
  it('calls a static method of the enclosing class from an inner one that has another of the name', () =>
    expect(
      evaluate(
        'return new Part().half();',
        'static Integer half(Integer whole) { return whole / 2; } class Part { Integer half() { return half(8); } }'
      )
    ).toBe('4'));
  it('sorts rows of one object with a comparator of any row', () =>
    expect(
      evaluate(
        "List<Account> rows = new List<Account>{ new Account(Name = 'b'), new Account(Name = 'a') }; rows.sort(new ByName()); return rows[0].Name;",
        "class ByName implements Comparator<SObject> { public Integer compare(SObject a, SObject b) { return ((String) a.get('Name')).compareTo((String) b.get('Name')); } }"
      )
    ).toBe('a'));
});
