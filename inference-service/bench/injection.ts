// Measures injection screening: `npm run bench -- injection --data FOLDER [--out FOLDER]`. FOLDER holds injection/prompts.csv (text, label).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { INJECTION_FROM, screen } from '../src/guardrails/injection/screen.ts';
import { ORDINARY_TEXTS } from '../tests/fixtures/ordinary-texts.ts';
import { growth } from './growth.ts';
import { screenings, timed } from './guard-peers.ts';
import { auc, figuresAt } from './injection-figures.ts';
import { publish, type Figure } from './report.ts';

const REFERENCE = { 'protectai deberta-v3 v2': 0.652, 'Sentinel (ModernBERT-large)': 0.976 };
const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string' } } });
if (!values.data) {
  console.error('Usage: npm run bench -- injection --data FOLDER [--out FOLDER]\nFOLDER holds injection/prompts.csv.');
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
const area = auc(judged);
const thresholds = [0.3, 0.4, INJECTION_FROM, 0.6, 0.7].map((threshold) => ({ threshold, ...at(threshold) }));
const ours = at(INJECTION_FROM);

const peers: Figure[] = [];
for (const { name, flags } of screenings()) {
  const { results, seconds: took } = await timed(rows, ({ text }) => flags(text));
  const peer = figuresAt(
    results.map((flagged, i) => ({ bad: judged[i]!.bad, score: flagged ? 1 : 0 })),
    1
  );
  const mistaken = ORDINARY_TEXTS.filter(({ text }) => flags(text)).length / ORDINARY_TEXTS.length;
  peers.push(
    { figure: `${name} beside us: F1`, ours: peer.f1 },
    { figure: `${name} beside us: harmless prompts flagged, %`, ours: 100 * peer.falsePositiveRate, digits: 1 },
    { figure: `${name} beside us: ordinary business texts flagged, %`, ours: 100 * mistaken, digits: 1 },
    { figure: `our F1 to that of ${name}, ratio`, ours: ours.f1 / peer.f1, digits: 2 },
    { figure: `our time to that of ${name}, ratio`, ours: seconds / took, digits: 2 }
  );
}
publish(
  'injection',
  [
    { figure: `F1 over ${rows.length.toLocaleString('en-US')} prompts`, ours: ours.f1, target: '>= 0.85', references: REFERENCE },
    { figure: 'precision', ours: ours.precision },
    { figure: 'recall', ours: ours.recall },
    { figure: 'harmless prompts of the set flagged, %', ours: 100 * ours.falsePositiveRate, digits: 1 },
    { figure: `${ordinary.length} ordinary business texts flagged, %`, ours: 100 * ours.ordinaryFlagged, digits: 1, target: '<= 5' },
    { figure: 'AUC', ours: area },
    { figure: 'prompts a second', ours: rows.length / seconds, digits: 0 },
    ...peers,
    ...growth('screening', screen)
  ],
  [
    {
      title: 'What a threshold finds, and what it flags by mistake',
      x: 'threshold',
      y: 'share',
      lines: [
        { label: 'attacks found', points: thresholds.map(({ threshold, recall }) => ({ x: threshold, y: recall })) },
        {
          label: 'harmless prompts flagged',
          points: thresholds.map(({ threshold, falsePositiveRate }) => ({ x: threshold, y: falsePositiveRate }))
        },
        {
          label: 'business texts flagged',
          points: thresholds.map(({ threshold, ordinaryFlagged }) => ({ x: threshold, y: ordinaryFlagged }))
        }
      ]
    }
  ]
);
