// Writes the Apex classes of the contract: what all capabilities share into core, the rest into the domain that uses it.
// With --check it writes nothing and fails on drift.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { generateApexContract, type ApexContract } from '../src/contract/apex.ts';
import { companySchema, MAX_CANDIDATES, matchEvidenceSchema } from '../src/contract/company.ts';
import {
  dealModelListResponseSchema,
  dealModelResponseSchema,
  MIN_ROWS,
  trainDealModelRequestSchema
} from '../src/contract/deal-models.ts';
import { MAX_DEALS, MAX_DESCRIPTION, scoreDealsRequestSchema, scoreDealsResponseSchema } from '../src/contract/deal-scoring.ts';
import { errorBodySchema, itemErrorSchema } from '../src/contract/errors.ts';
import { PATHS } from '../src/contract/paths.ts';
import {
  baselineSchema,
  confidenceSchema,
  explanationSchema,
  factorSchema,
  languageUsageSchema,
  modelReferenceSchema
} from '../src/contract/scored.ts';

const API_VERSION = '65.0';
const repository = fileURLToPath(new URL('../../', import.meta.url));

const header = (first: string) => [
  first,
  'Generated from inference-service/src/contract by inference-service/scripts/generate-apex-contract.ts: do not edit.'
];

const common = {
  className: 'InferenceContract',
  roots: [
    errorBodySchema,
    itemErrorSchema,
    confidenceSchema,
    baselineSchema,
    factorSchema,
    explanationSchema,
    modelReferenceSchema,
    languageUsageSchema,
    companySchema,
    matchEvidenceSchema
  ]
};

const contracts: (ApexContract & { domain: string })[] = [
  {
    ...common,
    domain: 'core',
    header: header('What every capability of the inference service has in common.'),
    constants: [{ name: 'PATH_READY', type: 'String', value: PATHS.ready, comment: 'GET, 200 when the service can work' }]
  },
  {
    className: 'DealScoringContract',
    common,
    domain: 'deal-registration',
    header: header('What scoring deals takes and gives, field by field.'),
    constants: [
      { name: 'PATH_SCORE_DEALS', type: 'String', value: PATHS.scoreDeals, comment: 'POST, ScoreDealsRequest to ScoreDealsResponse' },
      { name: 'MAX_DEALS', type: 'Integer', value: MAX_DEALS, comment: 'Deals in one request' },
      { name: 'MAX_CANDIDATES', type: 'Integer', value: MAX_CANDIDATES, comment: 'Conflict candidates of one deal' },
      { name: 'MAX_DESCRIPTION', type: 'Integer', value: MAX_DESCRIPTION, comment: 'Characters of a description' }
    ],
    roots: [scoreDealsRequestSchema, scoreDealsResponseSchema]
  },
  {
    className: 'DealModelContract',
    common,
    domain: 'deal-registration',
    header: header('What training deal models takes and gives, field by field.'),
    constants: [
      {
        name: 'PATH_TRAIN_DEAL_MODEL',
        type: 'String',
        value: PATHS.trainDealModel,
        comment: 'POST, TrainDealModelRequest to DealModelResponse'
      },
      { name: 'PATH_LIST_DEAL_MODELS', type: 'String', value: PATHS.dealModels, comment: 'GET, gives DealModelListResponse' },
      { name: 'MIN_ROWS', type: 'Integer', value: MIN_ROWS, comment: 'Past deals below which nothing is learned' }
    ],
    roots: [trainDealModelRequestSchema, dealModelResponseSchema, dealModelListResponseSchema]
  }
];

const META = `<?xml version="1.0" encoding="UTF-8" ?>
<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata">
    <apiVersion>${API_VERSION}</apiVersion>
    <status>Active</status>
</ApexClass>
`;

const files = new Map<string, string>();
for (const { domain, ...contract } of contracts) {
  const file = join(repository, 'force-app', domain, 'classes', `${contract.className}.cls`);
  files.set(file, await format(generateApexContract(contract), { ...(await resolveConfig(file)), filepath: file }));
  files.set(`${file}-meta.xml`, META);
}

if (process.argv.includes('--check')) {
  const drifted: string[] = [];
  for (const [file, expected] of files) {
    const actual = await readFile(file, 'utf8').catch(() => undefined);
    if (actual !== expected) drifted.push(relative(repository, file));
  }
  if (drifted.length > 0) {
    console.error(`Out of date: ${drifted.join(', ')}. Run: node inference-service/scripts/generate-apex-contract.ts`);
    process.exitCode = 1;
  }
} else {
  for (const [file, content] of files) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
    console.log(`wrote ${relative(repository, file)}`);
  }
}
