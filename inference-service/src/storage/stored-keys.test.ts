import { describe, expect, it } from 'vitest';
import { StoredKeys } from './stored-keys.ts';

const name = (i: number) => `00D00000000000${i % 10}\ndeals.score\njob-${i}`;

describe('stored keys', () => {
  it('never denies what was added', () => {
    const keys = new StoredKeys();
    for (let i = 0; i < 200_000; i++) keys.add(name(i));
    let denied = 0;
    for (let i = 0; i < 200_000; i++) if (!keys.mayHold(name(i))) denied += 1;
    expect(denied).toBe(0);
  });

  it('denies almost everything else, also at a million keys', () => {
    const keys = new StoredKeys();
    for (let i = 0; i < 1_000_000; i++) keys.add(name(i));
    let mistakes = 0;
    for (let i = 1_000_000; i < 1_100_000; i++) if (keys.mayHold(name(i))) mistakes += 1;
    expect(mistakes).toBeLessThan(100);
  });

  it('holds nothing at first, whatever is asked', () => {
    for (const odd of ['', '\u0000', '𝒳'.repeat(1_000), 'a\nb\nc']) expect(new StoredKeys().mayHold(odd)).toBe(false);
  });

  it('says when those that have expired should be left behind', () => {
    const keys = new StoredKeys();
    for (let i = 0; i <= 2_000_000; i++) keys.add('x');
    expect(keys.isCrowded()).toBe(true);
  });
});
