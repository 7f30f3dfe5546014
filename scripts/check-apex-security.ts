/**
 * PMD over the package with the AppExchange rules and PMD's security, error-prone and performance rules.
 * No finding may stand, except those in config/apex-findings.json, each with its reason. An entry that no longer
 * matches anything is reported too: the list only shrinks by being read.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { java } from './lib/analyzer.ts';
import { root } from './lib/run.ts';

interface Accepted {
  readonly rule: string;
  readonly file: string;
  readonly reason: string;
}

interface PmdResults {
  readonly violations?: readonly {
    readonly rule: string;
    readonly message: string;
    readonly codeLocation: { readonly file: string; readonly startLine: number };
  }[];
  readonly processingErrors?: readonly { readonly file?: string; readonly message: string }[];
}

/** What a security review looks at first, and what makes Apex fail under load. */
const rulesets = [
  'category/apex/security.xml',
  'category/apex/errorprone.xml',
  'category/apex/performance.xml',
  'sfca/rulesets/AppExchange_apex.xml'
];

const folder = mkdtempSync(join(tmpdir(), 'pmd-'));
try {
  const files = ['force-app', 'unpackaged'].flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(cls|trigger)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
  );
  const ruleset = join(folder, 'ruleset.xml');
  writeFileSync(ruleset, rulesetXml(rulesets));
  const input = join(folder, 'input.json');
  const output = join(folder, 'results.json');
  writeFileSync(input, JSON.stringify({ ruleSetInputFile: ruleset, runDataPerLanguage: { apex: { filesToScan: files } } }));
  const run = java('com.salesforce.sfca.pmdwrapper.PmdWrapper', ['run', input, output]);
  if (run.code !== 0) {
    process.stderr.write(run.stdout + run.stderr);
    process.exit(1);
  }
  process.exitCode = report(JSON.parse(readFileSync(output, 'utf8')) as PmdResults, files.length);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function rulesetXml(references: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<ruleset name="Package security" xmlns="http://pmd.sourceforge.net/ruleset/2.0.0">',
    '<description>What a security review looks at</description>',
    ...references.map((reference) => `<rule ref="${reference}" />`),
    '</ruleset>'
  ].join('\n');
}

function report(results: PmdResults, scanned: number): number {
  const accepted = JSON.parse(readFileSync(join(root, 'config/apex-findings.json'), 'utf8')) as readonly Accepted[];
  const used = new Set<Accepted>();
  const open: string[] = [];
  for (const violation of results.violations ?? []) {
    const file = relative(root, violation.codeLocation.file);
    const entry = accepted.find((candidate) => candidate.rule === violation.rule && candidate.file === file);
    if (entry) used.add(entry);
    else open.push(`${file}:${violation.codeLocation.startLine}: ${violation.rule}: ${violation.message.trim().replace(/\s+/g, ' ')}`);
  }
  for (const error of results.processingErrors ?? [])
    open.push(`${error.file ?? ''}: could not be analysed: ${error.message.split('\n')[0]}`);
  for (const entry of accepted)
    if (!used.has(entry)) open.push(`config/apex-findings.json: nothing matches ${entry.rule} in ${entry.file} any more: remove the entry`);
  for (const line of open.sort()) console.error(line);
  console.log(`PMD: ${scanned} files, ${open.length} findings, ${used.size} accepted with a reason`);
  return open.length === 0 ? 0 : 1;
}
