/** Compares the site with what the Salesforce CLI generates under the same name beside it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFiles } from '../unpackaged/scripts/render.ts';
import { bin, capture, root } from './lib/run.ts';
import { templateProblems } from './metadata/site-template.ts';

const folder = mkdtempSync(join(tmpdir(), 'site-template-'));
try {
  mkdirSync(join(folder, 'force-app'));
  writeFileSync(
    join(folder, 'sfdx-project.json'),
    JSON.stringify({ packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '65.0' })
  );
  const [node, sf] = bin('@salesforce/cli/bin/run.js');
  const site = ['--template-name', 'Build Your Own (LWR)', '--name', 'Partner Portal', '--url-path-prefix', 'partners'];
  const generated = capture(
    node,
    [sf, 'template', 'generate', 'digital-experience', 'site', ...site, '--admin-email', 'admin@example.com', '--output-dir', 'force-app'],
    {
      cwd: folder,
      env: { SF_DISABLE_TELEMETRY: 'true', SF_AUTOUPDATE_DISABLE: 'true', SF_SKIP_NEW_VERSION_CHECK: 'true' }
    }
  );
  if (generated.code !== 0) throw new Error(generated.stdout + generated.stderr);
  const template = readFiles(join(folder, 'force-app'));
  const problems = templateProblems(readFiles(join(root, 'unpackaged', 'site')), template);
  for (const problem of problems) console.error(problem);
  if (problems.length === 0) console.log(`${template.size} files of the template: the site has what it needs of each`);
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
