import { describe, expect, it } from 'vitest';
import { createCircuitBreaker } from './circuit-breaker.ts';
import { createSemaphore } from './semaphore.ts';
import { fill, numberFormat, oneLine, resolveLocale, words } from './text.ts';

describe('text', () => {
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

  it('splits any field name into words', () => {
    expect(['clientSize', 'client_size', 'ClientSize__c', 'toString'].map(words)).toEqual([
      'Client size',
      'Client size',
      'Client size',
      'To string'
    ]);
  });

  it('shows a value as one short line', () => {
    expect(oneLine('a\n\u202eb\tc')).toBe('a b c');
    expect(oneLine('x'.repeat(500))).toHaveLength(80);
  });

  it('formats numbers for the reader', () => {
    expect(numberFormat('de')(48000.5)).toBe('48.000,5');
  });

  it('fills no placeholder from a filled-in value', () => {
    expect(fill('{a} {b}', { a: '{b}', b: '1' })).toBe('{b} 1');
  });
});

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

describe('the semaphore', () => {
  it('lets the next one in when a slot is given back', async () => {
    const semaphore = createSemaphore(1);
    const { signal } = new AbortController();
    await semaphore.take(signal);
    let second = false;
    const waiting = semaphore.take(signal).then(() => (second = true));
    await Promise.resolve();
    expect(second).toBe(false);
    semaphore.give();
    await waiting;
    expect(second).toBe(true);
  });

  it('stops waiting when the signal ends, and loses no slot by it', async () => {
    const semaphore = createSemaphore(1);
    const impatient = new AbortController();
    await semaphore.take(new AbortController().signal);
    const waiting = semaphore.take(impatient.signal);
    impatient.abort();
    expect(await waiting).toBe(false);
    semaphore.give();
    expect(await semaphore.take(new AbortController().signal)).toBe(true);
  });
});
