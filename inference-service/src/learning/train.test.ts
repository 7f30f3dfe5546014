import { describe, expect, it } from 'vitest';
import { randomStream } from './random.ts';
import { score } from './score.ts';
import { syntheticDeals } from './synthetic.ts';
import { train } from './train.ts';
import { TrainingError, type TrainingRow } from './types.ts';

const deals = syntheticDeals(4000, 1);
const model = train(deals, { seed: 1 });

describe('a model of deals with a known truth', () => {
  it('finds the signal', () => {
    expect(model.signal).toBe('signal');
    expect(model.metrics.auc).toBeGreaterThan(0.8);
    expect(model.metrics.aucLow).toBeLessThan(model.metrics.auc);
  });

  it('is calibrated on deals it was not trained on', () => {
    expect(model.metrics.calibrationError).toBeLessThan(0.03);
    const fresh = syntheticDeals(4000, 2);
    const predicted = fresh.reduce((sum, { features }) => sum + score(model, features).probability, 0) / fresh.length;
    const observed = fresh.filter(({ won }) => won).length / fresh.length;
    expect(Math.abs(predicted - observed)).toBeLessThan(0.03);
  });

  it('ranks what matters above what does not', () => {
    const importance = (name: string): number => model.features.find((feature) => feature.name === name)!.importance;
    expect(importance('amount')).toBeGreaterThan(5 * importance('noise'));
    expect(importance('region')).toBeGreaterThan(5 * importance('colour'));
  });

  it('finds the pair that only works together', () => {
    expect([...model.pairs[0]!.features].sort()).toEqual(['region', 'route']);
  });

  it('takes the win rate of past deals as its base', () => {
    expect(model.base.probability).toBeCloseTo(model.wonRate, 4);
  });

  it('survives a trip through JSON without a change in any score', () => {
    const copy = JSON.parse(JSON.stringify(model)) as typeof model;
    for (const { features } of deals.slice(0, 50)) expect(score(copy, features)).toEqual(score(model, features));
  });

  it('leaves out pairs when asked to', () => {
    expect(train(deals, { maxPairs: 0 }).pairs).toEqual([]);
  });
});

describe('determinism', () => {
  it('gives the same model, byte for byte, for the same rows and seed', () => {
    const rows = deals.slice(0, 800);
    expect(JSON.stringify(train(rows, { seed: 9 }))).toBe(JSON.stringify(train(rows, { seed: 9 })));
  });

  it('cuts the folds anew for another seed', () => {
    const rows = deals.slice(0, 800);
    expect(train(rows, { seed: 9 }).metrics.auc).not.toBe(train(rows, { seed: 10 }).metrics.auc);
  });
});

describe('no signal', () => {
  it('is said when outcomes are shuffled', () => {
    for (const seed of [1, 2, 3]) {
      const random = randomStream(seed);
      const rows = deals.slice(0, 1000).map(({ features }): TrainingRow => ({ features, won: random() < 0.4 }));
      const shuffled = train(rows, { seed });
      expect(shuffled.signal).toBe('no signal');
      expect(shuffled.features).toEqual([]);
      expect(score(shuffled, deals[0]!.features).probability).toBeCloseTo(shuffled.wonRate, 3);
    }
  });

  it('gives every deal Low confidence', () => {
    const random = randomStream(4);
    const rows = deals.slice(0, 500).map(({ features }): TrainingRow => ({ features, won: random() < 0.5 }));
    expect(score(train(rows), deals[0]!.features).confidence.level).toBe('Low');
  });
});

describe('monotone constraints', () => {
  it('hold for every pair of values, whatever the rest of the deal', () => {
    const random = randomStream(5);
    const wavy = Array.from({ length: 3000 }, (): TrainingRow => {
      const days = Math.floor(random() * 300);
      return { features: { days, region: random() < 0.5 ? 'North' : 'South' }, won: random() < 0.5 + 0.35 * Math.sin(days / 20) };
    });
    for (const direction of ['increasing', 'decreasing'] as const) {
      const held = train(wavy, { constraints: { days: direction } });
      const logits = Array.from(
        { length: 300 },
        (_, days) => score(held, { days, region: 'North' }).logit * (direction === 'increasing' ? 1 : -1)
      );
      for (let i = 1; i < logits.length; i++) expect(logits[i]!).toBeGreaterThanOrEqual(logits[i - 1]!);
    }
  });

  it('are refused for a category', () => {
    expect(() => train(deals, { constraints: { region: 'increasing' } })).toThrow(/"region" is a category/);
  });

  it('are refused for a feature that is not there', () => {
    expect(() => train(deals, { constraints: { ammount: 'increasing' } })).toThrow(/"ammount"/);
  });
});

