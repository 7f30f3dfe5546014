import type { Severity } from './contract.ts';
import type { Money } from './money.ts';

/** Rules a claim can be against. Severity: `high` needs a person, `medium` a question to the partner, `low` is said only. */
export const RULES = {
  activity_not_eligible: { severity: 'high', points: 35 },
  outside_period: { severity: 'high', points: 30 },
  after_deadline: { severity: 'high', points: 40 },
  invoice_before_approval: { severity: 'high', points: 15 },
  dates_outside_activity: { severity: 'medium', points: 15 },
  duplicate_paid: { severity: 'high', points: 60 },
  duplicate: { severity: 'high', points: 50 },
  duplicate_within: { severity: 'low', points: 5 },
  own_invoice: { severity: 'high', points: 35 },
  not_a_proof: { severity: 'medium', points: 15 },
  unreadable: { severity: 'high', points: 20 },
  poorly_readable: { severity: 'medium', points: 12 },
  altered: { severity: 'high', points: 50 },
  not_to_standard: { severity: 'low', points: 5 },
  arithmetic: { severity: 'medium', points: 20 },
  currency_without_rate: { severity: 'medium', points: 15 },
  no_amount: { severity: 'medium', points: 15 },
  tax_not_shown: { severity: 'low', points: 4 },
  missing_document: { severity: 'medium', points: 15 },
  corrected: { severity: 'low', points: 6 },
  alcohol: { severity: 'low', points: 3 },
  travel: { severity: 'low', points: 3 },
  above_maximum: { severity: 'low', points: 2 },
  above_balance: { severity: 'low', points: 4 },
  above_costs: { severity: 'low', points: 6 }
} as const satisfies Record<string, { severity: Severity; points: number }>;

export type Rule = keyof typeof RULES;

/** One thing that is not as the rules want it, before it is put into words. */
export type Finding = {
  rule: Rule;
  document?: string;
  otherDocument?: string;
  lineNumber?: number;
  amount?: Money;
  /** Slots of its sentence. */
  values?: Record<string, string>;
};
