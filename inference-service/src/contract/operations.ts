import { createRoute, z } from '@hono/zod-openapi';
import { matchCompaniesRequestSchema, matchCompaniesResponseSchema } from './company.ts';
import {
  dealModelDriftRequestSchema,
  dealModelDriftResponseSchema,
  dealModelListResponseSchema,
  dealModelResponseSchema,
  trainDealModelRequestSchema
} from './deal-models.ts';
import { scoreDealsRequestSchema, scoreDealsResponseSchema } from './deal-scoring.ts';
import { errorBodySchema } from './errors.ts';
import { inspectRequestSchema, inspectResponseSchema } from './guardrails.ts';
import { PATHS } from './paths.ts';

const json = <Schema extends z.ZodType>(schema: Schema) => ({ content: { 'application/json': { schema } } });
const answer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({ description, ...json(schema) });
const problem = (description: string) => answer(description, errorBodySchema);

const security = [{ bearer: [], org: [] }];

const problems = {
  401: problem('No valid bearer token'),
  403: problem('The token belongs to another org'),
  429: problem('Too many requests; Retry-After says when'),
  500: problem('Our fault; the log has the request id'),
  503: problem('Busy, draining or out of time; Retry-After says when')
};

const bodyProblems = {
  400: problem('Not JSON'),
  413: problem('Body too large'),
  415: problem('Not application/json'),
  422: problem('JSON that does not fit the schema')
};

const modelId = z.object({ id: z.string().max(80) });
const unknownModel = { 404: problem('No such model in this org') };

/** Every operation a caller may use: what the OpenAPI document and the docs page show. */
export const OPERATIONS = [
  createRoute({
    method: 'post',
    path: PATHS.scoreDeals,
    operationId: 'scoreDeals',
    summary: 'Score deals',
    description:
      'Scores up to 100 deals, item by item: one bad item does not fail the others. The score is the baseline plus all factors, exactly. The same key with the same content within 24 hours gives the stored answer.',
    tags: ['Deals'],
    security,
    request: { body: { required: true, ...json(scoreDealsRequestSchema) } },
    responses: {
      200: answer('One result for each deal, in order', scoreDealsResponseSchema),
      ...bodyProblems,
      ...unknownModel,
      ...problems
    }
  }),
  createRoute({
    method: 'post',
    path: PATHS.matchCompanies,
    operationId: 'matchCompanies',
    summary: 'Match a company',
    description: 'Compares a company with up to 200 candidates by name, domain, address and phone.',
    tags: ['Companies'],
    security,
    request: { body: { required: true, ...json(matchCompaniesRequestSchema) } },
    responses: { 200: answer('Matches, most probable first', matchCompaniesResponseSchema), ...bodyProblems, ...problems }
  }),
  createRoute({
    method: 'post',
    path: PATHS.inspectText,
    operationId: 'inspectText',
    summary: 'Mask personal data and screen for injection',
    description:
      'Finds people, addresses, numbers and secrets in English, German, French and Spanish text, replaces them by placeholders such as [PERSON_1], and says whether the text tries to instruct a language model. Offsets count UTF-16 code units. Nothing is stored.',
    tags: ['Guardrails'],
    security,
    request: { body: { required: true, ...json(inspectRequestSchema) } },
    responses: { 200: answer('Masked text, what was found, and a verdict', inspectResponseSchema), ...bodyProblems, ...problems }
  }),
  createRoute({
    method: 'post',
    path: PATHS.trainDealModel,
    operationId: 'trainDealModel',
    summary: 'Train a deal model',
    description:
      'Learns an additive model from past deals and measures it by cross-validation. Says "no signal" when the deals hold none; such a model is stored but never activated.',
    tags: ['Deal models'],
    security,
    request: { body: { required: true, ...json(trainDealModelRequestSchema) } },
    responses: { 201: answer('The model', dealModelResponseSchema), ...bodyProblems, ...problems }
  }),
  createRoute({
    method: 'get',
    path: PATHS.dealModels,
    operationId: 'listDealModels',
    summary: 'List deal models',
    tags: ['Deal models'],
    security,
    responses: { 200: answer('Newest first', dealModelListResponseSchema), ...problems }
  }),
  createRoute({
    method: 'get',
    path: `${PATHS.dealModels}/{id}`,
    operationId: 'getDealModel',
    summary: 'Read a deal model',
    tags: ['Deal models'],
    security,
    request: { params: modelId },
    responses: { 200: answer('The model', dealModelResponseSchema), ...unknownModel, ...problems }
  }),
  createRoute({
    method: 'post',
    path: `${PATHS.dealModels}/{id}/activate`,
    operationId: 'activateDealModel',
    summary: 'Use this model from now on',
    description: 'Also the way back to an earlier version.',
    tags: ['Deal models'],
    security,
    request: { params: modelId },
    responses: {
      200: answer('The model', dealModelResponseSchema),
      ...unknownModel,
      409: problem('A model without signal cannot be activated'),
      ...problems
    }
  }),
  createRoute({
    method: 'post',
    path: `${PATHS.dealModels}/{id}/drift`,
    operationId: 'measureDrift',
    summary: 'Compare recent deals with those a model learned from',
    description: 'Says feature by feature how far they differ. Where they have drifted, train again. Nothing is stored.',
    tags: ['Deal models'],
    security,
    request: { params: modelId, body: { required: true, ...json(dealModelDriftRequestSchema) } },
    responses: {
      200: answer('Features, most drifted first', dealModelDriftResponseSchema),
      ...bodyProblems,
      ...unknownModel,
      ...problems
    }
  })
];
