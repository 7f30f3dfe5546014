import { invert } from './linear.ts';
import type { Interaction, Profile } from './types.ts';

export type Training = {
  /**
   * How many people's use must speak for a tie between two items before it counts: the ridge of the regression. It
   * draws what little evidence says towards nothing.
   */
  ridge: number;
  /** What the use before the last is worth against the last, and so on back. */
  recency: number;
  /** Uses by people of the same profile that count as much as what all people do. */
  peerPrior: number;
  /** Half of what a use says about how popular an item is now is gone after so many days. */
  trendDays: number;
  /** Ties are learned among so many of the most used items; time grows with the cube. */
  mostItems: number;
};

export const TRAINING: Training = { ridge: 60, recency: 0.97, peerPrior: 40, trendDays: 90, mostItems: 2000 };

export type RecommenderModel = {
  people: number;
  /** What using the first item says for the second; sums over a history are between about 0 and 1. */
  tie(from: string, to: string): number;
  /** 0 to 1: how much an item is used, recent use counting more, against the most used one; shrunk by how little is known. */
  popularity(item: string): number;
  /** How much likelier people of such a profile use the item than people do in general, as log-odds, shrunk; 0 when nothing is known. */
  peers(item: string, profile: Profile): number;
  recency: number;
};

/** Uses of so few people say little about how popular an item is. */
const POPULARITY_PRIOR = 3;
/** What of popularity is how much an item is used lately; the rest is how much it ever was. */
const TREND_SHARE = 0.3;
const DAY = 86_400_000;

/**
 * Learns from who used what. Ties between items are the coefficients of a ridge regression of each item's use on the use
 * of all others, in closed form with nothing tied to itself (Steck: Embarrassingly Shallow Autoencoders, 2019): a
 * neighbourhood model whose neighbours share the credit instead of each claiming all of it. Additive, so a
 * recommendation can name the item it comes from.
 */
export function trainRecommender(
  interactions: readonly Interaction[],
  {
    profiles = {},
    training = TRAINING,
    now = new Date()
  }: { profiles?: Readonly<Record<string, Profile>>; training?: Training; now?: Date } = {}
): RecommenderModel {
  const used = new Map<string, Map<string, Interaction>>();
  for (const interaction of interactions) {
    if (interaction.strength <= 0) continue;
    const own = used.get(interaction.who) ?? new Map<string, Interaction>();
    const known = own.get(interaction.item);
    if (!known || known.at < interaction.at) own.set(interaction.item, interaction);
    used.set(interaction.who, own);
  }
  const counts = new Map<string, number>();
  const trend = new Map<string, number>();
  for (const own of used.values()) {
    for (const { item, at } of own.values()) {
      counts.set(item, (counts.get(item) ?? 0) + 1);
      const age = Math.max(0, (now.getTime() - Date.parse(at)) / DAY);
      trend.set(item, (trend.get(item) ?? 0) + 2 ** (-age / training.trendDays));
    }
  }
  const names = [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, training.mostItems)
    .map(([name]) => name);
  const numbers = new Map(names.map((name, i) => [name, i]));
  const ties = tiesOf(used, numbers, training.ridge);
  const size = names.length;
  const mostTrending = Math.max(1e-9, ...trend.values());
  const mostUsed = Math.max(1, ...counts.values());
  const peers = peersOf(used, counts, profiles, training.peerPrior);
  return {
    people: used.size,
    recency: training.recency,
    tie(from, to) {
      const [i, j] = [numbers.get(from), numbers.get(to)];
      return i === undefined || j === undefined ? 0 : ties[i * size + j]!;
    },
    popularity(item) {
      const count = counts.get(item) ?? 0;
      const share = (1 - TREND_SHARE) * (count / mostUsed) + TREND_SHARE * ((trend.get(item) ?? 0) / mostTrending);
      return share * (count / (count + POPULARITY_PRIOR));
    },
    peers
  };
}

function tiesOf(
  used: ReadonlyMap<string, ReadonlyMap<string, Interaction>>,
  numbers: ReadonlyMap<string, number>,
  ridge: number
): Float64Array {
  const size = numbers.size;
  const together = new Float64Array(size * size);
  for (const own of used.values()) {
    const items = [...own.keys()].flatMap((item) => numbers.get(item) ?? []);
    for (const i of items) for (const j of items) together[i * size + j]!++;
  }
  for (let i = 0; i < size; i++) together[i * size + i]! += ridge;
  const precision = invert(together, size);
  const ties = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) if (i !== j) ties[i * size + j] = -precision[i * size + j]! / precision[j * size + j]!;
  return ties;
}

function peersOf(
  used: ReadonlyMap<string, ReadonlyMap<string, Interaction>>,
  counts: ReadonlyMap<string, number>,
  profiles: Readonly<Record<string, Profile>>,
  prior: number
): RecommenderModel['peers'] {
  const byValue = new Map<string, { uses: number; items: Map<string, number> }>();
  let all = 0;
  for (const [who, own] of used) {
    all += own.size;
    if (!Object.hasOwn(profiles, who)) continue;
    for (const [name, value] of Object.entries(profiles[who]!)) {
      const key = `${name}\n${value}`;
      const group = byValue.get(key) ?? { uses: 0, items: new Map<string, number>() };
      byValue.set(key, group);
      for (const item of own.keys()) {
        group.uses++;
        group.items.set(item, (group.items.get(item) ?? 0) + 1);
      }
    }
  }
  return (item, profile) => {
    const share = (counts.get(item) ?? 0) / Math.max(1, all);
    if (share === 0) return 0;
    let odds = 0;
    for (const [name, value] of Object.entries(profile)) {
      const group = byValue.get(`${name}\n${value}`);
      if (!group) continue;
      // As many uses as the prior says are taken to be spread as everybody's are.
      const expected = share * group.uses;
      odds += Math.log(((group.items.get(item) ?? 0) + prior * share + 1) / (expected + prior * share + 1));
    }
    return odds;
  };
}
