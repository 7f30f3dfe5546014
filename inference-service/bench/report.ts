import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { describeReferences, reportPage, written } from './report-page.ts';

/** Git-ignored, in the repository root, whatever folder the bench is started from. */
const RESULTS = fileURLToPath(new URL('../../bench-results', import.meta.url));

/** One line of the table. */
export interface Figure {
  /** What was measured, with its unit: "win-loss: AUC, 5-fold". */
  figure: string;
  /** A number is written with `digits` decimals (default 4); the file keeps all of it. */
  ours: number | string;
  digits?: number;
  /** Beside a number, ">= 0.825", "<= 0.01", "> 3" or "< 50" is checked; any other text, and any text beside a text, must be equal to count as met. */
  target?: string;
  /** What others reach at the same work, by name: { "gradient boosting": 0.827 }. Numbers become bars beside ours in the page. */
  references?: Record<string, number | string>;
}

/** A picture beside the table. Figures with numeric references are drawn as bars without asking. */
export type Chart =
  { title: string; bars: { label: string; value: number; ours?: boolean }[] } | { title: string; lines: Line[]; x: string; y: string };

/** Points in order of x. `diagonal` draws what a perfect calibration would look like. */
export interface Line {
  label: string;
  points: { x: number; y: number }[];
  diagonal?: boolean;
}

export interface Report {
  bench: string;
  measuredAt: string;
  machine: { cpu: string; cores: number; memoryGiB: number; node: string };
  figures: (Figure & { met?: boolean })[];
  charts: Chart[];
}

/**
 * Shows what a bench found: a table on standard output (ours, target, whether met, references), and `NAME.json` (machine, time and all
 * figures at full precision) and `NAME.html` (table and charts, nothing fetched) in the folder given with `--out`, by default
 * `bench-results` in the repository root. Says where they are. Returns what was written, so that a bench can judge itself.
 *
 *     publish('privacy', [{ figure: 'F over all types', ours: 0.87, target: '>= 0.85', references: { 'Presidio default': 0.618 } }]);
 */
export function publish(name: string, figures: readonly Figure[], charts: readonly Chart[] = []): Report {
  const report: Report = {
    bench: name,
    measuredAt: new Date().toISOString(),
    machine: machine(),
    figures: figures.map((figure) => {
      const met = isMet(figure);
      return met === undefined ? figure : { ...figure, met };
    }),
    charts: [...charts]
  };
  console.log(table(report.figures));
  const { values } = parseArgs({ options: { out: { type: 'string' } }, strict: false });
  const folder = typeof values.out === 'string' ? resolve(values.out) : RESULTS;
  mkdirSync(folder, { recursive: true });
  const json = join(folder, `${name}.json`);
  const html = join(folder, `${name}.html`);
  writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(html, reportPage(report));
  const missed = report.figures.filter(({ met }) => met === false).length;
  console.log(`\n${missed === 0 ? 'Every target is met.' : `${missed} of the targets missed.`}\nFigures: ${json}\nCharts:  ${html}`);
  return report;
}

/** Whether the target is reached; undefined when there is none. */
export function isMet({ ours, target }: Figure): boolean | undefined {
  if (target === undefined || target === '') return undefined;
  const bound = /^(>=|<=|>|<)\s*(-?[\d.]+)$/.exec(target);
  if (!bound || typeof ours !== 'number') return String(ours) === target;
  const limit = Number(bound[2]);
  if (bound[1] === '>=') return ours >= limit;
  if (bound[1] === '<=') return ours <= limit;
  return bound[1] === '>' ? ours > limit : ours < limit;
}

function table(figures: Report['figures']): string {
  const head = ['figure', 'ours', 'target', '', 'reference'];
  const rows = figures.map(({ figure, ours, digits, target, met, references }) => [
    figure,
    written(ours, digits),
    target ?? '',
    met === undefined ? '' : met ? 'met' : 'MISSED',
    describeReferences(references)
  ]);
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]!.length)));
  const line = (row: string[]): string =>
    row
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function machine(): Report['machine'] {
  const processors = cpus();
  return {
    cpu: processors[0]?.model ?? 'unknown',
    cores: processors.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version
  };
}
