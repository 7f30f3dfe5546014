/**
 * Dependency rules of the package: domains depend on `core`, never on each other; `core` depends on no domain.
 * A reference is any mention of another domain's Apex class or LWC bundle; nothing may live in force-app/main.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { root } from './lib/run.ts';

const packageFolder = join(root, 'force-app');
const problems: string[] = [];

if (existsSync(join(packageFolder, 'main'))) problems.push('force-app/main exists: move its contents to their domain folders');

const domains = readdirSync(packageFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const files = domains.flatMap((domain) =>
  readdirSync(join(packageFolder, domain), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => ({
      domain,
      path: join(entry.parentPath, entry.name),
      test: entry.parentPath.includes('/tests') || entry.parentPath.includes('__tests__')
    }))
);

const owners = new Map<string, string>();
for (const { domain, path } of files) {
  const apex = /([^/]+)\.(cls|trigger)$/.exec(path)?.[1];
  if (apex) owners.set(apex, domain);
  const bundle = /\/lwc\/([^/]+)\/\1\.(ts|js)$/.exec(path)?.[1];
  if (bundle) owners.set(`c/${bundle}`, domain);
}

for (const { domain, path } of files) {
  const isApex = /\.(cls|trigger)$/.test(path);
  const isModule = /\/lwc\/.*\.ts$/.test(path);
  if (!isApex && !isModule) continue;
  const text = isApex ? withoutCommentsAndStrings(readFileSync(path, 'utf8')) : readFileSync(path, 'utf8');
  const names = isApex
    ? new Set(text.match(/\b[A-Za-z]\w*\b/g))
    : new Set([...text.matchAll(/from '(?:@salesforce\/apex\/(\w+)\.\w+|(c\/\w+))'/g)].map((match) => match[1] ?? match[2] ?? ''));
  for (const name of names) {
    const owner = owners.get(name);
    if (owner && owner !== domain && owner !== 'core') {
      problems.push(`${relative(root, path)}: ${domain} may not depend on ${owner} (${basename(name)})`);
    }
  }
}

function withoutCommentsAndStrings(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\])*'/g, ' ');
}

for (const problem of problems) console.error(problem);
console.log(`domains: ${domains.length}, files: ${files.length}, ${problems.length} violations`);
process.exitCode = problems.length === 0 ? 0 : 1;
