/** Paths of the service, shared by the routes, the OpenAPI document and the generated Apex. */
export const PATHS = {
  scoreDeals: '/v1/deals/score',
  matchCompanies: '/v1/companies/match',
  inspectText: '/v1/guardrails/inspect',
  trainDealModel: '/v1/deal-models/train',
  dealModels: '/v1/deal-models',
  ready: '/readyz'
} as const;
