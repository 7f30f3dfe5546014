import { describe, expect, it } from 'vitest';
import { areaUnderBins, areaUnderCurve, brierScore, calibrationError, reliabilityBins } from './metrics.ts';
import { drift } from './drift.ts';
import { poolAdjacentViolators } from './steps.ts';
import { binLabels, binOf, formatNumber, shortestBetween } from './bins.ts';
import { syntheticDeals } from './synthetic.ts';
import { train } from './train.ts';

describe('metrics', () => {
  it('gives an AUC of 1, 0.5 and 0 for perfect, tied and reversed scores', () => {
    expect(areaUnderCurve([1, 2, 3, 4], [0, 0, 1, 1])).toBe(1);
    expect(areaUnderCurve([1, 1, 1, 1], [0, 1, 0, 1])).toBe(0.5);
    expect(areaUnderCurve([4, 3, 2, 1], [0, 0, 1, 1])).toBe(0);
  });

  it('agrees with counting the pairs', () => {
    const scores = [0.3, 0.1, 0.3, 0.9, 0.5, 0.1];
    const won = [0, 0, 1, 1, 0, 1];
    let better = 0;
    let pairs = 0;
    scores.forEach((a, i) =>
      scores.forEach((b, j) => {
        if (won[i] === 1 && won[j] === 0) {
          pairs++;
          better += a > b ? 1 : a === b ? 0.5 : 0;
        }
      })
    );
    expect(areaUnderCurve(scores, won)).toBeCloseTo(better / pairs, 12);
  });

  it('gives the same AUC from bins as from rows', () => {
    const scores = Float64Array.from([0.2, 0.7, 0.2, 0.5]);
    const counts = Float64Array.from([4, 5, 3, 6]);
    const wins = Float64Array.from([1, 4, 0, 3]);
    const rows = Array.from(scores).flatMap((score, bin) =>
      Array.from({ length: counts[bin]! }, (_, i) => [score, i < wins[bin]! ? 1 : 0] as const)
    );
    expect(areaUnderBins(scores, counts, wins)).toBeCloseTo(
      areaUnderCurve(
        rows.map(([score]) => score),
        rows.map(([, won]) => won)
      ),
      12
    );
  });

  it('computes Brier score and calibration error', () => {
    expect(brierScore([1, 0, 0.5], [1, 0, 1])).toBeCloseTo(0.25 / 3, 12);
    expect(calibrationError(reliabilityBins([0.2, 0.2, 0.2, 0.2, 0.2], [1, 0, 0, 0, 0]))).toBeCloseTo(0, 12);
    expect(calibrationError(reliabilityBins([0.9, 0.9], [0, 0]))).toBeCloseTo(0.9, 12);
  });
});

describe('pooling adjacent violators', () => {
  it('gives the nearest values in the direction asked for', () => {
    const up = [1, 3, 2, 4];
    poolAdjacentViolators(up, [1, 1, 1, 1], 'increasing');
    expect(up).toEqual([1, 2.5, 2.5, 4]);
    const down = [1, 3];
    poolAdjacentViolators(down, [1, 3], 'decreasing');
    expect(down).toEqual([2.5, 2.5]);
  });
});

describe('bins', () => {
  it('are cut at numbers people can read', () => {
    expect(shortestBetween(49_987, 50_012)).toBe(50_000);
    expect(shortestBetween(0.1234, 0.1301)).toBe(0.13);
    expect(shortestBetween(-3, 2)).toBe(2);
  });

  it('hold each value between their cuts', () => {
    const bins = { kind: 'number' as const, cuts: [10, 20] };
    expect([9.99, 10, 19, 20, 1e9, NaN, null].map((value) => binOf(bins, value))).toEqual([1, 2, 2, 3, 3, 0, 0]);
    expect(binLabels(bins)).toEqual(['(not known)', 'under 10', '10 to 20', '20 or more']);
  });

  it('are read with both ends included when all values are whole numbers', () => {
    expect(binLabels({ kind: 'number', cuts: [10, 20, 21], whole: true })).toEqual([
      '(not known)',
      'under 10',
      '10 to 19',
      '20',
      '21 or more'
    ]);
  });

  it('write numbers with thousands set apart', () => {
    expect([0, 999, 1000, -1234567.5, 0.1 + 0.2, 1e21].map(formatNumber)).toEqual(['0', '999', '1,000', '-1,234,567.5', '0.3', '1e+21']);
  });
});

describe('drift', () => {
  const model = train(syntheticDeals(3000, 1));

  it('is not seen in deals like those trained on', () => {
    const recent = syntheticDeals(1000, 9).map(({ features }) => features);
    expect(drift(model, recent).every(({ verdict }) => verdict === 'steady')).toBe(true);
  });

  it('is seen in the feature that moved', () => {
    const recent = syntheticDeals(1000, 9).map(({ features }) => ({ ...features, region: 'North' }));
    expect(drift(model, recent)[0]).toMatchObject({ feature: 'region', verdict: 'drifted' });
  });

  it('is not judged by a handful of deals', () => {
    expect(drift(model, [{ region: 'North' }])).toEqual([]);
  });
});
