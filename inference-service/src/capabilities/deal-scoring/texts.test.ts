import { expect, it } from 'vitest';
import { LOCALES } from '../../contract/locale.ts';
import { RECOMMENDED_ACTIONS } from './contract.ts';
import { textsFor } from './texts.ts';

it.each(LOCALES)('has every sentence and every placeholder of English in %s', (locale) => {
  expect(shapeOf(textsFor(locale).wording)).toEqual(shapeOf(textsFor('en').wording));
});

it('makes a readable label of any field name', () => {
  const { fieldLabel } = textsFor('en');
  expect(['clientSize', 'amount', 'toString'].map(fieldLabel)).toEqual(['Client size', 'Amount', 'To string']);
});

it('words every action in every language', () => {
  for (const locale of LOCALES) expect(Object.keys(textsFor(locale).wording.action).sort()).toEqual([...RECOMMENDED_ACTIONS].sort());
});

/** Keys, and for each text the placeholders in it. Field labels may differ, they fall back. */
function shapeOf(value: unknown): unknown {
  if (typeof value === 'string') return [...value.matchAll(/\{\w+\}/g)].map(String).sort();
  return Object.fromEntries(Object.entries(value as object).map(([key, child]) => [key, key === 'locale' ? '' : shapeOf(child)]));
}
