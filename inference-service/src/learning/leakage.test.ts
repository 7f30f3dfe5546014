import { describe, expect, it } from 'vitest';
import { randomStream } from './random.ts';
import { syntheticDeals } from './synthetic.ts';
import { train } from './train.ts';
import type { FeatureValue, TrainingRow } from './types.ts';

const deals = syntheticDeals(2000, 3);

function withColumn(name: string, value: (row: TrainingRow, random: number) => FeatureValue): TrainingRow[] {
  const random = randomStream(8);
  return deals.map((row) => ({ won: row.won, features: { ...row.features, [name]: value(row, random()) } }));
}

const named = (rows: TrainingRow[]): string[] => train(rows).leakage.map((finding) => finding.feature);

describe('leakage', () => {
  it('is not seen where there is none', () => {
    expect(named(deals)).toEqual([]);
  });

  it('is seen in a feature that all but decides the outcome', () => {
    const rows = withColumn('health', ({ won }, random) => (won ? 1 : 0) + random * 1.02);
    const model = train(rows);
    expect(model.leakage).toEqual([{ feature: 'health', reason: expect.stringContaining('won from lost'), refused: true }]);
    expect(model.features.map((feature) => feature.name)).not.toContain('health');
  });

  it('is seen in values that occur with one outcome only', () => {
    const rows = withColumn('remark', ({ won }, random) => (won && random < 0.6 ? 'celebrated' : 'none'));
    expect(named(rows)).toContain('remark');
  });

  it('is seen in a telling name that the data bears out', () => {
    expect(named(withColumn('Elapsed Days In Stage', ({ won }, random) => Math.round(random * (won ? 60 : 90))))).toEqual([
      'Elapsed Days In Stage'
    ]);
    expect(named(withColumn('lossReason', ({ won }, random) => (won ? (random < 0.7 ? 'a' : 'b') : random < 0.7 ? 'b' : 'a')))).toEqual([
      'lossReason'
    ]);
  });

  it('is not seen in a telling name that the data does not bear out', () => {
    expect(named(withColumn('Elapsed Days In Stage', (_, random) => Math.round(random * 60)))).toEqual([]);
  });

  it('is not seen in what is planned beforehand', () => {
    expect(named(withColumn('Expected days in stage', ({ won }, random) => Math.round(random * (won ? 60 : 90))))).toEqual([]);
    expect(named(withColumn('daysToClose', ({ won }, random) => Math.round(random * (won ? 60 : 90))))).toEqual([]);
  });

  it('is seen in a column that only repeats another in bands', () => {
    const rows = withColumn('Size Class', ({ features }) => {
      const amount = features['amount'];
      return typeof amount === 'number' ? Math.floor((Math.log10(amount) - 3) * 3) : null;
    });
    expect(train(rows).leakage[0]).toMatchObject({ feature: 'Size Class', reason: expect.stringContaining('"amount" in bands') });
  });

  it('is kept, and still named, when the caller insists', () => {
    const model = train(
      withColumn('health', ({ won }, random) => (won ? 1 : 0) + random * 1.02),
      { allowLeakage: true }
    );
    expect(model.leakage[0]).toMatchObject({ feature: 'health', refused: false });
    expect(model.features.map((feature) => feature.name)).toContain('health');
  });

  it('names every leak when several hide each other', () => {
    const random = randomStream(6);
    const rows = deals.map(({ features, won }) => ({
      won,
      features: { ...features, x1: (won ? 1 : 0) + random() * 1.05, x2: (won ? 1 : 0) + random() * 1.05 }
    }));
    expect(named(rows)).toEqual(['x1', 'x2']);
  });

  it('is an error when it leaves nothing to learn from', () => {
    const rows = deals.map(({ won }) => ({ won, features: { result: won ? 'yes' : 'no' } }));
    expect(() => train(rows)).toThrow(/no feature is left: "result"/);
  });
});
