import { randomStream } from './random.ts';
import type { TrainingRow } from './types.ts';

/**
 * Invented deals with a known truth, for tests and benches: `amount` lowers the chance, `region` and `customer` move it, `route` only
 * matters together with `region`, `noise` and `colour` do nothing. About one amount in ten is missing.
 */
export function syntheticDeals(count: number, seed: number): TrainingRow[] {
  const random = randomStream(seed);
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)]!;
  return Array.from({ length: count }, () => {
    const amount = Math.round(Math.exp(8 + 4 * random()));
    const region = pick(['North', 'South', 'East', 'West']);
    const route = pick(['Reseller', 'Direct']);
    const customer = random() < 0.3;
    const missing = random() < 0.1;
    const logit =
      -1.5 * (Math.log(amount) - 10) +
      (region === 'North' ? 0.8 : region === 'South' ? -0.8 : 0) +
      ((region === 'East' || region === 'South') === (route === 'Reseller') ? 0.9 : -0.9) +
      (customer ? 1 : -0.4) -
      0.6;
    return {
      features: { amount: missing ? null : amount, region, route, customer, noise: random(), colour: pick(['red', 'green', 'blue']) },
      won: random() < 1 / (1 + Math.exp(-logit))
    };
  });
}
