import { describe, expect, it } from 'vitest';
import { answer } from '../answer/answer.ts';
import { indexOf, item } from '../fixtures.ts';
import { searchInWords } from './ask.ts';
import { suggest } from './suggest.ts';

const now = new Date('2026-11-30');
const vocabulary = [
  { facet: 'kind', value: 'battle card', words: ['battle card', 'Wettbewerbskarte'] },
  { facet: 'kind', value: 'training', words: ['training', 'Schulung'] },
  { facet: 'competitor', value: 'Contoso', words: ['Contoso'] }
];
const index = indexOf(
  item('de-new', 'Wettbewerbskarte Contoso', 'So gewinnen wir gegen Contoso.', {
    language: 'de',
    date: '2026-05-01',
    facets: { kind: ['battle card'], competitor: ['Contoso'] }
  }),
  item('de-old', 'Wettbewerbskarte Contoso alt', 'So gewannen wir gegen Contoso.', {
    language: 'de',
    date: '2024-05-01',
    facets: { kind: ['battle card'], competitor: ['Contoso'] }
  }),
  item('en', 'Battle card against Contoso', 'The discount for a renewal is ten percent. Contoso is weak in service.', {
    language: 'en',
    date: '2026-05-01',
    facets: { kind: ['battle card'], competitor: ['Contoso'] }
  }),
  item('play', 'Delivering customer training', 'A playbook for partners who deliver training to customers on site.', {
    language: 'en',
    facets: { kind: ['playbook'] }
  }),
  item('secret', 'Battle card margins', 'The margin on renewals is forty percent.', { language: 'en', entitlement: { tiers: ['gold'] } })
);
const ask = (text: string, more = {}) => searchInWords(index, { text, claims: {}, vocabulary, now, ...more });

describe('a search in plain words', () => {
  it('filters by what the words say, and says what it understood', () => {
    const result = ask('German battle card against Contoso from this year');
    expect(result.hits.map(({ id }) => id)).toEqual(['de-new']);
    expect(result.relaxed).toBe(false);
    expect(result.understood).toHaveLength(4);
  });

  it('offers what comes nearest, and says so, when nothing passes the filters', () => {
    const result = ask('French battle card against Contoso');
    expect(result.relaxed).toBe(true);
    expect(result.hits[0]!.facets['competitor']).toEqual(['Contoso']);
  });

  it('does not take the subject of a question for a filter', () => {
    expect(ask('How do partners deliver training to customers?').hits[0]!.id).toBe('play');
  });

  it('gives a filter up when the reader takes it away', () => {
    const text = 'battle card Contoso in German';
    const language = ask(text).understood.find((one) => 'language' in one)!;
    const languages = ask(text, { ignore: [language.start] }).hits.map((hit) => hit.language);
    expect(new Set(languages)).toEqual(new Set(['de', 'en']));
  });
});

describe('an answer', () => {
  it('is made of sentences with their sources', () => {
    const given = answer(index, { text: 'What is the discount for a renewal with Contoso?', claims: {}, now });
    expect(given.answered).toBe(true);
    expect(given.sentences[0]).toMatchObject({
      text: 'The discount for a renewal is ten percent.',
      id: 'en',
      passage: 0,
      range: { start: 0, end: 42 }
    });
  });

  it('is refused when nothing the caller may see answers, as if it were not there', () => {
    const question = 'How high is the margin on battle card renewals?';
    expect(answer(index, { text: question, claims: { tiers: ['gold'] }, now }).sentences[0]?.id).toBe('secret');
    expect(answer(index, { text: question, claims: {}, now }).sentences.map(({ id }) => id)).not.toContain('secret');
    expect(answer(index, { text: 'Which airport is closest to Lisbon?', claims: {}, now })).toMatchObject({
      answered: false,
      sentences: []
    });
    expect(answer(index, { text: '?', claims: {}, now }).answered).toBe(false);
  });
});

describe('a suggestion', () => {
  it('completes titles the caller may see and no other', () => {
    expect(suggest(index, 'battle c', {}, { now })).toEqual([{ id: 'en', title: 'Battle card against Contoso' }]);
    expect(suggest(index, 'battle c', { tiers: ['gold'] }, { now })).toHaveLength(2);
    expect(suggest(index, 'contoso wett', {}, { now }).map(({ id }) => id)).toEqual(['de-new', 'de-old']);
    expect(suggest(index, 'b', {}, { now })).toEqual([]);
  });
});
