import { describe, expect, it } from 'vitest';
import type { Claim, ClaimedDocument } from './contract.ts';
import { reviewClaim } from './review.ts';
import { textsFor } from './texts.ts';

const texts = textsFor('en');
const review = (claim: Claim) => reviewClaim(claim, { manager: texts, partner: texts }, 80);
const rulesOf = (claim: Claim) => review(claim).discrepancies.map(({ rule }) => rule);

function invoice(changes: Partial<ClaimedDocument> = {}): ClaimedDocument {
  return {
    ref: 'd1',
    kind: 'invoice',
    wasRead: true,
    readability: 0.97,
    vendor: 'Harbour Events Ltd',
    invoiceNumber: 'HE-1',
    issueDate: '2026-06-12',
    currencyCode: 'EUR',
    net: '1000.00',
    tax: '190.00',
    total: '1190.00',
    lines: [
      { lineNumber: 1, description: 'Room', amount: '600.00' },
      { lineNumber: 2, description: 'Catering', amount: '400.00' }
    ],
    brokenRules: [],
    differences: [],
    correctedFields: [],
    ...changes
  };
}

function claim(changes: Partial<Claim> = {}, documents = [invoice()]): Claim {
  return {
    key: 'k'.repeat(64),
    policy: {
      currencyCode: 'EUR',
      periodStart: '2026-01-01',
      periodEnd: '2026-12-31',
      activityTypes: ['Event'],
      sharePercent: 50,
      deadlineDays: 30,
      preApprovalRequired: true,
      requiredDocuments: ['invoice'],
      taxEligible: false,
      travelEligible: false,
      alcoholEligible: false,
      ownInvoicesAllowed: false
    },
    request: { activityType: 'Event', approvedOn: '2026-05-01', approvedAmount: '2000.00', claimedAmount: '0.00' },
    partnerName: 'North Systems GmbH',
    activityStart: '2026-06-10',
    activityEnd: '2026-06-11',
    handedInOn: '2026-06-20',
    amount: '500.00',
    currencyCode: 'EUR',
    documents,
    otherDocuments: [],
    ...changes
  };
}

const withPolicy = (policy: Partial<Claim['policy']>) => ({ policy: { ...claim().policy, ...policy } });

