/** Everything the guardrails can find. The first group is masked unless the caller chooses; the second only when asked for. */
export const DEFAULT_TYPES = [
  'PERSON',
  'EMAIL',
  'PHONE',
  'ADDRESS',
  'CARD',
  'IBAN',
  'BANK_ACCOUNT',
  'NATIONAL_ID',
  'TAX_ID',
  'DRIVING_LICENCE',
  'PASSPORT',
  'DATE_OF_BIRTH',
  'IP',
  'URL',
  'SECRET'
] as const;
export const ASKED_TYPES = ['ORGANISATION', 'LOCATION', 'DATE', 'AGE', 'NATIONALITY', 'TITLE'] as const;
export const ENTITY_TYPES = [...DEFAULT_TYPES, ...ASKED_TYPES] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** A stretch of text, in UTF-16 code units: `text.slice(start, end)` is what was found. */
export type Finding = {
  type: EntityType;
  start: number;
  end: number;
  /** How sure the detector is, 0 to 1: 0.99 where arithmetic confirms it, lower where only the words around it do. */
  score: number;
};
