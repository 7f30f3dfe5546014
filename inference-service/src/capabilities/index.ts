import type { Capability } from './capability.ts';
import { claimReview } from './claim-review/index.ts';
import { companyMatching } from './company-matching/index.ts';
import { dealModels } from './deal-models/index.ts';
import { dealScoring } from './deal-scoring/index.ts';
import { documentReading } from './document-reading/index.ts';
import { enablement } from './enablement/index.ts';
import { textInspection } from './text-inspection/index.ts';

/** What the service can do: the one place that names every capability. */
export const capabilities: readonly Capability[] = [
  dealScoring,
  companyMatching,
  textInspection,
  dealModels,
  documentReading,
  claimReview,
  enablement
];
