// Measures injection screening: `npm run bench -- injection --data FOLDER [--out FILE]`. FOLDER holds injection/prompts.csv (text, label).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { INJECTION_FROM, screen } from '../src/guardrails/injection/screen.ts';
import { ORDINARY_TEXTS } from '../tests/fixtures/ordinary-texts.ts';
import { auc, figuresAt } from './injection-figures.ts';

const REFERENCE = { 'protectai deberta-v3 v2': 0.652, 'Sentinel (ModernBERT-large)': 0.976 };
const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string' } } });
if (!values.data) {
  console.error('Usage: npm run bench -- injection --data FOLDER [--out FILE]\nFOLDER holds injection/prompts.csv.');
  process.exit(2);
}
const rows = parse(readFileSync(join(values.data, 'injection/prompts.csv')), { columns: true, bom: true }) as {
  text: string;
  label: string;
}[];
const started = performance.now();
const judged = rows.map(({ text, label }) => ({ bad: label !== 'benign', score: screen(text).score }));
const seconds = (performance.now() - started) / 1000;
const ordinary = ORDINARY_TEXTS.map(({ text }) => screen(text).score);

const at = (threshold: number) => ({
  ...figuresAt(judged, threshold),
  ordinaryFlagged: ordinary.filter((score) => score >= threshold).length / Math.max(1, ordinary.length)
});
const thresholds = Object.fromEntries([0.3, 0.4, INJECTION_FROM, 0.6, 0.7].map((threshold) => [threshold, at(threshold)]));
const area = auc(judged);
console.log(
  `${rows.length} prompts, ${Math.round(rows.length / seconds)} a second; ${ordinary.length} ordinary business texts; AUC ${area.toFixed(3)}`
);
console.table(thresholds);
console.table({
  [`ours, at ${INJECTION_FROM}`]: { f1: at(INJECTION_FROM).f1 },
  ...Object.fromEntries(Object.entries(REFERENCE).map(([name, f1]) => [name, { f1 }]))
});
if (values.out)
  writeFileSync(values.out, `${JSON.stringify({ prompts: rows.length, auc: area, thresholds, reference: REFERENCE }, null, 2)}\n`);
