import type { RecommendableItem, Contribution, Curation, Need, Past, Recommendation, Viewer } from './types.ts';
import type { RecommenderModel } from './model.ts';

/** Points of a hundred that each side can give at most; what the viewer needs goes before what others like. */
export type Weights = {
  need: number;
  collaborative: number;
  peers: number;
  popularity: number;
  freshness: number;
  /** Taken away each time it was shown in vain, up to so often; and for standing beside what is alike. */
  seen: number;
  dismissedAlike: number;
  diversity: number;
};

export const WEIGHTS: Weights = {
  need: 45,
  collaborative: 30,
  peers: 8,
  popularity: 10,
  freshness: 7,
  seen: 4,
  dismissedAlike: 8,
  diversity: 12
};

/** More than all else together, so that what is pinned stays in the admin's order. */
const PINNED = 1000;
const MOST_SEEN = 4;
/** An item is half as fresh after so many days. */
const FRESH_DAYS = 120;
const DAY = 86_400_000;
/** Contributions below this are not told. */
const NOTHING = 1e-9;

export type RecommendOptions = {
  limit?: number;
  weights?: Partial<Weights>;
  curation?: Curation;
  now?: Date;
  /** Facets by which two items are alike. */
  alike?: readonly string[];
};

/**
 * The feed of one viewer out of the items the viewer may see, which is for the caller to see to: search does it by
 * entitlement. Every score is the sum of its contributions; works without history, without a model, without needs.
 */
export function recommend(
  model: RecommenderModel | undefined,
  items: readonly RecommendableItem[],
  viewer: Viewer,
  options: RecommendOptions = {}
): Recommendation[] {
  const weights = { ...WEIGHTS, ...options.weights };
  const { limit = 10, curation = {}, now = new Date(), alike = ['kind', 'product', 'competitor', 'industry'] } = options;
  const past = viewer.past ?? {};
  const pastOf = (id: string): Past => (Object.hasOwn(past, id) ? past[id]! : {});
  const buried = new Set(curation.buried);
  const dismissed = items.filter(({ id }) => pastOf(id).dismissed);
  const pinned = new Map(curation.pinned?.map((id, position) => [id, position]));
  const open = items
    .filter(({ id }) => !buried.has(id) && !pastOf(id).dismissed && (!pastOf(id).finished || pinned.has(id)))
    .map((item) => {
      const contributions = [
        ...needsOf(item, viewer.needs ?? [], weights.need),
        ...(model ? collaborative(model, item, viewer.history ?? [], weights.collaborative) : []),
        ...(model ? fromPeers(model, item, viewer, weights.peers) : []),
        { code: 'popularity' as const, points: weights.popularity * (model?.popularity(item.id) ?? 0) },
        { code: 'freshness' as const, points: weights.freshness * freshness(item, now) },
        {
          code: 'seen' as const,
          points: -weights.seen * Math.min(MOST_SEEN, pastOf(item.id).opened ? MOST_SEEN : (pastOf(item.id).shown ?? 0))
        },
        {
          code: 'dismissed-alike' as const,
          points: -weights.dismissedAlike * Math.max(0, ...dismissed.map((other) => likeness(item, other, alike)))
        }
      ];
      if (pinned.has(item.id)) contributions.push({ code: 'pinned', points: PINNED * (pinned.size - pinned.get(item.id)!) });
      return { item, contributions: contributions.filter(({ points }) => Math.abs(points) > NOTHING) };
    });
  return select(open, { limit, caps: curation.caps ?? [], alike, diversity: weights.diversity });
}

type Open = { item: RecommendableItem; contributions: Contribution[] };

