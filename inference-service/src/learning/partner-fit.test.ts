import { describe, expect, it } from 'vitest';
import { baseline, blend, modelWeight } from './baseline.ts';
import { DEFAULT_PRIOR, partnerFit, shrunkRate } from './partner-fit.ts';
import { score } from './score.ts';
import { syntheticDeals } from './synthetic.ts';
import { train } from './train.ts';

describe('partner fit', () => {
  it('is average for a partner nothing is known of', () => {
    expect(partnerFit({})).toEqual({ score: 50, contributions: [], sampleSize: 0 });
  });

  it('does not judge a partner by three deals', () => {
    const three = partnerFit({ history: { won: 3, lost: 0 } }).score;
    const many = partnerFit({ history: { won: 300, lost: 0 } }).score;
    expect(three).toBeLessThan(75);
    expect(many).toBeGreaterThan(95);
  });

  it('shrinks towards the average, whichever side the partner is on', () => {
    for (const won of [0, 1, 2, 3]) {
      const rate = shrunkRate(won, 3 - won, DEFAULT_PRIOR);
      expect(Math.abs(rate - DEFAULT_PRIOR.mean)).toBeLessThan(Math.abs(won / 3 - DEFAULT_PRIOR.mean));
    }
  });

  it('counts similar deals once, within the record they are part of', () => {
    const same = partnerFit({ history: { won: 1, lost: 1, wonSimilar: 50, lostSimilar: 0 } });
    expect(same.contributions.find(({ name }) => name === 'similarDeals')!.text).toBe('Won 1 of 1 similar deals');
  });

  it('says every contribution in words', () => {
    const fit = partnerFit({
      tier: 'Gold',
      certifications: 3,
      territoryMatch: false,
      verticalMatch: true,
      history: { won: 4, lost: 7, wonSimilar: 2, lostSimilar: 1 }
    });
    expect(fit.contributions.map(({ name }) => name)).toEqual([
      'record',
      'similarDeals',
      'tier',
      'certifications',
      'territory',
      'vertical'
    ]);
    expect(fit.sampleSize).toBe(11);
  });

  it('is not moved by impossible numbers', () => {
    expect(partnerFit({ certifications: -4, history: { won: -1, lost: NaN } }).score).toBe(50);
    expect(partnerFit({ tier: 'constructor' }).score).toBe(50);
    expect(partnerFit({ certifications: 1e9 }).score).toBeLessThan(60);
  });
});

describe('the cold-start baseline', () => {
  it('says that there is no history', () => {
    const result = baseline({}, { amount: 1 });
    expect(result).toMatchObject({ kind: 'baseline', note: 'no history yet', probability: expect.closeTo(DEFAULT_PRIOR.mean, 3) });
    expect(result.confidence.level).toBe('Low');
  });

  it('sums exactly', () => {
    const { base, contributions, logit } = baseline(
      { tier: 'Gold', history: { won: 5, lost: 2 } },
      { existingCustomer: true, competitor: 'Initech' }
    );
    const steps = (value: number): number => Math.round(value * 10_000);
    expect(steps(logit)).toBe(contributions.reduce((sum, contribution) => sum + steps(contribution.logit), steps(base.logit)));
    expect(contributions.map(({ feature }) => feature)).toContain('existingCustomer');
  });

  it('gives way to the model as outcomes arrive', () => {
    const model = train(syntheticDeals(600, 1));
    const features = syntheticDeals(1, 5)[0]!.features;
    const start = baseline({}, features);
    const learned = score(model, features);
    const distance = (rows: number): number => Math.abs(blend(start, learned, modelWeight(rows)).logit - learned.logit);
    expect(distance(50)).toBeGreaterThan(distance(5000));
    const blended = blend(start, learned, 0.5);
    const steps = (value: number): number => Math.round(value * 10_000);
    expect(steps(blended.logit)).toBe(
      blended.contributions.reduce((sum, contribution) => sum + steps(contribution.logit), steps(blended.base.logit))
    );
  });
});
