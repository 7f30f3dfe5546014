// Measures the learner on public data: node bench/learning.ts --data FOLDER
import { spawnSync } from 'node:child_process';
import { readTable } from '../src/cli/csv.ts';
import { score, train, type TrainingRow } from '../src/learning/index.ts';
import { areaUnderCurve, brierScore, calibrationError, reliabilityBins } from '../src/learning/metrics.ts';
import { randomStream, shuffle } from '../src/learning/random.ts';
import { dataFile, dataFolder, processorSeconds, since } from './arguments.ts';
import { publish, type Figure } from './report.ts';

const SETS = [
  {
    name: 'win-loss',
    file: 'deals/win-loss.csv',
    outcome: 'Opportunity Result',
    won: 'Won',
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
    targets: { auc: '>= 0.86', ece: '' },
    references: { auc: { 'gradient boosting': 0.86 }, brier: undefined, ece: undefined }
  }
] as const;

const folder = dataFolder();
const figures: Figure[] = [];
const add = (figure: string, ours: string | number, target?: string, references?: Record<string, number>): void => {
  figures.push({ figure, ours, target, references });
};

for (const set of SETS) {
  const rows = readTable(dataFile(folder, set.file)).rows.map((row): TrainingRow => ({ features: row, won: row[set.outcome] === set.won }));
  const ignore = [set.outcome, ...set.ignore, ...set.leakage];
  const started = processorSeconds();
  const model = train(rows, { ignore });
  const took = since(started);
  const { auc, brier, calibrationError: ece } = model.metrics;
  add(`${set.name}: AUC, ${model.metrics.folds}-fold`, auc, set.targets.auc, set.references.auc);
  add(`${set.name}: Brier score`, brier, undefined, set.references.brier);
  add(`${set.name}: calibration error`, ece, set.targets.ece, set.references.ece);
  add(`${set.name}: training with cross-validation, processor s`, took);
  add(`${set.name}: model size, kB`, Math.round(JSON.stringify(model).length / 1000));
  holdOut(set.name, rows, ignore);
  const again = processorSeconds();
  for (const row of rows) score(model, row.features);
  add(`${set.name}: scored rows a processor second`, Math.round(rows.length / since(again)), '>= 50000');
  const named = train(rows, { ignore: [set.outcome, ...set.ignore] }).leakage.map((finding) => finding.feature);
  add(`${set.name}: leakage columns named`, `${set.leakage.filter((name) => named.includes(name)).length} of ${set.leakage.length}`, 'all');
  add(`${set.name}: other columns named`, named.filter((name) => !(set.leakage as readonly string[]).includes(name)).length, '0');
  const outcomes = rows.map((row) => row.won);
  const random = randomStream(7);
  for (let i = outcomes.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [outcomes[i], outcomes[j]] = [outcomes[j]!, outcomes[i]!];
  }
  add(
    `${set.name}: shuffled outcome`,
    train(
      rows.map(({ features }, i) => ({ features, won: outcomes[i]! })),
      { ignore }
    ).signal,
    'no signal'
  );
}
add('largest memory, MB', Math.round(process.resourceUsage().maxRSS / 1024), '< 1000');
add('scikit-learn on the same rows', scikitLearn(folder));
publish('learning', figures);

/** Trained on 70 %, judged on the other 30 %, as the reference figures were. */
function holdOut(name: string, rows: TrainingRow[], ignore: string[]): void {
  const order = Int32Array.from(rows.keys());
  shuffle(order, randomStream(3));
  const cut = Math.floor(rows.length * 0.7);
  const pick = (part: Int32Array): TrainingRow[] => Array.from(part, (index) => rows[index]!);
  const held = pick(order.subarray(cut));
  const model = train(pick(order.subarray(0, cut)), { ignore });
  const probabilities = held.map((row) => score(model, row.features).probability);
  const won = held.map((row) => (row.won ? 1 : 0));
  add(`${name}: AUC on a 30 % hold-out`, areaUnderCurve(probabilities, won));
  add(`${name}: Brier on a 30 % hold-out`, brierScore(probabilities, won));
  add(`${name}: calibration error on a 30 % hold-out`, calibrationError(reliabilityBins(probabilities, won)));
}

/** Histogram gradient boosting, 5-fold, on the same columns, when the system's Python has it. */
function scikitLearn(data: string): string {
  const script = `
import sys
try:
    import pandas, sklearn
except ImportError:
    print("not present"); sys.exit()
import time
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.metrics import roc_auc_score
frame = pandas.read_csv(sys.argv[1])
won = (frame[sys.argv[2]] == sys.argv[3]).astype(int)
frame = frame.drop(columns=sys.argv[4].split("|"))
for name in frame.columns:
    if frame[name].dtype == object: frame[name] = frame[name].astype("category")
started = time.process_time()
model = HistGradientBoostingClassifier(categorical_features="from_dtype", random_state=1)
predicted = cross_val_predict(model, frame, won, cv=StratifiedKFold(5, shuffle=True, random_state=1), method="predict_proba")[:, 1]
print(f"AUC {roc_auc_score(won, predicted):.4f} in {time.process_time() - started:.1f} processor s")
`;
  const [set] = SETS;
  const run = spawnSync(
    'python3',
    ['-c', script, dataFile(data, set.file), set.outcome, set.won, [set.outcome, ...set.ignore, ...set.leakage].join('|')],
    { encoding: 'utf8' }
  );
  if (run.error) return 'not present';
  return run.status === 0 ? run.stdout.trim() : `failed: ${run.stderr.trim().split('\n').at(-1) ?? ''}`;
}
