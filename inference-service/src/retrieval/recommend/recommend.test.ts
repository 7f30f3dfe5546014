import { describe, expect, it } from 'vitest';
import { invert } from './linear.ts';
import { trainRecommender } from './model.ts';
import { recommend } from './recommend.ts';
import type { RecommendableItem, Interaction } from './types.ts';

const now = new Date('2026-11-30');
const items: RecommendableItem[] = [
  { id: 'play-a', facets: { kind: ['playbook'], industry: ['manufacturing'] }, date: '2026-11-01' },
  { id: 'play-b', facets: { kind: ['playbook'], industry: ['retail'] }, date: '2026-10-01' },
  { id: 'battle', facets: { kind: ['battle card'], competitor: ['Contoso'] }, date: '2025-01-01' },
  { id: 'course', facets: { kind: ['training'] }, date: '2026-06-01' },
  { id: 'deck', facets: { kind: ['deck'], industry: ['retail'] }, date: '2024-01-01' },
  { id: 'deck-2', facets: { kind: ['deck'], industry: ['retail'] }, date: '2024-01-01' }
];
const used = (who: string, ...ids: string[]): Interaction[] =>
  ids.map((item, i) => ({ who, item, at: new Date(Date.UTC(2026, 10, 1 + i)).toISOString(), strength: 1 }));
const interactions = [
  ...Array.from({ length: 30 }, (_, i) => used(`retail-${i}`, 'play-b', 'deck')).flat(),
  ...Array.from({ length: 20 }, (_, i) => used(`maker-${i}`, 'play-a', 'battle')).flat()
];
const model = trainRecommender(interactions, { now });

describe('a recommendation', () => {
  it('has contributions that add up to its score, and a reason that is one of them', () => {
    const viewer = {
      history: ['play-a'],
      needs: [
        { code: 'deal-competitor', facet: 'competitor', values: ['Contoso'], weight: 0.8, fact: 'Nordwind ERP' },
        { code: 'certification-gap', items: { course: 0.9 }, weight: 1 }
      ],
      past: { 'play-b': { shown: 3 } }
    };
    const feed = recommend(model, items, viewer, { now });
    for (const { score, contributions, reason } of feed) {
      expect(contributions.reduce((sum, { points }) => sum + points, 0)).toBe(score);
      if (reason.points > 0) expect(contributions).toContain(reason);
    }
    expect(feed.find(({ id }) => id === 'battle')!.reason).toMatchObject({
      code: 'need',
      because: 'deal-competitor',
      fact: 'Nordwind ERP'
    });
    expect(feed.find(({ id }) => id === 'play-b')!.contributions).toContainEqual({ code: 'seen', points: -12 });
  });

  it('follows what people with the same history used, and names what it comes from', () => {
    const [first] = recommend(model, items, { history: ['deck'], past: { deck: { finished: true } } }, { now });
    expect(first!.id).toBe('play-b');
    expect(first!.reason).toMatchObject({ code: 'collaborative', because: 'deck' });
  });

  it('works without history, needs and model', () => {
    expect(recommend(undefined, items, {}, { now }).map(({ id }) => id)[0]).toBe('play-a');
    expect(recommend(trainRecommender([], { now }), items, {}, { now })).toHaveLength(items.length);
    expect(recommend(model, [], {}, { now })).toEqual([]);
  });

  it('shows people without history what people of their kind use', () => {
    const profiles = Object.fromEntries(
      interactions.map(({ who }) => [who, { vertical: who.startsWith('retail') ? 'retail' : 'manufacturing' }])
    );
    const learned = trainRecommender(interactions, { now, profiles });
    const feed = (vertical: string) => recommend(learned, items, { profile: { vertical } }, { now }).map(({ id }) => id);
    expect(feed('manufacturing')[0]).toBe('play-a');
    expect(feed('manufacturing').indexOf('battle')).toBeLessThan(feed('manufacturing').indexOf('deck'));
    expect(feed('retail')[0]).toBe('play-b');
  });

  it('leaves out what was dismissed, finished or buried, and puts what is like a dismissed item later', () => {
    const ids = recommend(
      model,
      items,
      { past: { deck: { dismissed: true }, course: { finished: true } } },
      { now, curation: { buried: ['battle'] } }
    );
    expect(ids.map(({ id }) => id)).toEqual(expect.not.arrayContaining(['deck', 'course', 'battle']));
    expect(ids.find(({ id }) => id === 'deck-2')!.contributions).toContainEqual({ code: 'dismissed-alike', points: -8 });
  });

  it('puts what is pinned first, in the order of the admin, and keeps to the caps', () => {
    const feed = recommend(model, items, {}, { now, curation: { pinned: ['course', 'deck'], caps: [{ facet: 'kind', most: 1 }] } });
    expect(feed.slice(0, 2).map(({ id }) => id)).toEqual(['course', 'deck']);
    expect(feed.map(({ id }) => id)).not.toContain('deck-2');
  });

  it('trusts a tie of two people less than the same tie of many', () => {
    const few = trainRecommender([...used('x', 'play-a', 'battle'), ...used('y', 'play-a', 'battle')], { now });
    expect(few.tie('play-a', 'battle')).toBeLessThan(model.tie('play-a', 'battle') / 3);
    expect(few.popularity('battle')).toBeLessThan(model.popularity('play-b'));
  });
});

describe('the inverse of a matrix', () => {
  it('times the matrix is one', () => {
    const size = 12;
    const rows = Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => Math.sin(i * 7 + j * 3)));
    const matrix = new Float64Array(size * size);
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) matrix[i * size + j] = rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0) + (i === j ? 1 : 0);
    const inverse = invert(matrix, size);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        let sum = 0;
        for (let k = 0; k < size; k++) sum += matrix[i * size + k]! * inverse[k * size + j]!;
        expect(sum).toBeCloseTo(i === j ? 1 : 0, 9);
      }
    }
    expect(() => invert(new Float64Array([0]), 1)).toThrow('positive definite');
  });
});