describe('rows that cannot be learned from', () => {
  it('are refused when there are too few', () => {
    expect(() => train(deals.slice(0, 19))).toThrow(TrainingError);
  });

  it('are refused when there is one outcome only', () => {
    expect(() => train(deals.slice(0, 100).map((row) => ({ ...row, won: true })))).toThrow(/every one of the 100 deals was won/);
  });

  it('are refused when no feature is left', () => {
    expect(() => train(deals.slice(0, 100).map(({ won }) => ({ features: { same: 1 }, won })))).toThrow(/no feature can be learned from/);
  });

  it('are learned from when a fold has hardly any wins', () => {
    const rows = deals.slice(0, 60).map(({ features }, i) => ({ features, won: i === 7 }));
    expect(train(rows).rows).toBe(60);
  });
});

describe('awkward columns', () => {
  const column = (name: string, value: (i: number) => unknown): TrainingRow[] =>
    deals.slice(0, 400).map(({ features, won }, i) => ({ won, features: { ...features, [name]: value(i) as string } }));

  it('drops free text with a reason', () => {
    const dropped = train(column('notes', (i) => `Call number ${i} with the customer about their long list of wishes ${i * 7}`)).dropped;
    expect(dropped).toContainEqual({ feature: 'notes', reason: expect.stringContaining('free text') });
  });

  it('reads numbers with their thousands set apart, in training and in scoring', () => {
    const grouped = train(
      deals
        .slice(0, 1000)
        .map(({ features, won }) => ({ won, features: { amount: Number(features['amount'] ?? 1).toLocaleString('en-US') } }))
    );
    expect(grouped.features[0]).toMatchObject({ name: 'amount', kind: 'number' });
    expect(score(grouped, { amount: '12,345' }).logit).toBe(score(grouped, { amount: 12_345 }).logit);
  });

  it('drops identifiers with a reason', () => {
    expect(train(column('Lead Number', (i) => 660_000 + i)).dropped[0]!.reason).toContain('identifier');
  });

  it('reads ISO dates as days and their month', () => {
    const dated = train(column('closeDate', (i) => new Date(Date.UTC(2025, 0, 1 + i)).toISOString().slice(0, 10)));
    const kinds = Object.fromEntries(dated.features.map(({ name, kind }) => [name, kind]));
    expect(dated.dropped.map(({ feature }) => feature)).not.toContain('closeDate');
    if (dated.signal === 'signal') expect(kinds).toMatchObject({ closeDate: 'date', 'closeDate (month)': 'category' });
  });

  it('pools rare categories and scores unseen ones with them', () => {
    const pooled = train(column('city', (i) => (i % 2 ? 'Berlin' : i % 4 ? 'Paris' : `Village ${i}`)));
    const scored = score(pooled, { ...deals[0]!.features, city: 'Atlantis' });
    expect(scored.contributions.find(({ feature }) => feature === 'city')!.label).toBe('(other)');
  });

  it('keeps a column named like an object member apart from it', () => {
    const odd = train(column('constructor', (i) => (i % 3 ? 'a' : 'b')));
    expect(score(odd, {}).contributions.find(({ feature }) => feature === 'constructor')!.value).toBe('not known');
  });

  it('takes infinite and not-a-number values as not known', () => {
    const broken = train(column('ratio', (i) => (i % 3 === 0 ? NaN : i % 3 === 1 ? Infinity : i)));
    expect(Number.isFinite(score(broken, { ...deals[0]!.features, ratio: Infinity }).logit)).toBe(true);
  });

  it('keeps the model small however many values a column has', () => {
    const wide = train(deals.map(({ features, won }, i) => ({ won, features: { ...features, wide: i * 1.37, name: `n${i % 900}` } })));
    expect(JSON.stringify(wide).length).toBeLessThan(400_000);
  });
});

it('tells how far it is, up to the end', () => {
  const seen: number[] = [];
  train(deals.slice(0, 300), { onProgress: (_, done) => seen.push(done) });
  expect(seen.at(-1)).toBe(1);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
});
