import { detect, type TextLanguage } from './privacy/detect.ts';
import { DEFAULT_TYPES, type EntityType } from './privacy/entities.ts';

/** What must not leave for a language model. Each finding becomes a placeholder that can be turned back afterwards. */
export type MaskedText = {
  text: string;
  /** One entry for each different value, in order of first appearance. */
  entities: { type: EntityType; placeholder: string; value: string }[];
  /** Every place where something was found, in UTF-16 code units of the original text. */
  spans: { type: EntityType; start: number; end: number; score: number; placeholder: string }[];
};

/** The same value gets the same placeholder; a placeholder that the text already contains is not used. */
export function maskPersonalData(text: string, types: readonly EntityType[] = DEFAULT_TYPES, language: TextLanguage = 'en'): MaskedText {
  const taken = new Set(text.match(/\[[A-Z_]{1,20}_\d{1,9}\]/g));
  const counts = new Map<EntityType, number>();
  const known = new Map<string, MaskedText['entities'][number]>();
  const spans: MaskedText['spans'] = [];
  const parts: string[] = [];
  let last = 0;
  for (const { type, start, end, score } of detect(text, types, language)) {
    const value = text.slice(start, end);
    let entity = known.get(`${type} ${value}`);
    if (!entity) {
      entity = { type, placeholder: nextPlaceholder(type, counts, taken), value };
      known.set(`${type} ${value}`, entity);
    }
    spans.push({ type, start, end, score, placeholder: entity.placeholder });
    parts.push(text.slice(last, start), entity.placeholder);
    last = end;
  }
  parts.push(text.slice(last));
  return { text: parts.join(''), entities: [...known.values()], spans };
}

function nextPlaceholder(type: EntityType, counts: Map<EntityType, number>, taken: ReadonlySet<string>): string {
  for (;;) {
    const count = (counts.get(type) ?? 0) + 1;
    counts.set(type, count);
    const placeholder = `[${type}_${count}]`;
    if (!taken.has(placeholder)) return placeholder;
  }
}

/** Puts the values back: for the masked text itself exactly, and wherever a model repeated a placeholder. */
export function unmask(text: string, entities: MaskedText['entities']): string {
  const values = new Map(entities.map(({ placeholder, value }) => [placeholder, value]));
  // One pass: a value that looks like a placeholder is not replaced again.
  return text.replaceAll(/\[[A-Z_]{1,20}_\d{1,9}\]/g, (placeholder) => values.get(placeholder) ?? placeholder);
}
