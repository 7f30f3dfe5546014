import { normalise } from './injection/normalise.ts';

/** Accents, once letters and accents are apart. */
const ACCENTS = /\p{M}+/gu;

/** What a reader sees: nothing invisible, no direction tricks, compatibility forms and look-alike letters as what they pass for. */
export function asRead(text: string): string {
  return normalise(text)
    .text.replaceAll(/\p{Cf}/gu, '')
    .toLowerCase();
}

/** The same without accents, as words are compared. */
export function withoutAccents(text: string): string {
  return asRead(text).normalize('NFD').replaceAll(ACCENTS, '').replaceAll('ß', 'ss');
}

/** Letters held apart by blanks, dots or hyphens put together: "a p p r o v e d", "a-p-p-r-o-v-e-d". */
export function joinSpelled(text: string): string {
  return text.replaceAll(/(?<!\p{L})\p{L}(?:[\s.\-_*·|/]{1,3}\p{L}(?!\p{L})){3,}/gu, (spelled) => spelled.replaceAll(/[^\p{L}]/gu, ''));
}
