import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { score, toPoints, train, TrainingError, type Direction, type TrainedModel, type TrainingRow } from '../learning/index.ts';
import { InputError, readTable, writeTable, type Table } from './csv.ts';
import { reportHtml } from './report.ts';

const USAGE = `Learns from past deals who wins, and scores new ones.

  deal-model train FILE.csv --outcome "COLUMN=VALUE" [--ignore "COLUMN,COLUMN"] [--constraint "COLUMN=increasing|decreasing"]
                            [--group COLUMN] [--seed N] [--allow-leakage] [--out deal-model.json] [--report deal-model.html]
  deal-model score FILE.csv [--model deal-model.json] [--out scored.csv]

--outcome       the column that says how a deal ended, and the value that means won
--ignore        columns to leave out; may be given several times
--constraint    the score may only rise (or fall) as this number grows; may be given several times
--group         rows with the same value here belong together, such as the lines of one deal: never split between learning and judging
--allow-leakage keep columns that look as if they know the outcome; they are named either way`;

const DEFAULT_MODEL = 'deal-model.json';
const DEFAULT_REPORT = 'deal-model.html';
const REASONS = 4;

/** Where the command writes: replaced in tests. */
export interface Console {
  out(text: string): void;
  progress(text: string): void;
}

/** Runs one command; returns the exit code: 0 done, 1 the file cannot be used, 2 the command line is wrong. */
export function run(args: readonly string[], console: Console): number {
  const [command, ...rest] = args;
  try {
    if (command === 'train') return trainCommand(rest, console);
    if (command === 'score') return scoreCommand(rest, console);
    console.progress(`${USAGE}\n`);
    return command === undefined || command === '--help' || command === 'help' ? 0 : 2;
  } catch (error) {
    if (error instanceof UsageError) {
      console.progress(`${error.message}\n\n${USAGE}\n`);
      return 2;
    }
    if (!(error instanceof InputError) && !(error instanceof TrainingError)) throw error;
    console.progress(`${error.message}\n`);
    return 1;
  }
}

class UsageError extends Error {
  override name = 'UsageError';
}

function trainCommand(args: readonly string[], console: Console): number {
  const { file, values } = readArguments(args, {
    outcome: { type: 'string' },
    ignore: { type: 'string', multiple: true },
    constraint: { type: 'string', multiple: true },
    group: { type: 'string' },
    seed: { type: 'string' },
    'allow-leakage': { type: 'boolean' },
    out: { type: 'string' },
    report: { type: 'string' }
  });
  const outcome = text(values['outcome']);
  const equals = outcome?.indexOf('=') ?? -1;
  if (outcome === undefined || equals < 1)
    throw new UsageError('--outcome "COLUMN=VALUE" is needed: the column that says how a deal ended, and the value that means won');
  const [column, value] = [outcome.slice(0, equals).trim(), outcome.slice(equals + 1).trim()];
  const seed = values['seed'] === undefined ? 1 : Number(values['seed']);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new UsageError('--seed takes a whole number');
  const table = readTable(file);
  const ignore = readIgnored(list(values['ignore']), table, file);
  const constraints = readConstraints(list(values['constraint']), table, file);
  const group = text(values['group'])?.trim();
  if (group !== undefined) requireColumn(group, table, file, '--group:');
  const { rows, open } = readOutcomes(table, column, value, file);
  const started = performance.now();
  const model = train(rows, {
    seed,
    constraints,
    ignore: [column, ...ignore],
    groupBy: group,
    allowLeakage: values['allow-leakage'] === true,
    onProgress: (stage, done) => console.progress(`\r${stage.padEnd(14)} ${String(Math.round(done * 100)).padStart(3)} %`)
  });
  console.progress(`\rdone in ${((performance.now() - started) / 1000).toFixed(1)} s       \n`);
  const out = text(values['out']) ?? DEFAULT_MODEL;
  const report = text(values['report']) ?? DEFAULT_REPORT;
  write(out, `${JSON.stringify(model)}\n`);
  write(report, reportHtml(model, { source: file, outcome: `${column} = ${value}` }));
  console.out(summary(model, open));
  console.out(`\nModel: ${out}\nReport: ${report}\n`);
  return 0;
}

