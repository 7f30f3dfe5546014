import { z } from 'zod';
import { batchRequest, failedItemSchema, itemKeySchema } from '../../batch/contract.ts';
import { LOCALES } from '../../contract/locale.ts';
import {
  baselineSchema,
  confidenceSchema,
  explanationSchema,
  factorSchema,
  languageUsageSchema,
  modelReferenceSchema
} from '../../contract/scored.ts';
import { fingerprintsSchema } from '../document-reading/contract.ts';

export const MAX_CLAIMS = 20;
export const MAX_DOCUMENTS = 30;
export const MAX_OTHER_DOCUMENTS = 300;
const MAX_LINES = 500;

const text = (length: number) => z.string().max(length);
const amount = z
  .string()
  .regex(/^-?\d{1,15}(\.\d{1,8})?$/)
  .meta({ description: 'Decimal number as text: 1234.50' });
const currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .meta({ description: 'ISO 4217' });
const date = z.iso.date();
const reference = z.string().regex(/^[\x20-\x7e]{1,40}$/);
const documentKinds = z.array(text(60)).max(20);

export const DOCUMENT_KINDS = [
  'invoice',
  'receipt',
  'credit_note',
  'quote',
  'order',
  'proof_of_payment',
  'proof_of_attendance',
  'advertisement',
  'screenshot',
  'contract',
  'summary',
  'other'
] as const;

export const policySchema = z
  .object({
    currencyCode: currency,
    periodStart: date,
    periodEnd: date,
    activityTypes: z.array(text(80)).max(50).meta({ description: 'Activities the program pays for; empty means all' }),
    sharePercent: z.number().min(0).max(100).meta({ description: 'Share of the eligible cost the vendor pays' }),
    maxPerClaim: amount.nullish(),
    deadlineDays: z.int().min(0).max(3650).meta({ description: 'Days after the end of the activity in which a claim can be handed in' }),
    preApprovalRequired: z.boolean(),
    requiredDocuments: documentKinds,
    taxEligible: z.boolean(),
    travelEligible: z.boolean(),
    alcoholEligible: z.boolean(),
    ownInvoicesAllowed: z.boolean(),
    minimumReadability: z.number().min(0).max(1).nullish()
  })
  .meta({ id: 'ClaimPolicy', description: 'The rules of the program, those of the activity already put in' });

export const approvedRequestSchema = z
  .object({
    activityType: text(80).nullish(),
    activityStart: date.nullish(),
    activityEnd: date.nullish(),
    approvedOn: date.nullish(),
    approvedAmount: amount,
    claimedAmount: amount.meta({ description: 'Claims of the request that are approved or paid already' })
  })
  .meta({ id: 'ApprovedRequest', description: 'Amounts in the currency of the program' });

export const documentSchema = z
  .object({
    ref: reference,
    kind: z.enum(DOCUMENT_KINDS),
    wasRead: z.boolean(),
    readability: z.number().min(0).max(1).nullish(),
    vendor: text(255).nullish(),
    vendorTaxId: text(40).nullish(),
    invoiceNumber: text(80).nullish(),
    issueDate: date.nullish(),
    serviceFrom: date.nullish(),
    serviceTo: date.nullish(),
    currencyCode: currency.nullish(),
    net: amount.nullish(),
    tax: amount.nullish(),
    total: amount.nullish(),
    lines: z
      .array(
        z.object({ lineNumber: z.int().min(1), description: text(500).nullish(), amount: amount.nullish() }).meta({ id: 'ClaimedLine' })
      )
      .max(MAX_LINES),
    brokenRules: z.array(text(80)).max(50).meta({ description: 'Arithmetic within the document that does not hold, by rule' }),
    standardErrors: z.int().min(0).max(10_000).nullish().meta({ description: 'Errors of an e-invoice against its own standard' }),
    differences: z.array(text(40)).max(20).meta({ description: 'Fields that the embedded XML and the visible page give differently' }),
    correctedFields: z.array(text(40)).max(50).meta({ description: 'Fields a person changed after reading' }),
    invoiceKey: text(64).nullish().meta({ description: 'Keyed digest of vendor, number, date and total' }),
    fingerprints: fingerprintsSchema.nullish()
  })
  .meta({ id: 'ClaimedDocument' });

export const otherDocumentSchema = z
  .object({
    ref: reference,
    samePartner: z.boolean(),
    isPayable: z.boolean().meta({ description: 'Its claim is approved or paid' }),
    handedInOn: date.nullish(),
    invoiceKey: text(64).nullish(),
    fingerprints: fingerprintsSchema.nullish()
  })
  .meta({ id: 'OtherDocument', description: 'A document of another claim of the org that may be the same' });

