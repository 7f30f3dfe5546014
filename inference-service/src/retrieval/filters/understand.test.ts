import { describe, expect, it } from 'vitest';
import { indexOf, item } from '../fixtures.ts';
import { understand, visibleVocabulary } from './understand.ts';

const now = new Date('2026-11-30T12:00:00Z');
const vocabulary = [
  {
    facet: 'kind',
    value: 'battle card',
    words: ['battle card', 'battlecard', 'Wettbewerbskarte', 'fiche concurrent', 'ficha de competencia']
  },
  { facet: 'kind', value: 'price list', words: ['price list', 'Preisliste', 'liste de prix', 'lista de precios'] },
  { facet: 'competitor', value: 'Contoso', words: ['Contoso'] },
  { facet: 'product', value: 'Contoso Edge', words: ['Contoso Edge'] }
];
const read = (text: string) => {
  const { understood: _, ...rest } = understand(text, vocabulary, now);
  return rest;
};

describe('a question in plain words', () => {
  it('is read as filters, in each of four languages', () => {
    const expected = {
      filters: { facets: { kind: ['battle card'], competitor: ['Contoso'] }, languages: ['de'], from: '2026-01-01', until: '2027-01-01' },
      favoured: {}
    };
    expect(read('German battle card against Contoso from this year')).toMatchObject(expected);
    expect(read('deutsche Wettbewerbskarten gegen Contoso aus diesem Jahr')).toMatchObject(expected);
    expect(read('fiche concurrent contre Contoso en allemand de cette année')).toMatchObject(expected);
    expect(read('ficha de competencia contra Contoso en alemán de este año')).toMatchObject(expected);
  });

  it('keeps names as words to search for and drops what only filters', () => {
    expect(read('German battle card against Contoso from this year').text).toBe('battle card against Contoso');
  });

  it('says which stretch it took for what', () => {
    const text = 'Preisliste auf Deutsch seit März 2025';
    const shown = understand(text, vocabulary, now).understood.map(({ start, end, ...rest }) => [text.slice(start, end), rest]);
    expect(shown).toEqual([
      ['Preisliste', expect.objectContaining({ facet: 'kind', value: 'price list' })],
      ['auf Deutsch', { language: 'de' }],
      ['seit März 2025', { from: '2025-03-01' }]
    ]);
  });

  it('knows times', () => {
    const times = (text: string) => {
      const { from, until } = read(text).filters;
      return [from, until];
    };
    expect(times('training of last year')).toEqual(['2025-01-01', '2026-01-01']);
    expect(times("formation de l'année dernière")).toEqual(['2025-01-01', '2026-01-01']);
    expect(times('cursos del año pasado')).toEqual(['2025-01-01', '2026-01-01']);
    expect(times('Schulungen vom letzten Quartal')).toEqual(['2026-07-01', '2026-10-01']);
    expect(times('videos from this week')).toEqual(['2026-11-30', '2026-12-07']);
    expect(times('videos der letzten 6 Monate')).toEqual(['2026-05-30', undefined]);
    expect(times('les 3 derniers mois')).toEqual(['2026-08-30', undefined]);
    expect(times('newer than 10 days')).toEqual(['2026-11-20', undefined]);
    expect(times('decks from May 2024')).toEqual(['2024-05-01', '2024-06-01']);
    expect(times('before 2024')).toEqual([undefined, '2024-01-01']);
    expect(times('model 2024 gateway')).toEqual([undefined, undefined]);
  });

  it('prefers in a question what it would demand of a name', () => {
    expect(read('How do I use a battle card against Contoso?')).toMatchObject({
      filters: {},
      favoured: { kind: ['battle card'], competitor: ['Contoso'] }
    });
  });

  it('takes the longest name, and a country or customers for no language', () => {
    expect(read('Contoso Edge price list').filters.facets).toEqual({ kind: ['price list'], product: ['Contoso Edge'] });
    expect(read('selling to German manufacturers').filters).toEqual({});
  });

  it('takes names from what the caller may see and from nothing else', () => {
    const index = indexOf(
      item('a', 'A', 'x', { facets: { competitor: ['Fabrikam'] } }),
      item('b', 'B', 'x', { facets: { competitor: ['Hidden'] }, entitlement: { internalOnly: true } })
    );
    expect(visibleVocabulary(index, {}, ['competitor', '__proto__'])).toEqual([
      { facet: 'competitor', value: 'Fabrikam', words: ['Fabrikam'] }
    ]);
  });
});
