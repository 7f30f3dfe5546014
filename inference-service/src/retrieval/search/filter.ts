import type { AnalysedItem } from '../index/analysed.ts';
import type { Candidate } from './score.ts';
import type { FacetCounts, Filters } from '../types.ts';

/** Whether an item is among what is asked for. `except` leaves one facet out, for its own counts. */
export function passes({ item, language }: AnalysedItem, filters: Filters, except?: string): boolean {
  if (filters.languages && except !== 'language' && !filters.languages.includes(language)) return false;
  if (filters.from !== undefined && !(item.date !== undefined && Date.parse(item.date) >= Date.parse(filters.from))) return false;
  if (filters.until !== undefined && !(item.date !== undefined && Date.parse(item.date) < Date.parse(filters.until))) return false;
  for (const [name, wanted] of Object.entries(filters.facets ?? {})) {
    if (name === except) continue;
    const values = valuesOf(item.facets, name);
    if (!wanted.some((value) => values.includes(value))) return false;
  }
  return true;
}

/** In how many facets the item has a value that is favoured. */
export function favouredFacets({ item }: AnalysedItem, favoured: Record<string, string[]> | undefined): number {
  return favoured
    ? Object.keys(favoured).filter((name) => favoured[name]!.some((value) => valuesOf(item.facets, name).includes(value))).length
    : 0;
}

/**
 * How many of the found items have which value, most first. A facet's own filter is left out of its counts, so that one
 * sees what choosing another value would give. "language" is a facet of every item.
 */
export function countFacets(candidates: readonly Candidate[], filters: Filters, names: readonly string[]): FacetCounts {
  const counts: FacetCounts = {};
  for (const name of names) {
    const values = new Map<string, number>();
    for (const { segment, item } of candidates) {
      const analysed = segment.items[item]!;
      if (!passes(analysed, filters, name)) continue;
      const own = name === 'language' ? [analysed.language] : new Set(valuesOf(analysed.item.facets, name));
      for (const value of own) values.set(value, (values.get(value) ?? 0) + 1);
    }
    counts[name] = [...values]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }
  return counts;
}

function valuesOf(facets: Record<string, string[]> | undefined, name: string): readonly string[] {
  return facets && Object.hasOwn(facets, name) ? facets[name]! : [];
}
