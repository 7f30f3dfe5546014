import { describe, expect, it } from 'vitest';
import { categoriesOf } from './columns.ts';
import { dealOut, groupRows } from './groups.ts';
import { randomStream } from './random.ts';
import { syntheticDeals } from './synthetic.ts';
import { train } from './train.ts';
import type { Features, TrainingRow } from './types.ts';

const random = randomStream(3);
/** Deals decided by lot: whatever a model finds in them, it has seen before. */
const lots = Array.from({ length: 150 }, (_, i) => ({
  features: { amount: Math.round(random() * 1e6), days: Math.round(random() * 1e4) } as Features,
  won: random() < 0.4,
  number: `OPP-${(i * 7919) % 10_007}`
}));
const fourTimes = (change: (features: Features, line: number, number: string) => Features): TrainingRow[] =>
  lots.flatMap(({ features, won, number }) => [0, 1, 2, 3].map((line) => ({ won, features: change(features, line, number) })));

describe('rows of one deal', () => {
  it('are no signal when each stands there four times', () => {
    expect(train(fourTimes((features) => features)).signal).toBe('no signal');
  });

  it('are no signal when a column names the deal and the lines differ a little', () => {
    const rows = fourTimes((features, line, number) => ({ ...features, 'Opportunity Number': number, price: line * 1.7 }));
    const model = train(rows, { groupBy: 'Opportunity Number' });
    expect(model.signal).toBe('no signal');
    expect(train(rows, { ignore: ['Opportunity Number'] }).signal).toBe('signal');
  });

  it('are found by an identifier that is ignored, where it tells most rows apart', () => {
    const rows = lots.flatMap(({ features, won, number }, i) =>
      (i % 2 ? [0] : [0, 1]).map((line) => ({ won, features: { ...features, line, 'Deal Id': number } }))
    );
    const folds = (ignore: string[]): number => train(rows, { ignore }).metrics.auc;
    expect(folds(['Deal Id'])).toBeLessThan(0.6);
  });

  it('do not hide whole kinds of deals where rows alike are common', () => {
    const kinds = syntheticDeals(2000, 5).map(({ features: { region, customer }, won }) => ({
      features: { region, customer } as Features,
      won
    }));
    expect(train(kinds).metrics.auc).toBeGreaterThan(0.6);
  });
});

describe('a column to keep deals together by', () => {
  const deals = syntheticDeals(400, 6);

  it('is not learned from', () => {
    const model = train(deals, { groupBy: 'region', folds: 2 });
    expect(model.features.map(({ name }) => name)).not.toContain('region');
  });

  it('must be there', () => {
    expect(() => train(deals, { groupBy: 'account' })).toThrow(/"account", which is not among/);
  });

  it('must leave enough groups to cut', () => {
    expect(() => train(deals, { groupBy: 'region' })).toThrow(/fall into 4 groups; 10 are needed/);
  });
});

describe('dealing groups out to folds', () => {
  const won = Uint8Array.from({ length: 1000 }, (_, row) => (row % 5 === 0 ? 1 : 0));
  const order = Int32Array.from(won.keys());

  it('never splits a group, and spreads wins and losses evenly', () => {
    const groups = Int32Array.from(won, (_, row) => row - (row % 3));
    const fold = dealOut(groups, won, 5, order);
    for (let row = 0; row < 1000; row++) expect(fold[row]).toBe(fold[row - (row % 3)]);
    for (let k = 0; k < 5; k++) {
      const rows = [...fold.keys()].filter((row) => fold[row] === k);
      expect(Math.abs(rows.length - 200)).toBeLessThan(15);
      expect(Math.abs(rows.filter((row) => won[row]).length - 40)).toBeLessThan(5);
    }
  });

  it('stratifies exactly when every row stands alone', () => {
    const fold = dealOut(order, won, 5, order);
    for (let k = 0; k < 5; k++) expect([...fold.keys()].filter((row) => fold[row] === k && won[row]).length).toBe(40);
  });
});

it('joins rows through one another: an identifier here, a repeated row there', () => {
  const column = categoriesOf;
  const groups = groupRows([column('a', ['x', 'x', 'y', 'z', 'v'])], [column('id', ['1', '2', '2', null, null])], new Uint8Array(5));
  expect(new Set(groups.slice(0, 3)).size).toBe(1);
  expect(new Set(groups).size).toBe(3);
});
