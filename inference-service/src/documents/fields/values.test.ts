import { describe, expect, it } from 'vitest';
import { textOf } from '../decimal.ts';
import { amountsIn, currenciesIn } from './amounts.ts';
import { datesIn } from './dates.ts';
import { ibansIn, isIban, maskIban } from './iban.ts';

const amounts = (text: string): string[] => amountsIn(text).map(({ value }) => textOf(value));

describe('amounts', () => {
  it.each([
    ['1.234,56 €', ['1234.56']],
    ['$1,234.56', ['1234.56']],
    ['1 234,56', ['1234.56']],
    ["CHF 1'234.50", ['1234.50']],
    ['RM36.00', ['36.00']],
    ['-12,50', ['-12.50']],
    ['12,50-', ['-12.50']],
    ['(12.50)', ['-12.50']],
    ['¥12,000', ['12000']],
    ['KWD 1.250', ['1.250']],
    ['EUR 1.250', ['1250']],
    ['0.125', ['0.125']],
    ['100,0000', ['100.0000']],
    ['3 x 4.50 13.50', ['3', '4.50', '13.50']],
    ['20,--', ['20']]
  ])('are read from %s', (text, expected) => {
    expect(amounts(text)).toEqual(expected);
  });

  it('are not read from codes, dates and versions', () => {
    expect(amounts('RE-2026-0815')).toEqual([]);
    expect(amounts('v1.2.3')).toEqual([]);
  });

  it('know a rate from money', () => {
    expect(amountsIn('19 % 228,00').map(({ percent }) => percent)).toEqual([true, false]);
  });

  it('name their currency, the most frequent first', () => {
    expect(currenciesIn('10 € and 20 € or USD 5')).toEqual(['EUR', 'USD']);
  });
});

describe('dates', () => {
  const days = (text: string): string[][] => datesIn(text).map(({ readings }) => readings);
  it.each([
    ['14.03.2026', ['2026-03-14']],
    ['2026-03-14', ['2026-03-14']],
    ['14/03/26', ['2026-03-14']],
    ['14. März 2026', ['2026-03-14']],
    ['14 mars 2026', ['2026-03-14']],
    ['14 de marzo de 2026', ['2026-03-14']],
    ['March 14, 2026', ['2026-03-14']],
    ['14-MAR-2026', ['2026-03-14']],
    ['20260314', ['2026-03-14']],
    ['03/04/2026', ['2026-04-03', '2026-03-04']]
  ])('are read from %s', (text, expected) => {
    expect(days(text)).toEqual([expected]);
  });

  it('that the calendar does not have are none', () => {
    expect(days('31.02.2026')).toEqual([]);
    expect(days('99/99/2026')).toEqual([]);
  });
});

describe('account numbers', () => {
  it('are known by their check digits', () => {
    expect(isIban('DE89 3704 0044 0532 0130 00')).toBe(true);
    expect(isIban('DE88 3704 0044 0532 0130 00')).toBe(false);
    expect(ibansIn('IBAN: FR14 2004 1010 0505 0001 3M02 606 BIC X').map(({ text }) => text)).toEqual(['FR14 2004 1010 0505 0001 3M02 606']);
  });

  it('are masked but for what tells two apart', () => {
    expect(maskIban('DE89370400440532013000')).toBe('DE89 **** 3000');
  });
});
