import { describe, expect, it } from 'vitest';
import { detect, type TextLanguage } from '../src/guardrails/privacy/detect.ts';
import { ASKED_TYPES, DEFAULT_TYPES, type EntityType } from '../src/guardrails/privacy/entities.ts';
import { ENGLISH, FRENCH, GERMAN, NAMES, NOTHING, SPANISH, unmarked } from './fixtures/personal-data.ts';

const shown = (text: string, spans: { type: string; start: number; end: number }[]) =>
  spans.map(({ type, start, end }) => `${type} ${text.slice(start, end)}`);
const found = (text: string, types: readonly EntityType[], language: TextLanguage) => shown(text, detect(text, types, language));

describe.each([
  ['English', 'en', ENGLISH],
  ['German', 'de', GERMAN],
  ['French', 'fr', FRENCH],
  ['Spanish', 'es', SPANISH]
] as const)('%s sentences', (_, language, lines) => {
  it.each(lines)('holds exactly what is marked: %s', (line) => {
    const { text, spans } = unmarked(line);
    expect(found(text, DEFAULT_TYPES, language)).toEqual(shown(text, spans));
  });
});

describe('what only looks personal', () => {
  const touched = NOTHING.filter((text) => found(text, DEFAULT_TYPES, 'en').length > 0);

  it('is taken for a number of a person nowhere', () => {
    const identifiers = DEFAULT_TYPES.filter((type) => type !== 'PERSON' && type !== 'ADDRESS');
    expect(NOTHING.flatMap((text) => found(text, identifiers, 'en'))).toEqual([]);
  });

  it('is nearly never taken for a name or an address', () => {
    expect(touched.length / NOTHING.length).toBeLessThanOrEqual(0.05);
  });
});

describe('names and addresses', () => {
  it('are found whole with an F of at least 0.88', () => {
    const asked = [...DEFAULT_TYPES, ASKED_TYPES[0]];
    let [right, guessed, marked] = [0, 0, 0];
    for (const line of NAMES) {
      const { text, spans } = unmarked(line);
      const wanted = shown(text, spans);
      const got = found(text, asked, 'en');
      right += got.filter((value) => wanted.includes(value)).length;
      guessed += got.length;
      marked += wanted.length;
    }
    expect((2 * right) / (guessed + marked)).toBeGreaterThanOrEqual(0.88);
  });
});
