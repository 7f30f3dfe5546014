import type { Explanation } from '../../contract/scored.ts';
import { fill } from '../../language/text.ts';
import type { Action } from './contract.ts';
import type { Eligible } from './eligible.ts';
import { RULES, type Finding } from './findings.ts';
import type { Readers } from './review.ts';

const MAX_POINTS = 8;

/** Fixed sentences with slots for facts: no model writes to a partner. */
export function explain(
  { action, findings, eligible, currency }: { action: Action; findings: readonly Finding[]; eligible: Eligible; currency: string },
  { manager, partner }: Readers
): Explanation {
  const labels = [...new Set(findings.map(({ rule }) => manager.rule(rule).label))];
  const money = (texts: typeof manager, amount: bigint | null) => (amount === null ? '–' : texts.money(amount, currency));
  const summary = [
    labels.length === 0
      ? manager.wording.summary.clean
      : fill(manager.wording.summary.found, { labels: labels.slice(0, MAX_POINTS).join(', ') }),
    fill(manager.wording.summary.eligible, { eligible: money(manager, eligible.amount), claimed: money(manager, eligible.claimed) })
  ].join(' ');

  const { reply } = partner.wording;
  const amount = money(partner, eligible.amount);
  const told = findings.filter(({ rule }) => action !== 'Ask for information' || RULES[rule].severity === 'medium');
  const points = [...new Set(told.map((finding) => partner.finding(finding, currency).partnerText))]
    .slice(0, MAX_POINTS)
    .map((text) => `- ${text}`);
  const body: Record<Action, string[]> = {
    Approve: [fill(reply.approve, { eligible: amount })],
    'Approve reduced': [fill(reply.reduced, { eligible: amount }), ...points],
    'Ask for information': [reply.ask, ...points],
    Review: [reply.review, ...points]
  };
  return {
    text: summary,
    partnerText: reply.greeting,
    replyDraft: [reply.greeting, ...body[action], reply.closing].join('\n'),
    source: 'template'
  };
}
