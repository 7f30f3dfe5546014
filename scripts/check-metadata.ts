/**
 * What an org would say at deployment, said without one. Each check reads the source tree and is tested with a mistake of its kind;
 * arguments name the checks to run, none means all.
 */
import { layouts } from './metadata/layouts.ts';
import { permissions } from './metadata/permissions.ts';
import { references } from './metadata/references.ts';
import { siteImports, sitePages } from './metadata/site.ts';
import { names as nameCheck } from './metadata/names.ts';
import { metadataTypes } from './metadata/types.ts';
import { readTree, type Check } from './metadata/tree.ts';
import { root } from './lib/run.ts';

const CHECKS: Readonly<Record<string, Check>> = {
  types: metadataTypes,
  names: nameCheck,
  references,
  permissions,
  layouts,
  'site-imports': siteImports,
  'site-pages': sitePages
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in CHECKS));
if (unknown.length > 0) {
  console.error(`No such check: ${unknown.join(', ')}. There are: ${Object.keys(CHECKS).join(', ')}`);
  process.exit(2);
}

const tree = readTree(root);
const names = wanted.length > 0 ? wanted : Object.keys(CHECKS);
const problems = names.flatMap((name) => CHECKS[name]!(tree).map((problem) => `${name}: ${problem}`));
for (const problem of problems) console.error(problem);
if (problems.length === 0) console.log(`${tree.size} files, ${names.length} checks: nothing an org would refuse`);
process.exitCode = problems.length === 0 ? 0 : 1;