function scoreCommand(args: readonly string[], console: Console): number {
  const { file, values } = readArguments(args, { model: { type: 'string' }, out: { type: 'string' } });
  const model = readModel(text(values['model']) ?? DEFAULT_MODEL);
  const table = readTable(file);
  const wanted = [...new Set(model.features.map((feature) => feature.name.replace(/ \(month\)$/, '')))];
  const missing = wanted.filter((name) => !table.columns.includes(name));
  if (missing.length === wanted.length && wanted.length > 0)
    throw new InputError(`${file} has none of the columns the model was trained on: ${quoted(wanted)}`);
  if (missing.length > 0) console.progress(`Not in ${file}, taken as not known: ${quoted(missing)}\n`);
  const columns = ['Score', 'Probability', 'Confidence', 'Comparable deals', 'Reasons', ...table.columns];
  const scored = table.rows.map((row) => {
    const result = score(model, row);
    const points = toPoints(result.base, result.contributions);
    const reasons = points.factors
      .filter((factor) => factor.points !== 0)
      .slice(0, REASONS)
      .map((factor) => `${factor.feature}: ${factor.value} (${signed(factor.points)})`);
    return [
      points.score.toFixed(1),
      result.probability.toFixed(4),
      result.confidence.level,
      String(result.comparable),
      reasons.join('; '),
      ...table.columns.map((name) => row[name]!)
    ];
  });
  const csv = writeTable(columns, scored);
  const out = text(values['out']);
  if (out === undefined) console.out(csv);
  else {
    write(out, csv);
    console.out(`${scored.length.toLocaleString('en-US')} deals scored: ${out}\n`);
  }
  return 0;
}

type OptionConfig = Record<string, { type: 'string' | 'boolean'; multiple?: boolean }>;

function readArguments(args: readonly string[], options: OptionConfig): { file: string; values: Record<string, unknown> } {
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (positionals.length !== 1)
      throw new UsageError(positionals.length === 0 ? 'which CSV file?' : `one CSV file at a time; given: ${positionals.join(', ')}`);
    return { file: positionals[0]!, values };
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) throw new UsageError(error.message);
    throw error;
  }
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const list = (value: unknown): string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []);
const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
const signed = (points: number): string => (points > 0 ? `+${points.toFixed(1)}` : points.toFixed(1));

function requireColumn(name: string, table: Table, file: string, what: string): void {
  if (!table.columns.includes(name)) throw new InputError(`${what} "${name}" is not a column of ${file}; it has ${quoted(table.columns)}`);
}

/** A name with a comma in it is taken whole when the file has it. */
function readIgnored(given: readonly string[], table: Table, file: string): string[] {
  const names = given
    .flatMap((entry) => (table.columns.includes(entry.trim()) ? [entry.trim()] : entry.split(',').map((name) => name.trim())))
    .filter((name) => name !== '');
  for (const name of names) requireColumn(name, table, file, '--ignore:');
  return names;
}

function readConstraints(given: readonly string[], table: Table, file: string): Record<string, Direction> {
  const constraints = Object.create(null) as Record<string, Direction>;
  for (const entry of given) {
    const equals = entry.lastIndexOf('=');
    const name = entry.slice(0, equals).trim();
    const direction = entry.slice(equals + 1).trim();
    if (equals < 1 || (direction !== 'increasing' && direction !== 'decreasing'))
      throw new UsageError('--constraint takes "COLUMN=increasing" or "COLUMN=decreasing"');
    requireColumn(name, table, file, '--constraint:');
    constraints[name] = direction;
  }
  return constraints;
}