/** Takes the best, then the best of what is left less what is like it, and so on. */
function select(
  open: Open[],
  { limit, caps, alike, diversity }: { limit: number; caps: NonNullable<Curation['caps']>; alike: readonly string[]; diversity: number }
): Recommendation[] {
  const left = open.map((one) => ({ ...one, base: sum(one.contributions), closest: 0 }));
  const taken: Recommendation[] = [];
  const used = new Map<string, number>();
  while (taken.length < limit) {
    let best: (typeof left)[number] | undefined;
    for (const one of left) {
      if (caps.some(({ facet, most }) => valuesOf(one.item, facet).some((value) => (used.get(`${facet}\n${value}`) ?? 0) >= most)))
        continue;
      const lead = best ? one.base - diversity * one.closest - (best.base - diversity * best.closest) : 1;
      if (lead > 0 || (lead === 0 && one.item.id < best!.item.id)) best = one;
    }
    if (!best) break;
    const contributions = [...best.contributions];
    if (best.closest > 0 && diversity > 0) contributions.push({ code: 'diversity', points: -diversity * best.closest });
    taken.push({ id: best.item.id, score: sum(contributions), contributions, reason: reasonOf(contributions) });
    left.splice(left.indexOf(best), 1);
    for (const { facet } of caps)
      for (const value of valuesOf(best.item, facet)) used.set(`${facet}\n${value}`, (used.get(`${facet}\n${value}`) ?? 0) + 1);
    if (diversity > 0) for (const one of left) one.closest = Math.max(one.closest, likeness(one.item, best.item, alike));
  }
  return taken;
}

function needsOf(item: RecommendableItem, needs: readonly Need[], weight: number): Contribution[] {
  const met = needs.flatMap((need): Contribution[] => {
    const degree =
      'items' in need
        ? Math.min(1, Math.max(0, Object.hasOwn(need.items, item.id) ? need.items[item.id]! : 0))
        : valuesOf(item, need.facet).some((value) => need.values.includes(value))
          ? 1
          : 0;
    const points = degree * Math.min(1, Math.max(0, need.weight));
    return points > 0 ? [{ code: 'need', points, because: need.code, ...(need.fact !== undefined && { fact: need.fact }) }] : [];
  });
  // Many small needs together give no more than what a need can.
  const all = sum(met);
  const scale = weight * (all > 1 ? 1 / all : 1);
  return met.map((contribution) => ({ ...contribution, points: contribution.points * scale }));
}

function collaborative(model: RecommenderModel, { id }: RecommendableItem, history: readonly string[], weight: number): Contribution[] {
  let points = 0;
  let strongest = { item: '', tie: 0 };
  history.forEach((item, position) => {
    const tie = model.tie(item, id) * model.recency ** position;
    points += tie;
    if (tie > strongest.tie) strongest = { item, tie };
  });
  const kept = Math.min(1, Math.max(0, points));
  return kept > 0 && strongest.tie > 0 ? [{ code: 'collaborative', points: weight * kept, because: strongest.item }] : [];
}

/** The longer the viewer's own history, the less it matters what people of the same kind do. */
function fromPeers(model: RecommenderModel, { id }: RecommendableItem, { profile, history = [] }: Viewer, weight: number): Contribution[] {
  if (!profile) return [];
  const odds = Math.max(-1, Math.min(1, model.peers(id, profile)));
  return [{ code: 'peers', points: (weight * odds * Math.sqrt(model.popularity(id))) / (1 + history.length / 10) }];
}

function freshness({ date }: RecommendableItem, now: Date): number {
  const age = date === undefined ? NaN : (now.getTime() - Date.parse(date)) / DAY;
  return Number.isNaN(age) ? 0 : 2 ** (-Math.max(0, age) / FRESH_DAYS);
}

/** Share of facets, of those that either has, in which both have a value in common. */
function likeness(a: RecommendableItem, b: RecommendableItem, facets: readonly string[]): number {
  let both = 0;
  let any = 0;
  for (const facet of facets) {
    const [left, right] = [valuesOf(a, facet), valuesOf(b, facet)];
    if (left.length === 0 && right.length === 0) continue;
    any++;
    if (left.some((value) => right.includes(value))) both++;
  }
  return any === 0 ? 0 : both / any;
}

function reasonOf(contributions: readonly Contribution[]): Contribution {
  const speaking = contributions.filter(({ points }) => points > 0);
  return speaking.reduce<Contribution>((best, one) => (one.points > best.points ? one : best), { code: 'popularity', points: 0 });
}

function valuesOf({ facets }: RecommendableItem, name: string): readonly string[] {
  return facets && Object.hasOwn(facets, name) ? facets[name]! : [];
}

const sum = (contributions: readonly Contribution[]): number => contributions.reduce((total, { points }) => total + points, 0);
