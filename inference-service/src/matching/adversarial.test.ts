import { describe, expect, it } from 'vitest';
import { ADVERSARIAL_PAIRS } from '../../tests/fixtures/company-pairs.ts';
import { matchCompany } from './match.ts';

/** Pairs we know we get wrong: each is a promise to look again, and a test that says when it starts to work. */
const KNOWN_MISSES: readonly string[] = ['Harper Collins | Harper Collings Ltd'];

const title = ({ a, b }: (typeof ADVERSARIAL_PAIRS)[number]): string => `${a.name} | ${b.name}`;

describe.each([...new Set(ADVERSARIAL_PAIRS.map(({ kind }) => kind))])('%s', (kind) => {
  for (const pair of ADVERSARIAL_PAIRS.filter((candidate) => candidate.kind === kind)) {
    const test = KNOWN_MISSES.includes(title(pair)) ? it.fails : it;
    test(`${pair.a.name} ${pair.same ? '=' : '≠'} ${pair.b.name}`, () => {
      const { probability, verdict } = matchCompany(pair.a, [{ ref: '', ...pair.b }])[0]!;
      expect(probability >= 0.5).toBe(pair.same);
      expect(verdict).not.toBe(pair.same ? 'different' : 'same');
    });
  }
});
