import { randomBytes } from 'node:crypto';
import type { InspectedText, Inspection } from '../guardrails/inspector-thread.ts';
import { unmask } from '../guardrails/mask.ts';

/** Text by someone who is not us, on its way to a language model. */
export type UntrustedText = {
  text: string;
  /** What is longer is cut, in UTF-16 code units. */
  maxLength: number;
  /** Names that must not leave the house, nor carry an instruction. */
  hidden: { value: string; placeholder: string; shownAs: string }[];
};

/** Text between marks that nobody inside it can know. */
export type Fenced = {
  mark: string;
  /** Mark, text and mark, a line each. */
  block: string;
  /** What leaves, after masking; null when nothing does. */
  sent: string | null;
  /** An answer without the placeholders that it may use. */
  plain(answer: string): string;
  /** An answer with what the placeholders stand for. */
  restore(answer: string): string;
};

/**
 * What tries to instruct the model stays here; of the rest, people, addresses, numbers and secrets are masked. A miss
 * does no harm: the text stands between marks, the answer has a shape, and no number is taken from it.
 */
export async function fence(untrusted: UntrustedText | undefined, inspect: (text: InspectedText) => Promise<Inspection>): Promise<Fenced> {
  const given = untrusted?.text.trim() ? untrusted.text.slice(0, untrusted.maxLength).toWellFormed() : undefined;
  const hidden = untrusted?.hidden ?? [];
  const inspection = given === undefined ? undefined : await inspect({ text: given, toMask: hidden.reduce(hide, given) });
  const withheld = inspection?.injection.verdict === 'injection';
  const masked = withheld ? undefined : inspection?.masked;
  const mark = `UNTRUSTED-${randomBytes(8).toString('hex')}`;
  const known = [...hidden, ...(masked?.entities ?? [])].map(({ placeholder }) => placeholder);
  return {
    mark,
    block: [mark, masked?.text ?? (withheld ? '(not shown)' : '(none)'), mark].join('\n'),
    sent: masked?.text ?? null,
    plain: (answer) => known.reduce((rest, placeholder) => rest.replaceAll(placeholder, ''), answer),
    restore: (answer) =>
      hidden.reduce((text, { placeholder, shownAs }) => text.replaceAll(placeholder, () => shownAs), unmask(answer, masked?.entities ?? []))
  };
}

function hide(text: string, { value, placeholder }: UntrustedText['hidden'][number]): string {
  return text.replaceAll(new RegExp(value.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`), 'gi'), placeholder);
}
