import { describe, expect, it } from 'vitest';
import { indexOf, item } from '../fixtures.ts';
import { analyse } from '../index/analysed.ts';
import type { Search } from '../types.ts';
import { search } from './search.ts';
import { createSynonyms } from './synonyms.ts';

const library = [
  item('playbook', 'Manufacturing playbook', 'How to sell predictive maintenance to manufacturers, step by step.', {
    facets: { kind: ['playbook'], industry: ['manufacturing'] },
    date: '2026-03-01'
  }),
  item(
    'battle',
    'Battle card against Contoso',
    'Where Contoso is strong, where it is weak, and what to answer. Send questions by e-mail.',
    {
      facets: { kind: ['battle card'], competitor: ['Contoso'] },
      date: '2026-05-01'
    }
  ),
  item('preise', 'Preisliste für Vertriebspartner', 'Alle Preise für Lizenzen und Schulungen, gültig in Deutschland und Österreich.', {
    facets: { kind: ['price list'] },
    date: '2025-02-01'
  }),
  item('tarifs', 'Liste des tarifs', "Les tarifs des licences et des formations pour les partenaires de l'offre nuage.", {
    facets: { kind: ['price list'] }
  }),
  item('precios', 'Lista de precios', 'Los precios de las licencias y de las formaciones para los socios.', {
    facets: { kind: ['price list'] }
  }),
  item('course', 'Certification training', 'Become a certified cloud architect in five lessons.', {
    facets: { kind: ['training'] },
    date: '2024-05-01'
  })
];
const index = indexOf(...library);
const find = (text: string, more: Partial<Search> = {}, rules: Parameters<typeof createSynonyms>[0] = []) =>
  search(index, { text, claims: {}, ...more }, createSynonyms(rules));
const ids = (...parameters: Parameters<typeof find>): string[] => find(...parameters).hits.map(({ id }) => id);

describe('a search', () => {
  it('finds words by their stems in each of four languages', () => {
    expect(ids('sell maintenance to a manufacturer')[0]).toBe('playbook');
    expect(ids('Schulung Preis')[0]).toBe('preise');
    expect(ids('tarif de la formation')[0]).toBe('tarifs');
    expect(ids('precio de la formación')[0]).toBe('precios');
  });

  it('says of each hit where it was found, with ranges that hold the words', () => {
    const [hit] = find('certified architects').hits;
    expect(hit!.id).toBe('course');
    const marked = hit!.passage!.highlights.map(({ start, end }) => hit!.passage!.text.slice(start, end));
    expect(marked).toEqual(['certified', 'architect']);
    expect(hit!.why).toContainEqual({ code: 'body', words: ['certified', 'architects'] });
  });

  it('finds a compound by its parts and parts by their compound', () => {
    expect(ids('Partner im Vertrieb')[0]).toBe('preise');
    expect(ids('Liste')).toContain('preise');
    expect(ids('battlecard')[0]).toBe('battle');
    expect(ids('email questions')[0]).toBe('battle');
  });

  it('finds what was mistyped and says what it searched for', () => {
    const result = find('predictve maintenance');
    expect(result.hits[0]!.id).toBe('playbook');
    expect(result.didYouMean).toEqual({
      text: 'predictive maintenance',
      corrections: [{ start: 0, end: 9, from: 'predictve', to: 'predictive' }]
    });
    expect(result.hits[0]!.why).toContainEqual({ code: 'spelling', words: ['predictve'] });
  });

  it('takes a phrase in quotation marks literally', () => {
    expect(ids('"battle card"')).toEqual(['battle']);
    expect(ids('"card battle"')).toEqual([]);
  });

  it('knows the synonyms of the org, of one word and of several, in one direction when told so', () => {
    const rules = [{ words: ['kill sheet', 'battle card'] }, { words: ['tuition', 'training'], oneWay: true }];
    expect(ids('kill sheet', {}, rules)[0]).toBe('battle');
    expect(ids('tuition', {}, rules)).toEqual(['course']);
    expect(find('kill sheet', {}, rules).hits[0]!.why).toContainEqual({ code: 'synonym', words: ['kill', 'sheet'] });
  });

  it('counts a facet over what is found, its own filter left out', () => {
    const { facets, total } = find('licences Lizenzen licencias', { facets: ['kind', 'language'], filters: { languages: ['de'] } });
    expect(total).toBe(1);
    expect(facets['kind']).toEqual([{ value: 'price list', count: 1 }]);
    expect(facets['language']).toEqual([
      { value: 'de', count: 1 },
      { value: 'es', count: 1 },
      { value: 'fr', count: 1 }
    ]);
  });

  it('filters by facets, language and date', () => {
    expect(ids('training', { filters: { facets: { kind: ['training'] } } })).toEqual(['course']);
    expect(ids('', { filters: { from: '2026-01-01' } })).toEqual(['battle', 'playbook']);
    expect(ids('', { filters: { until: '2025-01-01' } })).toEqual(['course']);
  });

  it('offers the nearest and no hit when nothing answers', () => {
    const result = find('kubernetes ingress webhook ledger maintenance sidecar quorum etcd helm grafana terraform vault');
    expect(result.hits).toEqual([]);
    expect(result.total).toBe(0);
    expect(result.nearest.map(({ id }) => id)).toContain('playbook');
    expect(find('zzzz qqqq')).toMatchObject({ hits: [], nearest: [] });
  });

  it('gives the newest first when there is no word to search for', () => {
    expect(ids('  !? ').slice(0, 2)).toEqual(['battle', 'playbook']);
  });

  it('forgets what was deleted and what was replaced', () => {
    const own = indexOf(...library);
    own.delete('battle');
    own.put(analyse(item('playbook', 'Retail playbook', 'How to sell to shops.')));
    expect(search(own, { text: 'Contoso', claims: {} })).toMatchObject({ hits: [], nearest: [], total: 0 });
    expect(search(own, { text: 'maintenance', claims: {} }).hits).toEqual([]);
    expect(search(own, { text: 'shop', claims: {} }).hits.map(({ id }) => id)).toEqual(['playbook']);
  });

  it('answers odd input as it would any other', () => {
    for (const text of ['', '"', '""', '\u0000', '𝔘𝔫𝔦', 'a'.repeat(5000), '__proto__ constructor', '((((', 'ﬁ ½ Ⅷ', '日本語', '\ud800'])
      expect(() => find(text, { facets: ['__proto__', 'constructor'] })).not.toThrow();
  });
});
