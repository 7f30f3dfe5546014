import { resolveLocale } from '../../language/text.ts';
import { whole } from '../../settings.ts';
import { defineCapability, json } from '../capability.ts';
import {
  claimSchema,
  MAX_CLAIMS,
  MAX_DOCUMENTS,
  MAX_OTHER_DOCUMENTS,
  reviewClaimsRequest,
  reviewClaimsResponseSchema
} from './contract.ts';
import { reviewClaim } from './review.ts';
import { textsFor } from './texts.ts';

const concurrency = whole('CLAIM_CONCURRENCY', 16, [1, 1_000], 'claim reviews at once, per replica; more are answered 503 `busy`');

export const claimReview = defineCapability({
  name: 'claim-review',
  title: 'MDF claims',
  subject: 'reviewing claims',
  apex: {
    className: 'MdfContract',
    domain: 'mdf',
    operations: ['reviewClaims'],
    constants: {
      MAX_CLAIMS: { value: MAX_CLAIMS, comment: 'Claims in one request' },
      MAX_DOCUMENTS: { value: MAX_DOCUMENTS, comment: 'Documents of one claim' },
      MAX_OTHER_DOCUMENTS: { value: MAX_OTHER_DOCUMENTS, comment: 'Documents of other claims that one claim is compared with' }
    }
  },
  settings: [concurrency],
  operations: {
    reviewClaims: {
      method: 'POST',
      path: '/v1/mdf-claims/review',
      summary: 'Review claims',
      description:
        'Compares claims with the rules of their program and the documents behind them, item by item. Gives the eligible amount as an exact sum of lines and deductions, every discrepancy with its rule, an additive score and a recommended action, which is never a rejection. The same key with the same content within 24 hours gives the stored answer.',
      scope: 'documents',
      event: 'claims.handed_in',
      body: json(reviewClaimsRequest.schema, reviewClaimsRequest.envelope),
      answer: { description: 'One result for each claim, in order', schema: reviewClaimsResponseSchema },
      limits: { concurrency },
      keyed: true
    }
  },
  create({ batch, metrics }) {
    const actions = metrics.counter('claim_actions_total', 'Recommended actions of newly reviewed claims', ['action']);
    const claims = batch({
      name: 'claims.review',
      item: claimSchema,
      problemOf({ documents, otherDocuments }) {
        const references = [...documents, ...otherDocuments].map(({ ref }) => ref);
        return new Set(references).size < references.length ? 'documents: every ref must be different' : undefined;
      }
    });
    return {
      handlers: {
        reviewClaims(call) {
          const { body } = call;
          const manager = textsFor(resolveLocale(body.locale));
          return claims.answer(body.claims, call, async (claim) => {
            const partner = claim.locale ? textsFor(resolveLocale(claim.locale)) : manager;
            const reviewed = reviewClaim(claim, { manager, partner }, body.approveFrom);
            actions.inc({ action: reviewed.action });
            return reviewed;
          });
        }
      }
    };
  }
});
