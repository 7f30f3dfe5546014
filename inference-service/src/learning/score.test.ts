import { describe, expect, it } from 'vitest';
import { randomStream } from './random.ts';
import { score } from './score.ts';
import { syntheticDeals } from './synthetic.ts';
import { toPoints } from './points.ts';
import { train } from './train.ts';
import type { Features } from './types.ts';

const model = train(syntheticDeals(3000, 1));
const tenThousandths = (value: number): number => Math.round(value * 10_000);

/** Deals as they come, with gaps, unknown values and wrong types. */
function anyDeal(random: () => number): Features {
  const deal: Features = { ...syntheticDeals(1, Math.floor(random() * 1e9))[0]!.features };
  for (const name of Object.keys(deal)) {
    const chance = random();
    if (chance < 0.1) delete deal[name];
    else if (chance < 0.2) deal[name] = null;
    else if (chance < 0.25) deal[name] = 'never seen before';
    else if (chance < 0.3) deal[name] = -1e300;
  }
  return deal;
}

describe('every score', () => {
  const random = randomStream(42);
  const scored = Array.from({ length: 2000 }, () => score(model, anyDeal(random)));

  it('is the exact sum of the base and its contributions', () => {
    for (const { logit, base, contributions } of scored) {
      expect(tenThousandths(logit)).toBe(
        contributions.reduce((sum, contribution) => sum + tenThousandths(contribution.logit), tenThousandths(base.logit))
      );
    }
  });

  it('has points that add up to it exactly, in tenths', () => {
    for (const { base, contributions, probability } of scored) {
      const points = toPoints(base, contributions);
      const tenths = points.factors.reduce((sum, factor) => sum + Math.round(factor.points * 10), Math.round(points.base * 10));
      expect(tenths).toBe(Math.round(points.score * 10));
      expect(Math.abs(points.score - probability * 100)).toBeLessThanOrEqual(0.0501);
    }
  });

  it('has points on the side of their contribution', () => {
    for (const { base, contributions } of scored.slice(0, 200)) {
      for (const factor of toPoints(base, contributions).factors) {
        if (Math.abs(factor.points) > 0.1) expect(Math.sign(factor.points)).toBe(Math.sign(factor.logit));
      }
    }
  });

  it('is a probability, and says how sure it is', () => {
    for (const { probability, disagreement, comparable, confidence } of scored) {
      expect(probability).toBeGreaterThan(0);
      expect(probability).toBeLessThan(1);
      expect(disagreement).toBeGreaterThanOrEqual(0);
      expect(comparable).toBeGreaterThanOrEqual(0);
      expect(confidence.sampleSize).toBe(comparable);
    }
  });

  it('lists the strongest contribution first', () => {
    for (const { contributions } of scored.slice(0, 200)) {
      const sizes = contributions.map(({ logit }) => Math.abs(logit));
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    }
  });
});

describe('confidence', () => {
  it('is higher for a deal like many than for one like none', () => {
    const usual = score(model, { amount: 20_000, region: 'East', route: 'Direct', customer: false, noise: 0.5, colour: 'red' });
    const odd = score(model, { amount: 'unheard of', region: 'Moon', route: 'Rocket', customer: 'perhaps', colour: 'none' });
    expect(usual.comparable).toBeGreaterThan(odd.comparable);
    expect(odd.confidence.level).toBe('Low');
  });

  it('grows with the deals behind the model', () => {
    const small = train(syntheticDeals(300, 1));
    const deal = syntheticDeals(1, 77)[0]!.features;
    expect(score(model, deal).comparable).toBeGreaterThan(score(small, deal).comparable);
  });
});

describe('toPoints', () => {
  it('handles a deal without any factor', () => {
    expect(toPoints({ logit: 0 }, [])).toEqual({ score: 50, base: 50, factors: [] });
  });

  it('handles factors that cancel out', () => {
    const points = toPoints({ logit: 0 }, [{ logit: 1 }, { logit: -1 }]);
    expect(points.score).toBe(50);
    expect(points.factors.map((factor) => factor.points)).toEqual([25, -25]);
  });

  it('stays within 0 and 100 for extreme contributions', () => {
    expect(toPoints({ logit: -8 }, [{ logit: 900 }]).score).toBe(100);
    expect(toPoints({ logit: 8 }, [{ logit: -900 }]).score).toBe(0);
  });
});
