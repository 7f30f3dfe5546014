import { LANGUAGES, type Language } from '../analysis/language.ts';
import { admits, type Claims, type Entitlement } from '../entitlement.ts';
import type { AnalysedItem } from './analysed.ts';
import { Segment } from './segment.ts';

type Placed = { analysed: AnalysedItem; segment?: Segment; number?: number };
type Event = { at: number; id: string; analysed: AnalysedItem };
type Drawer = { entitlement: Entitlement; byLanguage: Map<Language, Segment> };

/**
 * The items of one org, a segment for each entitlement and language. What is not valid yet, or no longer, is in no
 * segment: an embargoed price list must not be guessed from a spelling suggestion either.
 */
export class ContentIndex {
  #placed = new Map<string, Placed>();
  #drawers = new Map<string, Drawer>();
  /** When items come into force or expire, soonest last. */
  #events: Event[] = [];
  #sorted = true;
  #now = -Infinity;

  get size(): number {
    return this.#placed.size;
  }

  get(id: string): AnalysedItem | undefined {
    return this.#placed.get(id)?.analysed;
  }

  ids(): Iterable<string> {
    return this.#placed.keys();
  }

  put(analysed: AnalysedItem, now = new Date()): void {
    this.advance(now);
    const { id, validFrom, validUntil } = analysed.item;
    this.delete(id);
    const placed: Placed = { analysed };
    this.#placed.set(id, placed);
    for (const time of [validFrom, validUntil]) {
      const at = time === undefined ? -Infinity : Date.parse(time);
      if (at <= this.#now) continue;
      this.#events.push({ at, id, analysed });
      this.#sorted = false;
    }
    this.#place(placed);
  }

  delete(id: string): boolean {
    const placed = this.#placed.get(id);
    if (!placed) return false;
    this.#takeOut(placed);
    this.#placed.delete(id);
    return true;
  }

  /** Brings in what has become valid and takes out what has expired. Time never runs backwards here. */
  advance(now: Date): void {
    if (now.getTime() <= this.#now) return;
    this.#now = now.getTime();
    if (!this.#sorted) this.#events.sort((a, b) => b.at - a.at);
    this.#sorted = true;
    while (this.#events.length > 0 && this.#events.at(-1)!.at <= this.#now) {
      const { id, analysed } = this.#events.pop()!;
      const placed = this.#placed.get(id);
      if (placed?.analysed !== analysed) continue;
      this.#takeOut(placed);
      this.#place(placed);
    }
  }

  /** The segments of what the caller may see, in the same order whatever else there is. */
  open(claims: Claims, languages: readonly Language[] = LANGUAGES): Segment[] {
    const open: Segment[] = [];
    for (const { entitlement, byLanguage } of this.#drawers.values()) {
      if (!admits(entitlement, claims)) continue;
      for (const language of languages) {
        const segment = byLanguage.get(language);
        if (segment && segment.totals.items > 0) open.push(segment);
      }
    }
    return open;
  }

  #place(placed: Placed): void {
    const { analysed } = placed;
    const { validFrom, validUntil } = analysed.item;
    if (validFrom !== undefined && Date.parse(validFrom) > this.#now) return;
    if (validUntil !== undefined && Date.parse(validUntil) <= this.#now) return;
    let drawer = this.#drawers.get(analysed.entitlement);
    if (!drawer) {
      drawer = { entitlement: JSON.parse(analysed.entitlement) as Entitlement, byLanguage: new Map() };
      this.#drawers.set(analysed.entitlement, drawer);
    }
    let segment = drawer.byLanguage.get(analysed.language);
    if (!segment) {
      segment = new Segment(analysed.language);
      drawer.byLanguage.set(analysed.language, segment);
    }
    placed.number = segment.add(analysed);
    placed.segment = segment;
  }

  #takeOut(placed: Placed): void {
    const { segment, number, analysed } = placed;
    if (!segment || number === undefined) return;
    segment.remove(number);
    placed.segment = undefined;
    placed.number = undefined;
    const drawer = this.#drawers.get(analysed.entitlement)!;
    if (segment.totals.items === 0) {
      drawer.byLanguage.delete(analysed.language);
      if (drawer.byLanguage.size === 0) this.#drawers.delete(analysed.entitlement);
    } else if (segment.worn) this.#renew(drawer, segment);
  }

  #renew(drawer: Drawer, worn: Segment): void {
    const fresh = new Segment(worn.language);
    drawer.byLanguage.set(worn.language, fresh);
    for (const analysed of worn.items) {
      if (!analysed) continue;
      const placed = this.#placed.get(analysed.item.id)!;
      placed.number = fresh.add(analysed);
      placed.segment = fresh;
    }
  }
}