describe('the review of a claim', () => {
  it('approves a claim nothing speaks against, without tax and at the share of the program', () => {
    expect(review(claim())).toMatchObject({
      action: 'Approve',
      score: 100,
      eligibleAmount: '500.00',
      claimedAmount: '500.00',
      discrepancies: []
    });
  });

  it('pays nothing a day after the deadline and leaves it to a person', () => {
    expect(review(claim({ handedInOn: '2026-07-11' }))).toMatchObject({ discrepancies: [], action: 'Approve' });
    const late = review(claim({ handedInOn: '2026-07-12' }));
    expect(late).toMatchObject({ action: 'Review', eligibleAmount: '0.00' });
    expect(late.discrepancies.map(({ rule }) => rule)).toContain('after_deadline');
  });

  it('pays no more than the request has left', () => {
    const reviewed = review(claim({ request: { ...claim().request, approvedAmount: '400.00', claimedAmount: '150.00' } }));
    expect(reviewed).toMatchObject({ action: 'Approve reduced', eligibleAmount: '250.00' });
    expect(reviewed.discrepancies).toMatchObject([{ rule: 'above_balance', amount: '250.00' }]);
  });

  it('counts the lower sum where lines do not explain it, and asks', () => {
    const reviewed = review(
      claim({}, [invoice({ lines: [{ lineNumber: 1, description: 'Room', amount: '600.00' }], brokenRules: ['lines_sum_to_net'] })])
    );
    expect(reviewed).toMatchObject({ action: 'Ask for information', eligibleAmount: '300.00' });
  });

  it('takes another currency at the rate of the claim, and asks for one that is missing', () => {
    const dollars = [invoice({ currencyCode: 'USD' })];
    expect(review(claim({ currencyCode: 'USD', exchangeRate: '0.9' }, dollars))).toMatchObject({
      eligibleAmount: '450.00',
      claimedAmount: '450.00'
    });
    expect(rulesOf(claim({}, dollars))).toContain('currency_without_rate');
  });

  it.each([
    ['JPY', '1001', '501'],
    ['KWD', '1000.001', '500.001']
  ])('keeps the decimals of %s', (currencyCode, net, eligible) => {
    const document = invoice({ currencyCode, net, tax: '0', total: net, lines: [] });
    const request = { ...claim().request, approvedAmount: '9000', claimedAmount: '0' };
    expect(review(claim({ ...withPolicy({ currencyCode }), request, currencyCode, amount: '9000' }, [document])).eligibleAmount).toBe(
      eligible
    );
  });

  it('takes a credit note off', () => {
    const credit = invoice({
      ref: 'd2',
      kind: 'credit_note',
      invoiceNumber: 'HE-2',
      net: '200.00',
      tax: '38.00',
      total: '238.00',
      lines: []
    });
    expect(review(claim({}, [invoice(), credit])).eligibleAmount).toBe('400.00');
  });

  it('leaves alcohol out and says which line', () => {
    const lines = [
      { lineNumber: 1, description: 'Room', amount: '900.00' },
      { lineNumber: 2, description: 'Red wine', amount: '100.00' }
    ];
    const reviewed = review(claim({}, [invoice({ lines })]));
    expect(reviewed.eligibleAmount).toBe('450.00');
    expect(reviewed.discrepancies).toContainEqual(expect.objectContaining({ rule: 'alcohol', lineNumber: 2, amount: '100.00' }));
  });

  it('pays an invoice once, whoever claims it', () => {
    const other = { ref: 'o1', samePartner: false, isPayable: true, invoiceKey: 'same' };
    const reviewed = review(claim({ otherDocuments: [other] }, [invoice({ invoiceKey: 'same' })]));
    expect(reviewed).toMatchObject({ action: 'Review', eligibleAmount: '0.00' });
    expect(reviewed.discrepancies[0]).toMatchObject({ rule: 'duplicate_paid', otherDocument: 'o1' });
  });

  it('leaves an invoice from before the approval to a person and takes nothing off', () => {
    const early = invoice({ issueDate: '2026-04-30' });
    expect(review(claim({}, [early]))).toMatchObject({ action: 'Review', eligibleAmount: '500.00' });
    expect(rulesOf(claim({}, [early]))).toContain('invoice_before_approval');
  });

  it('pays no invoice of the partner itself', () => {
    expect(rulesOf(claim({}, [invoice({ vendor: 'North Systems GmbH' })]))).toContain('own_invoice');
  });

  it('asks for what is missing and takes a quote for no proof', () => {
    expect(rulesOf(claim(withPolicy({ requiredDocuments: ['proof_of_attendance'] })))).toContain('missing_document');
    expect(rulesOf(claim({}, [invoice({ kind: 'quote' })]))).toContain('not_a_proof');
  });

  it('adds up: steps to the amount and factors to the score, whatever the claim', () => {
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let round = 0; round < 300; round++) {
      const documents = Array.from({ length: 1 + random(4) }, (_, i) => {
        const cents = random(1_000_000);
        const net = (cents / 100).toFixed(2);
        const kind = (['invoice', 'receipt', 'credit_note', 'quote'] as const)[random(4)]!;
        return invoice({ ref: `d${i}`, kind, invoiceNumber: `N${i}`, net, tax: null, total: net, lines: [], wasRead: random(8) > 0 });
      });
      const reviewed = review(
        claim(
          {
            ...withPolicy({ sharePercent: random(10_001) / 100, maxPerClaim: random(2) ? (random(500_000) / 100).toFixed(2) : null }),
            amount: (random(900_000) / 100).toFixed(2),
            handedInOn: random(5) ? '2026-06-20' : '2026-09-01'
          },
          documents
        )
      );
      const cents = (text: string) => Math.round(Number(text) * 100);
      expect(reviewed.steps.reduce((sum, { amount }) => sum + cents(amount), 0)).toBe(cents(reviewed.eligibleAmount));
      const sum = reviewed.factors.reduce((all, { points }) => all + points, reviewed.baseline.points);
      expect(Math.round(sum * 10)).toBe(Math.round(reviewed.score * 10));
      expect(cents(reviewed.eligibleAmount)).toBeGreaterThanOrEqual(0);
      expect(['Approve', 'Approve reduced', 'Ask for information', 'Review']).toContain(reviewed.action);
    }
  });
});
