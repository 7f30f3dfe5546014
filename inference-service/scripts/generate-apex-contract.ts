// Writes the Apex classes of the contract: what all capabilities share into core, the rest into the domain that uses it.
// With --check it writes nothing and fails on drift.
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { apexContracts } from '../src/contract/apex-contracts.ts';
import { generateApexContract } from '../src/contract/apex.ts';
import { capabilities } from '../src/capabilities/index.ts';
import { repository, writeOrCheck } from './generated-files.ts';

const META = `<?xml version="1.0" encoding="UTF-8" ?>
<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata">
    <apiVersion>65.0</apiVersion>
    <status>Active</status>
</ApexClass>
`;

const files = new Map<string, string>();
for (const { domain, ...contract } of apexContracts(capabilities)) {
  const file = join(repository, 'force-app', domain, 'classes', `${contract.className}.cls`);
  files.set(file, await format(generateApexContract(contract), { ...(await resolveConfig(file)), filepath: file }));
  files.set(`${file}-meta.xml`, META);
}
await writeOrCheck(files, 'inference-service/scripts/generate-apex-contract.ts');
