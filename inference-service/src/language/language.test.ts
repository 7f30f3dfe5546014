import { describe, expect, it } from 'vitest';
import { RECOMMENDED_ACTIONS, LOCALES } from '../contract/deal-scoring.ts';
import { createCircuitBreaker } from './circuit-breaker.ts';
import { createSlots } from './slots.ts';
import { fill, resolveLocale, textsFor } from './texts.ts';

describe('texts', () => {
  it.each([
    ['de', 'de'],
    ['de_AT', 'de'],
    ['FR-ca', 'fr'],
    ['es_MX', 'es'],
    ['pt', 'en'],
    [null, 'en'],
    ['', 'en'],
    ['__proto__', 'en']
  ])('reads locale %s as %s', (given, resolved) => {
    expect(resolveLocale(given)).toBe(resolved);
  });

  it.each(LOCALES)('has every sentence and every placeholder of English in %s', (locale) => {
    expect(shapeOf(textsFor(locale).wording)).toEqual(shapeOf(textsFor('en').wording));
  });

  it('makes a readable label of any field name', () => {
    const { fieldLabel } = textsFor('en');
    expect(['clientSize', 'client_size', 'ClientSize__c', 'amount', 'toString'].map(fieldLabel)).toEqual([
      'Client size',
      'Client size',
      'Client size',
      'Amount',
      'To string'
    ]);
  });

  it('shows a value as one short line', () => {
    const { value } = textsFor('en');
    expect(value('a\n\u202eb\tc')).toBe('a b c');
    expect(value('x'.repeat(500))).toHaveLength(80);
  });

  it('formats numbers for the reader', () => {
    expect(textsFor('de').number(48000.5)).toBe('48.000,5');
  });

  it('fills no placeholder from a filled-in value', () => {
    expect(fill('{a} {b}', { a: '{b}', b: '1' })).toBe('{b} 1');
  });
});

/** Keys, and for each text the placeholders in it. Field labels may differ, they fall back. */
function shapeOf(value: unknown): unknown {
  if (typeof value === 'string') return [...value.matchAll(/\{\w+\}/g)].map(String).sort();
  return Object.fromEntries(Object.entries(value as object).map(([key, child]) => [key, key === 'locale' ? '' : shapeOf(child)]));
}

describe('the circuit breaker', () => {
  it('stops calling after failures in a row and tries one call after the pause', () => {
    let time = 0;
    const breaker = createCircuitBreaker(3, 1000, () => time);
    for (let i = 0; i < 3; i += 1) breaker.failed();
    expect(breaker.allows()).toBe(false);
    time = 1000;
    expect([breaker.allows(), breaker.allows()]).toEqual([true, false]);
  });

  it('opens again when the trial fails and closes when it succeeds', () => {
    let time = 0;
    const breaker = createCircuitBreaker(1, 1000, () => time);
    breaker.failed();
    time = 1000;
    breaker.allows();
    breaker.failed();
    expect(breaker.allows()).toBe(false);
    time = 2000;
    breaker.allows();
    breaker.succeeded();
    expect([breaker.allows(), breaker.allows()]).toEqual([true, true]);
  });

  it('is not opened by failures with successes between them', () => {
    const breaker = createCircuitBreaker(2, 1000, () => 0);
    breaker.failed();
    breaker.succeeded();
    breaker.failed();
    expect(breaker.allows()).toBe(true);
  });

  it('lets another call try when the trial was cancelled', () => {
    let time = 0;
    const breaker = createCircuitBreaker(1, 1000, () => time);
    breaker.failed();
    time = 1000;
    breaker.allows();
    breaker.cancelled();
    expect(breaker.allows()).toBe(true);
  });
});

describe('slots', () => {
  it('lets the next one in when a slot is given back', async () => {
    const slots = createSlots(1);
    const { signal } = new AbortController();
    await slots.take(signal);
    let second = false;
    const waiting = slots.take(signal).then(() => (second = true));
    await Promise.resolve();
    expect(second).toBe(false);
    slots.give();
    await waiting;
    expect(second).toBe(true);
  });

  it('stops waiting when the signal ends, and loses no slot by it', async () => {
    const slots = createSlots(1);
    const impatient = new AbortController();
    await slots.take(new AbortController().signal);
    const waiting = slots.take(impatient.signal);
    impatient.abort();
    expect(await waiting).toBe(false);
    slots.give();
    expect(await slots.take(new AbortController().signal)).toBe(true);
  });
});

it('words every action in every language', () => {
  for (const locale of LOCALES) expect(Object.keys(textsFor(locale).wording.action).sort()).toEqual([...RECOMMENDED_ACTIONS].sort());
});
