/** Writes manifest/package.xml from the source tree with the Salesforce CLI; `--check` fails when the file is out of date. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bin, capture, root } from './lib/run.ts';

const target = join(root, 'manifest/package.xml');
const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
try {
  const [node, sf] = bin('@salesforce/cli/bin/run.js');
  const result = capture(
    node,
    [sf, 'project', 'generate', 'manifest', '--source-dir', 'force-app', '--output-dir', folder, '--name', 'package'],
    {
      env: { SF_DISABLE_TELEMETRY: 'true', SF_AUTOUPDATE_DISABLE: 'true', SF_SKIP_NEW_VERSION_CHECK: 'true' }
    }
  );
  if (result.code !== 0) {
    process.stderr.write(result.stdout + result.stderr);
    process.exit(1);
  }
  const manifest = readFileSync(join(folder, 'package.xml'), 'utf8');
  if (!process.argv.includes('--check')) {
    writeFileSync(target, manifest);
  } else if (!existsSync(target) || readFileSync(target, 'utf8') !== manifest) {
    console.error('manifest/package.xml is out of date: run `npm run generate:manifest`');
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