export const claimSchema = z
  .object({
    key: itemKeySchema,
    locale: text(20)
      .nullish()
      .meta({ description: `Language of the partner: ${LOCALES.join(', ')}` }),
    policy: policySchema,
    request: approvedRequestSchema,
    partnerName: text(255).nullish(),
    activityStart: date.nullish(),
    activityEnd: date.nullish(),
    handedInOn: date,
    amount,
    currencyCode: currency,
    exchangeRate: amount.nullish().meta({ description: 'Units of the program currency for one unit of the claim currency' }),
    rateDate: date.nullish(),
    rateSource: text(120).nullish(),
    documents: z.array(documentSchema).max(MAX_DOCUMENTS),
    otherDocuments: z.array(otherDocumentSchema).max(MAX_OTHER_DOCUMENTS),
    decidedClaims: z.int().min(0).nullish().meta({ description: 'Claims of the org that people have decided' })
  })
  .meta({ id: 'Claim' });

export const SEVERITIES = ['high', 'medium', 'low'] as const;
export const ACTIONS = ['Approve', 'Approve reduced', 'Ask for information', 'Review'] as const;

const discrepancySchema = z
  .object({
    rule: z.string(),
    severity: z.enum(SEVERITIES),
    amount: z.string().nullable().meta({ description: 'What it takes from the eligible amount, in the currency of the program' }),
    document: z.string().nullable(),
    otherDocument: z.string().nullable(),
    lineNumber: z.int().nullable(),
    text: z.string().meta({ description: 'For the channel manager' }),
    partnerText: z.string().meta({ description: 'For the partner; names no other partner' })
  })
  .meta({ id: 'Discrepancy' });

const eligibleLineSchema = z
  .object({
    document: z.string(),
    lineNumber: z.int().meta({ description: '0: the document as a whole' }),
    description: z.string().nullable(),
    amount: z.string().nullable().meta({ description: 'As written, in the currency of the document' }),
    currencyCode: z.string().nullable(),
    cost: z.string().meta({ description: 'What of it counts, in the currency of the program; "0" when it is not eligible' }),
    rule: z.string().nullable().meta({ description: 'The rule that keeps it out' })
  })
  .meta({ id: 'EligibleLine' });

const stepSchema = z
  .object({ rule: z.string(), label: z.string(), amount: z.string() })
  .meta({ id: 'EligibleStep', description: 'The amounts of all steps add up to the eligible amount, exactly' });

const reviewedClaimSchema = z
  .object({
    key: itemKeySchema,
    outcome: z.literal('scored'),
    score: z.number(),
    confidence: confidenceSchema,
    baseline: baselineSchema,
    factors: z.array(factorSchema),
    action: z.enum(ACTIONS),
    claimedAmount: z.string().nullable().meta({ description: 'In the currency of the program; null without a rate' }),
    eligibleAmount: z.string(),
    currencyCode: z.string(),
    lines: z.array(eligibleLineSchema),
    steps: z.array(stepSchema),
    discrepancies: z.array(discrepancySchema),
    missing: z.array(z.string()),
    explanation: explanationSchema,
    model: modelReferenceSchema,
    language: languageUsageSchema,
    latencyMs: z.int()
  })
  .meta({ id: 'ReviewedClaim' });

export const reviewClaimsRequest = batchRequest(
  'ReviewClaimsRequest',
  { field: 'claims', item: claimSchema, max: MAX_CLAIMS },
  {
    locale: text(20).nullish().meta({ description: 'Language of the channel manager' }),
    approveFrom: z
      .number()
      .min(0)
      .max(100)
      .nullish()
      .meta({ description: 'Score from which a clean claim is recommended for approval; 80 without it' })
  }
);

export const reviewClaimsResponseSchema = z
  .object({
    requestId: z.string(),
    results: z.array(z.discriminatedUnion('outcome', [reviewedClaimSchema, failedItemSchema]).meta({ id: 'ClaimResult' }))
  })
  .meta({ id: 'ReviewClaimsResponse' });

export type Claim = z.infer<typeof claimSchema>;
export type ClaimedDocument = z.infer<typeof documentSchema>;
export type Discrepancy = z.infer<typeof discrepancySchema>;
export type EligibleLine = z.infer<typeof eligibleLineSchema>;
export type EligibleStep = z.infer<typeof stepSchema>;
export type ReviewedClaim = z.infer<typeof reviewedClaimSchema>;
export type Action = (typeof ACTIONS)[number];
export type Severity = (typeof SEVERITIES)[number];
