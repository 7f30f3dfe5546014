// Measures the learner on public data, scikit-learn beside it: npm run bench -- learning --data FOLDER
import { readTable } from '../src/cli/csv.ts';
import { asNumber } from '../src/learning/columns.ts';
import { score, train, type TrainedModel, type TrainingRow } from '../src/learning/index.ts';
import { areaUnderCurve, brierScore, calibrationError, reliabilityBins } from '../src/learning/metrics.ts';
import { randomStream, shuffle } from '../src/learning/random.ts';
import { dataFile, dataFolder, processorSeconds, since } from './arguments.ts';
import { PEERS, runPeers, type Peer, type PeerJob } from './peers.ts';
import { publish, type Chart, type Figure } from './report.ts';

const SETS = [
  {
    name: 'win-loss',
    file: 'deals/win-loss.csv',
    outcome: 'Opportunity Result',
    won: 'Won',
    number: 'Opportunity Number',
    ignore: ['Opportunity Number'],
    leakage: [
      'Elapsed Days In Sales Stage',
      'Sales Stage Change Count',
      'Total Days Identified Through Closing',
      'Total Days Identified Through Qualified',
      'Ratio Days Identified To Total Days',
      'Ratio Days Validated To Total Days',
      'Ratio Days Qualified To Total Days',
      'Deal Size Category'
    ],
    targets: { auc: '>= 0.825', ece: '<= 0.01' },
    references: {
      auc: { 'gradient boosting': 0.827, 'with pairs only': 0.8275, logistic: 0.722 },
      brier: { 'gradient boosting': 0.125 },
      ece: { 'gradient boosting': 0.009 }
    }
  },
  {
    name: 'education-leads',
    file: 'deals/education-leads.csv',
    outcome: 'Converted',
    won: '1',
    number: 'Lead Number',
    ignore: ['Prospect ID', 'Lead Number'],
    leakage: [
      'Tags',
      'Lead Quality',
      'Lead Profile',
      'Last Activity',
      'Last Notable Activity',
      'Asymmetrique Activity Index',
      'Asymmetrique Profile Index',
      'Asymmetrique Activity Score',
      'Asymmetrique Profile Score'
    ],
    targets: { auc: '>= 0.86', ece: undefined },
    references: { auc: { 'gradient boosting': 0.86 }, brier: undefined, ece: undefined }
  }
] as const;

type DealSet = (typeof SETS)[number];
interface Judged {
  auc: number;
  brier: number;
  ece: number;
}

/** Deals are held out by their number, as the reference figures were: the lines of one deal stay on one side. */
const HELD_OUT = 0.3;

const folder = dataFolder();
const figures: Figure[] = [];
const charts: Chart[] = [];
const add = (figure: Figure): void => void figures.push(figure);

for (const set of SETS) measure(set);
add({ figure: 'largest memory, MB', ours: Math.round(process.resourceUsage().maxRSS / 1024), digits: 0, target: '< 1000' });
publish('learning', figures, charts);

function measure(set: DealSet): void {
  const rows = readTable(dataFile(folder, set.file)).rows.map((row): TrainingRow => ({ features: row, won: row[set.outcome] === set.won }));
  const ignore = [set.outcome, ...set.ignore, ...set.leakage];
  const { metrics } = train(rows, { ignore, groupBy: set.number });
  const all = `${set.name}: cross-validated on ${rows.length.toLocaleString('en-US')} deals, repeated rows kept together`;
  add({ figure: `${all}, AUC`, ours: metrics.auc, target: set.targets.auc, references: set.references.auc });
  add({ figure: `${all}, Brier score`, ours: metrics.brier, references: set.references.brier });
  add({ figure: `${all}, calibration error`, ours: metrics.calibrationError, target: set.targets.ece, references: set.references.ece });
  const model = compareOnHoldOut(set, rows, ignore);
  measureSpeed(set, rows, model);
  measureHonesty(set, rows, ignore);
}

