import { analyse } from './index/analysed.ts';
import { ContentIndex } from './index/content-index.ts';
import type { Entitlement } from './entitlement.ts';
import type { ContentItem } from './types.ts';

/** An item for tests: a title, a text, and what else matters there. */
export function item(id: string, title: string, text: string, more: Partial<ContentItem> = {}): ContentItem {
  return { id, title, passages: [{ text }], ...more };
}

export function indexOf(...items: ContentItem[]): ContentIndex {
  const index = new ContentIndex();
  for (const one of items) index.put(analyse(one));
  return index;
}

/** Numbers that look random and are the same in every run. */
export function randomFrom(seed: number): {
  next(): number;
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
  some<T>(list: readonly T[]): T[];
} {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { next, below, pick: (list) => list[below(list.length)]!, some: (list) => list.filter(() => next() < 0.4) };
}

const TIERS = ['gold', 'silver', 'bronze'];
const TYPES = ['reseller', 'si', 'isv'];
const COUNTRIES = ['DE', 'FR', 'ES', 'US'];
const CERTIFICATIONS = ['sales', 'cloud', 'security'];
const PARTNERS = ['P1', 'P2', 'P3', 'P4'];

type Random = ReturnType<typeof randomFrom>;

export function randomEntitlement(random: Random): Entitlement {
  return {
    ...(random.next() < 0.1 && { internalOnly: true }),
    ...(random.next() < 0.4 && { tiers: random.some(TIERS) }),
    ...(random.next() < 0.3 && { partnerTypes: random.some(TYPES) }),
    ...(random.next() < 0.3 && { countries: random.some(COUNTRIES) }),
    ...(random.next() < 0.2 && { certifications: random.some(CERTIFICATIONS) }),
    ...(random.next() < 0.15 && { partners: random.some(PARTNERS) })
  };
}

export function randomClaims(random: Random): Entitlement & { internal?: boolean } {
  return {
    ...(random.next() < 0.05 && { internal: true }),
    ...(random.next() < 0.9 && { tiers: [random.pick(TIERS)] }),
    ...(random.next() < 0.9 && { partnerTypes: [random.pick(TYPES)] }),
    ...(random.next() < 0.9 && { countries: [random.pick(COUNTRIES)] }),
    ...(random.next() < 0.7 && { certifications: random.some(CERTIFICATIONS) }),
    ...(random.next() < 0.9 && { partners: [random.pick(PARTNERS)] })
  };
}
