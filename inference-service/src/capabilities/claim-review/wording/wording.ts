import type { Rule } from '../findings.ts';

/** Sentences about a claim in one language. `{slots}` are filled with facts. */
export type Wording = {
  /** `text` for the channel manager, `partner` for the partner, `why` for the factor of the score. */
  rules: Record<Rule, { label: string; text: string; partner: string; why: string }>;
  steps: Record<string, string>;
  kinds: Record<string, string>;
  fields: Record<string, string>;
  same: { invoice: string; content: string; text: string; picture: string };
  confidence: string;
  baseline: string;
  floor: string;
  summary: { clean: string; found: string; eligible: string };
  reply: { greeting: string; approve: string; reduced: string; ask: string; review: string; closing: string };
};