function compareOnHoldOut(set: DealSet, rows: TrainingRow[], ignore: string[]): TrainedModel {
  const held = holdOut(rows, set.number);
  const isHeld = new Uint8Array(rows.length);
  for (const row of held) isHeld[row] = 1;
  const learned = rows.filter((_, row) => !isHeld[row]);
  const started = processorSeconds();
  const model = train(learned, { ignore, groupBy: set.number });
  const took = since(started);
  const won = held.map((row) => (rows[row]!.won ? 1 : 0));
  const probabilities = held.map((row) => score(model, rows[row]!.features).probability);
  const ours = judge(probabilities, won);
  const answer = runPeers(jobOf(model, rows, held));
  const peers = typeof answer === 'string' ? [] : PEERS.map((name) => ({ name, ...judge(answer[name].heldOut, won) }));
  const named = (key: keyof Judged): Record<string, number> =>
    Object.fromEntries(peers.map((peer) => [`${peer.name} beside us`, Math.round(peer[key] * 1e4) / 1e4]));
  const where = `${set.name}: ${HELD_OUT * 100} % held out by ${set.number}`;
  add({ figure: `${where}, AUC`, ours: ours.auc, target: set.targets.auc, references: { ...set.references.auc, ...named('auc') } });
  add({ figure: `${where}, Brier score`, ours: ours.brier, references: { ...set.references.brier, ...named('brier') } });
  const chance = Math.round(calibrationByChance(probabilities) * 1e4) / 1e4;
  add({
    figure: `${where}, calibration error`,
    ours: ours.ece,
    references: { ...named('ece'), 'expected of exact probabilities': chance }
  });
  if (typeof answer === 'string') add({ figure: `${set.name}: scikit-learn beside us`, ours: `not run: ${answer}` });
  else {
    const { seconds } = answer['histogram gradient boosting' satisfies Peer];
    const times = `${set.name}: learning ${learned.length.toLocaleString('en-US')} deals`;
    add({ figure: `${times} with 5-fold cross-validation, processor s`, ours: took, digits: 2 });
    add({
      figure: `${times}, histogram gradient boosting (scikit-learn ${answer.version}) without, processor s`,
      ours: seconds,
      digits: 2
    });
    add({ figure: `${times}, ratio of time`, ours: took / seconds, digits: 2, target: '<= 3' });
    for (const key of ['auc', 'brier', 'ece'] as const)
      add({ figure: `${set.name}: difference in ${key} to histogram gradient boosting`, ours: ours[key] - peers[0]![key] });
  }
  const reliability = (label: string, values: readonly number[]) => ({
    label,
    diagonal: true,
    points: reliabilityBins(values, won).map(({ predicted, observed }) => ({ x: predicted, y: observed }))
  });
  const lines = typeof answer === 'string' ? [] : PEERS.map((name) => reliability(name, answer[name].heldOut));
  charts.push({
    title: `${where}: predicted and observed`,
    x: 'predicted',
    y: 'observed',
    lines: [reliability('ours', probabilities), ...lines]
  });
  return model;
}

function measureSpeed(set: DealSet, rows: TrainingRow[], model: TrainedModel): void {
  const per = (): number => {
    const from = processorSeconds();
    for (const row of rows) score(model, row.features);
    return Math.round(rows.length / since(from));
  };
  per();
  add({ figure: `${set.name}: scored rows a processor second`, ours: per(), digits: 0, target: '>= 50000' });
  add({ figure: `${set.name}: model size, kB`, ours: Math.round(JSON.stringify(model).length / 1000), digits: 0 });
}

function measureHonesty(set: DealSet, rows: TrainingRow[], ignore: string[]): void {
  const named = train(rows, { ignore: [set.outcome, ...set.ignore] }).leakage.map((finding) => finding.feature);
  const found = set.leakage.filter((name) => named.includes(name)).length;
  add({
    figure: `${set.name}: leakage columns named`,
    ours: `${found} of ${set.leakage.length}`,
    target: `${set.leakage.length} of ${set.leakage.length}`
  });
  const others = named.filter((name) => !(set.leakage as readonly string[]).includes(name)).length;
  add({ figure: `${set.name}: other columns named`, ours: others, digits: 0, target: '<= 0' });
  const outcomes = rows.map((row) => row.won);
  shuffle(outcomes, randomStream(7));
  const lots = rows.map(({ features }, i) => ({ features, won: outcomes[i]! }));
  add({ figure: `${set.name}: shuffled outcome`, ours: train(lots, { ignore }).signal, target: 'no signal' });
}

function judge(probabilities: readonly number[], won: readonly number[]): Judged {
  return {
    auc: areaUnderCurve(probabilities, won),
    brier: brierScore(probabilities, won),
    ece: calibrationError(reliabilityBins(probabilities, won))
  };
}

/** What probabilities that are exactly right would still show on as many deals, by the luck of the draw: mean of 20 draws. */
function calibrationByChance(probabilities: readonly number[]): number {
  const random = randomStream(11);
  let sum = 0;
  for (let draw = 0; draw < 20; draw++) {
    const won = probabilities.map((p) => (random() < p ? 1 : 0));
    sum += calibrationError(reliabilityBins(probabilities, won)) / 20;
  }
  return sum;
}

function holdOut(rows: readonly TrainingRow[], number: string): number[] {
  const numbers = [...new Set(rows.map((row) => String(row.features[number])))];
  const order = numbers.map((_, i) => i);
  shuffle(order, randomStream(3));
  const held = new Set(order.slice(0, Math.round(numbers.length * HELD_OUT)).map((i) => numbers[i]!));
  return [...rows.keys()].filter((row) => held.has(String(rows[row]!.features[number])));
}

/** The columns our model learned from, read the way it reads them. */
function jobOf(model: TrainedModel, rows: readonly TrainingRow[], held: number[]): PeerJob {
  const columns = model.features.map(({ name, kind }): [string, PeerJob['columns'][string]] => {
    if (kind !== 'number') return [name, { kind: 'category', values: rows.map((row) => String(row.features[name] ?? '')) }];
    const values = rows.map((row) => asNumber(row.features[name])).map((value) => (Number.isNaN(value) ? null : value));
    return [name, { kind: 'number', values }];
  });
  return { columns: Object.fromEntries(columns), won: rows.map((row) => (row.won ? 1 : 0)), held };
}
