// Writes force-app/core/classes/InferenceContract.cls from the zod contract. With --check it writes nothing and fails on drift.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { generateApexContract } from '../src/contract/apex.ts';
import { MAX_CANDIDATES, matchCompaniesRequestSchema, matchCompaniesResponseSchema } from '../src/contract/company.ts';
import { dealModelListResponseSchema } from '../src/contract/deal-models.ts';
import { MAX_DEALS, MAX_DESCRIPTION, scoreDealsRequestSchema, scoreDealsResponseSchema } from '../src/contract/deal-scoring.ts';
import { errorBodySchema } from '../src/contract/errors.ts';
import { PATHS } from '../src/contract/paths.ts';

const CLASS_NAME = 'InferenceContract';
const API_VERSION = '65.0';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const classFile = join(repository, 'force-app/core/classes', `${CLASS_NAME}.cls`);
const metaFile = `${classFile}-meta.xml`;

const source = generateApexContract({
  className: CLASS_NAME,
  header: [
    'What the inference service takes and gives, field by field.',
    'Generated from inference-service/src/contract by inference-service/scripts/generate-apex-contract.ts: do not edit.'
  ],
  constants: [
    { name: 'PATH_SCORE_DEALS', type: 'String', value: PATHS.scoreDeals, comment: 'POST, ScoreDealsRequest to ScoreDealsResponse' },
    {
      name: 'PATH_MATCH_COMPANIES',
      type: 'String',
      value: PATHS.matchCompanies,
      comment: 'POST, MatchCompaniesRequest to MatchCompaniesResponse'
    },
    { name: 'PATH_DEAL_MODELS', type: 'String', value: PATHS.dealModels, comment: 'GET, gives DealModelListResponse' },
    { name: 'PATH_READY', type: 'String', value: PATHS.ready, comment: 'GET, 200 when the service can work' },
    { name: 'MAX_DEALS', type: 'Integer', value: MAX_DEALS, comment: 'Deals in one request' },
    { name: 'MAX_CANDIDATES', type: 'Integer', value: MAX_CANDIDATES, comment: 'Conflict candidates of one deal or company' },
    { name: 'MAX_DESCRIPTION', type: 'Integer', value: MAX_DESCRIPTION, comment: 'Characters of a description' }
  ],
  roots: [
    scoreDealsRequestSchema,
    scoreDealsResponseSchema,
    matchCompaniesRequestSchema,
    matchCompaniesResponseSchema,
    dealModelListResponseSchema,
    errorBodySchema
  ]
});

const files = new Map([
  [classFile, await format(source, { ...(await resolveConfig(classFile)), filepath: classFile })],
  [
    metaFile,
    `<?xml version="1.0" encoding="UTF-8" ?>
<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata">
    <apiVersion>${API_VERSION}</apiVersion>
    <status>Active</status>
</ApexClass>
`
  ]
]);

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
  await mkdir(dirname(classFile), { recursive: true });
  for (const [file, content] of files) {
    await writeFile(file, content);
    console.log(`wrote ${relative(repository, file)}`);
  }
}
