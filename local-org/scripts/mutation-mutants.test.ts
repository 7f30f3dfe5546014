import { describe, expect, it } from 'vitest';
import { applyMutant, mutantsOf } from './mutation-mutants.ts';

/** What stands in the body once each fault is in it. */
function faults(returns: string, body: string, kind: string): string[] {
  const text = `public class X { ${returns} f(Integer n, Boolean b, List<X> all) { ${body} } }`;
  return mutantsOf('X', text)
    .filter((mutant) => mutant.kind === kind)
    .map((mutant) => applyMutant(text, mutant).replace(/^.*all\) \{ | \} \}$/g, ''));
}

describe('faults put into Apex', () => {
  it('negate conditions and forget negations', () => {
    expect(faults('void', 'if (b) { g(); }', 'condition')).toEqual(['if (!(b)) { g(); }']);
    expect(faults('void', 'if (!b) { g(); }', 'condition')).toEqual(['if (b) { g(); }']);
    expect(faults('void', 'g(!b);', 'negation')).toEqual(['g(b);']);
  });

  it('move and turn boundaries', () => {
    expect(faults('void', 'g(n < 3);', 'boundary')).toEqual(['g(n <= 3);']);
    expect(faults('void', 'g(n < 3);', 'relation')).toEqual(['g(n > 3);']);
  });

  it('forget statements, also those that write', () => {
    expect(faults('void', 'g(); insert all;', 'removed statement')).toEqual(['{} insert all;', 'g(); {}']);
    expect(faults('void', 'throw new E();', 'removed exit')).toEqual(['{}']);
  });

  it('return the opposite, nothing in it, or nothing at all', () => {
    expect(faults('Boolean', 'return b;', 'return value')).toEqual(['return !(b);']);
    expect(faults('List<X>', 'return all;', 'return value')).toEqual(['return new List<X>();', 'return null;']);
  });

  it('forget a minus sign', () => {
    expect(faults('void', 'g(-n);', 'arithmetic')).toEqual(['g(n);']);
  });

  it('drop one condition of a query and turn its order', () => {
    const query = 'g([SELECT Id FROM A WHERE B = 1 AND C LIKE :n ORDER BY D DESC, E]);';
    expect(faults('void', query, 'query condition')).toEqual([
      query.replace('B = 1', 'Id != NULL'),
      query.replace('C LIKE :n', 'Id != NULL')
    ]);
    expect(faults('void', query, 'query order')).toEqual([query.replace('DESC', 'ASC'), query.replace('E]', 'E DESC]')]);
  });

  it('keep their ids when the code around them changes', () => {
    const ids = (text: string): string[] => mutantsOf('X', text).map(({ id }) => id);
    const method = 'void f() { g(1 + 2); }';
    expect(ids(`class X { ${method} }`).every((id) => ids(`class X { Integer a = 5;\n\n ${method} }`).includes(id))).toBe(true);
  });
});