/** Rows without an outcome are still open: nothing to learn from yet. */
function readOutcomes(table: Table, column: string, value: string, file: string): { rows: TrainingRow[]; open: number } {
  requireColumn(column, table, file, '--outcome:');
  const closed = table.rows.filter((row) => row[column]!.trim() !== '');
  const rows = closed.map((row) => ({ features: row, won: row[column]!.trim() === value }));
  const counts = new Map<string, number>();
  for (const row of closed) counts.set(row[column]!.trim(), (counts.get(row[column]!.trim()) ?? 0) + 1);
  const found = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 8)
    .map(([name, count]) => `"${name.slice(0, 40)}" (${count.toLocaleString('en-US')})`)
    .join(', ');
  if (closed.length === 0) throw new InputError(`no row of ${file} has a value in "${column}"`);
  if (!rows.some((row) => row.won)) throw new InputError(`no deal in ${file} has "${value}" in "${column}"; it holds ${found}`);
  if (rows.every((row) => row.won))
    throw new InputError(`every deal in ${file} has "${value}" in "${column}": both outcomes are needed to learn from`);
  return { rows, open: table.rows.length - closed.length };
}

function readModel(path: string): TrainedModel {
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new InputError(
      code === 'ENOENT'
        ? `${path} does not exist: train a model first, or name one with --model`
        : `${path} cannot be read (${code ?? 'unknown reason'})`
    );
  }
  let model: Partial<TrainedModel> | null;
  try {
    model = JSON.parse(content) as Partial<TrainedModel> | null;
  } catch {
    throw new InputError(`${path} is not a model: it is not JSON`);
  }
  if (
    typeof model !== 'object' ||
    model === null ||
    model.kind !== 'learned' ||
    !Array.isArray(model.features) ||
    !Array.isArray(model.pairs)
  )
    throw new InputError(`${path} is not a model written by "deal-model train"`);
  if (model.format !== 1)
    throw new InputError(`${path} is a model of format ${String(model.format)}; this version reads format 1: train again`);
  return model as TrainedModel;
}

function write(path: string, content: string): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    throw new InputError(`${path} cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})`);
  }
}

function summary(model: TrainedModel, open: number): string {
  const { metrics } = model;
  const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;
  const lines = [
    `${model.rows.toLocaleString('en-US')} deals, ${percent(model.wonRate)} won${open > 0 ? `; ${open.toLocaleString('en-US')} without an outcome left out` : ''}`
  ];
  lines.push(
    `AUC ${metrics.auc.toFixed(4)} (at least ${metrics.aucLow.toFixed(3)} with 97.5 % confidence), ${metrics.folds}-fold cross-validation`
  );
  lines.push(`Brier score ${metrics.brier.toFixed(4)}`, `Calibration error ${metrics.calibrationError.toFixed(4)}`);
  if (model.signal === 'no signal')
    lines.push('', 'No signal: these columns do not predict the outcome better than chance. Every deal would get the average score.');
  else {
    const strongest = [
      ...model.features.map(({ name, importance }) => ({ name, importance })),
      ...model.pairs.map(({ features, importance }) => ({ name: features.join(' × '), importance }))
    ]
      .sort((a, b) => b.importance - a.importance)
      .slice(0, 10);
    lines.push(
      '',
      'Strongest factors (average effect in log-odds)',
      ...strongest.map(({ name, importance }) => `  ${importance.toFixed(3)}  ${name}`)
    );
  }
  if (model.leakage.length > 0) {
    const refused = model.leakage.some((finding) => finding.refused);
    lines.push(
      '',
      refused
        ? 'Left out because they look as if they know the outcome (--allow-leakage keeps them)'
        : 'Kept although they look as if they know the outcome'
    );
    lines.push(...model.leakage.map(({ feature, reason }) => `  ${feature}: ${reason}`));
  }
  if (model.dropped.length > 0)
    lines.push('', 'Could not be learned from', ...model.dropped.map(({ feature, reason }) => `  ${feature}: ${reason}`));
  return `${lines.join('\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // A reader that closes early ("| head") is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  process.exitCode = run(process.argv.slice(2), {
    out: (line) => process.stdout.write(line), // A line that is written over and over is for a terminal only: in a log it would be noise.
    progress: (text) => {
      if (process.stderr.isTTY || text.endsWith('\n')) process.stderr.write(text);
    }
  });
}
