import type { Claim, ClaimedDocument, EligibleLine } from './contract.ts';
import type { Finding, Rule } from './findings.ts';
import { topicOf } from './ineligible.ts';
import { convert, least, moneyOf, shareOf, textOf, type Money } from './money.ts';

/** Documents whose amounts are costs. A credit note gives money back. */
const COSTS = new Set<ClaimedDocument['kind']>(['invoice', 'receipt', 'credit_note']);

export type Step = { rule: string; amount: Money };
export type Eligible = { lines: EligibleLine[]; steps: Step[]; amount: Money; claimed: Money | null; findings: Finding[] };

type CostLine = { lineNumber: number; description: string | null; amount: string };

/**
 * What a claim may be paid: every cost line that counts, in the currency of the program, its share, and the caps. The
 * steps add up to the amount. `excluded`: documents that do not count at all, with the rule that says so.
 */
export function eligibleOf(claim: Claim, excluded: ReadonlyMap<string, Rule>): Eligible {
  const { policy, request } = claim;
  const findings: Finding[] = [];
  const lines: EligibleLine[] = [];
  let costs = 0n;

  for (const document of claim.documents) {
    if (!COSTS.has(document.kind) || !document.wasRead) continue;
    const kept = excluded.get(document.ref);
    const rate = rateOf(document, claim);
    if (rate === undefined && !kept) {
      findings.push({
        rule: 'currency_without_rate',
        document: document.ref,
        values: { currency: document.currencyCode ?? '?', program: policy.currencyCode }
      });
    }
    const costLines = costLinesOf(document, claim, findings);
    if (costLines.length === 0 && !kept) findings.push({ rule: 'no_amount', document: document.ref });
    for (const line of costLines) {
      const topic = topicOf(line.description);
      const rule = kept ?? (rate === undefined ? 'currency_without_rate' : notPaid(topic, claim));
      const signed = document.kind === 'credit_note' && !line.amount.startsWith('-') ? `-${line.amount}` : line.amount;
      const cost = rate === undefined ? 0n : convert(signed, rate, policy.currencyCode);
      if (!rule) costs += cost;
      if (rule === 'alcohol' || rule === 'travel') {
        findings.push({
          rule,
          document: document.ref,
          lineNumber: line.lineNumber,
          amount: cost,
          values: { line: line.description ?? '' }
        });
      }
      lines.push({
        document: document.ref,
        lineNumber: line.lineNumber,
        description: line.description,
        amount: signed,
        currencyCode: document.currencyCode ?? null,
        cost: textOf(rule ? 0n : cost, policy.currencyCode),
        rule: rule ?? null
      });
    }
  }

  const steps: Step[] = [{ rule: 'costs', amount: costs }];
  let amount = costs;
  const reduceTo = (rule: Rule | 'share' | 'claimed', cap: Money) => {
    if (cap >= amount) return;
    steps.push({ rule, amount: cap - amount });
    amount = cap;
  };
  if (amount < 0n) {
    // Credit notes give back more than was spent.
    steps.push({ rule: 'nothing', amount: -amount });
    amount = 0n;
  }
  reduceTo('share', shareOf(amount, policy.sharePercent));

  const claimed = claimedOf(claim);
  if (claimed !== null) {
    if (claimed > amount)
      findings.push({
        rule: 'above_costs',
        amount: claimed - amount,
        values: { claimed: textOf(claimed, policy.currencyCode), eligible: textOf(amount, policy.currencyCode) }
      });
    reduceTo('claimed', claimed);
  }
  if (policy.maxPerClaim) {
    const maximum = moneyOf(policy.maxPerClaim, policy.currencyCode);
    if (maximum < amount)
      findings.push({ rule: 'above_maximum', amount: amount - maximum, values: { maximum: textOf(maximum, policy.currencyCode) } });
    reduceTo('above_maximum', maximum);
  }
  const paid = moneyOf(request.claimedAmount, policy.currencyCode);
  const balance = moneyOf(request.approvedAmount, policy.currencyCode) - paid;
  if (balance < amount)
    findings.push({
      rule: 'above_balance',
      amount: amount - least(amount, balance),
      values: { balance: textOf(balance, policy.currencyCode) }
    });
  reduceTo('above_balance', balance < 0n ? 0n : balance);
  return { lines, steps, amount, claimed, findings };
}

/** The claim in the currency of the program; null when nobody said the rate. */
function claimedOf({ amount, currencyCode, exchangeRate, policy }: Claim): Money | null {
  if (currencyCode === policy.currencyCode) return moneyOf(amount, currencyCode);
  return exchangeRate ? convert(amount, exchangeRate, policy.currencyCode) : null;
}

function rateOf(document: ClaimedDocument, claim: Claim): string | undefined {
  const currency = document.currencyCode ?? claim.currencyCode;
  if (currency === claim.policy.currencyCode) return '1';
  return currency === claim.currencyCode ? (claim.exchangeRate ?? undefined) : undefined;
}

/**
 * Lines when they explain the document's own sum, else the document as one line. Without tax unless the program pays tax:
 * lines of an invoice are without it, those of a receipt are with it.
 */
function costLinesOf(document: ClaimedDocument, claim: Claim, findings: Finding[]): CostLine[] {
  const currency = document.currencyCode ?? claim.currencyCode;
  const money = (decimal: string | null | undefined) => (decimal ? moneyOf(decimal, currency) : null);
  const total = money(document.total);
  const tax = money(document.tax);
  const net = money(document.net) ?? (total !== null && tax !== null ? total - tax : null);
  const priced = document.lines.filter((line): line is typeof line & { amount: string } => Boolean(line.amount));
  const sum = priced.reduce((all, line) => all + moneyOf(line.amount, currency), 0n);
  const whole = (amount: Money): CostLine[] => [{ lineNumber: 0, description: null, amount: textOf(amount, currency) }];
  const single = (line: (typeof priced)[number]): CostLine => ({
    lineNumber: line.lineNumber,
    description: line.description ?? null,
    amount: line.amount
  });

  if (priced.length > 0 && net !== null && sum === net) {
    const lines = priced.map(single);
    if (claim.policy.taxEligible && tax) lines.push({ lineNumber: 0, description: null, amount: textOf(tax, currency) });
    return lines;
  }
  if (priced.length > 0 && total !== null && sum === total) {
    if (claim.policy.taxEligible || tax === 0n) return priced.map(single);
    if (tax !== null) return [...priced.map(single), { lineNumber: 0, description: null, amount: textOf(-tax, currency) }];
    findings.push({ rule: 'tax_not_shown', document: document.ref });
    return priced.map(single);
  }
  if (claim.policy.taxEligible && total !== null) return whole(total);
  // Where the lines do not explain the sum, the lower of the two counts until somebody has looked.
  if (net !== null) return whole(priced.length > 0 ? least(net, sum) : net);
  if (total !== null) {
    findings.push({ rule: 'tax_not_shown', document: document.ref });
    return whole(total);
  }
  return priced.map(single);
}

function notPaid(topic: ReturnType<typeof topicOf>, { policy }: Claim): Rule | undefined {
  if (topic === 'alcohol' && !policy.alcoholEligible) return 'alcohol';
  if (topic === 'travel' && !policy.travelEligible) return 'travel';
  return undefined;
}
