import type { z } from 'zod';
import type { Fenced, UntrustedText } from './untrusted.ts';

/**
 * One thing that a language model words. A file of its own holds it, and its version rises with every change that can
 * change an answer: it stands in every answer and in every audit row.
 */
export type Prompt<Facts, Answer, Text> = {
  id: string;
  version: number;
  /** Shape of the answer: the provider is asked for exactly this, and the answer is checked against it. */
  answer: z.ZodType<Answer>;
  maxTokens: number;
  /** The free text among the facts. It is screened, masked and fenced before `ask` sees it. */
  untrusted(facts: Facts): UntrustedText | undefined;
  ask(facts: Facts, text: Fenced): { system: string; user: string };
  /** Why the answer may not be shown, as a word for metrics; undefined when it may. `plain` takes placeholders out. */
  check(answer: Answer, facts: Facts, plain: (text: string) => string): string | undefined;
  /** The answer as it is shown. `restore` puts back what placeholders stand for. */
  finish(answer: Answer, facts: Facts, restore: (text: string) => string): Text;
  /** The same said without a model: always there, always true. */
  template(facts: Facts): Text;
};

export function versionOf({ id, version }: { id: string; version: number }): string {
  return `${id}/${version}`;
}
