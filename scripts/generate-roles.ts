/** Writes the permission set groups of the roles from the permission sets of the domains; `--check` fails when they are out of date. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { permissionSets, roleOf, ROLES, setsOf, type Role } from '../unpackaged/scripts/roles.ts';
import { root } from './lib/run.ts';

const folder = join(root, 'force-app/roles/permissionsetgroups');
const sets = permissionSets();
const problems = sets
  .filter((name) => roleOf(name) === null)
  .map((name) => `${name}: its name ends in no role of unpackaged/scripts/roles.ts`);

const wanted = new Map(
  ROLES.map((role) => [role, setsOf(role.name, sets)] as const)
    .filter(([, members]) => members.length > 0)
    .map(([role, members]) => [`${role.name}.permissionsetgroup-meta.xml`, groupOf(role, members)])
);
const present = existsSync(folder) ? readdirSync(folder) : [];

if (process.argv.includes('--check')) {
  for (const file of present) if (!wanted.has(file)) problems.push(`${file}: no domain brings a permission set for this role`);
  for (const [file, text] of wanted)
    if (!present.includes(file) || readFileSync(join(folder, file), 'utf8') !== text)
      problems.push(`${file} is out of date: run \`npm run generate:roles\``);
} else {
  mkdirSync(folder, { recursive: true });
  for (const file of present) if (!wanted.has(file)) rmSync(join(folder, file));
  for (const [file, text] of wanted) writeFileSync(join(folder, file), text);
}
for (const problem of problems) console.error(problem);
console.log(`roles: ${wanted.size}, permission sets: ${sets.length}, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

function groupOf({ label, description }: Role, members: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8" ?>
<PermissionSetGroup xmlns="http://soap.sforce.com/2006/04/metadata">
    <description>${description}</description>
    <hasActivationRequired>false</hasActivationRequired>
    <label>${label}</label>
${members.map((name) => `    <permissionSets>${name}</permissionSets>`).join('\n')}
</PermissionSetGroup>
`;
}
