// Measures company matching on public records and invented ones: node bench/matching.ts --data FOLDER
import { calibrationError, reliabilityBins } from '../src/learning/metrics.ts';
import { ADVERSARIAL_PAIRS } from '../tests/fixtures/company-pairs.ts';
import { readTable } from '../src/cli/csv.ts';
import { createIndex, matchCompany, SAME_FROM, type Candidate } from '../src/matching/index.ts';
import { matchPair } from '../src/matching/match.ts';
import { normalise } from '../src/matching/normalise.ts';
import { dataFile, dataFolder, processorSeconds, since } from './arguments.ts';
import { publish, type Chart, type Figure } from './report.ts';
import { syntheticPairs } from './synthetic-companies.ts';

const folder = dataFolder();
const figures: Figure[] = [];
const charts: Chart[] = [];

const records = readTable(dataFile(folder, 'companies/organisations.csv')).rows.map((row) => ({
  truth: row['True Id']!,
  company: {
    ref: row['Id']!,
    name: row['Site name']!,
    street: row['Address'],
    postalCode: row['Zip'],
    phone: row['Phone']
  } satisfies Candidate
}));
const started = processorSeconds();
const normals = records.map(({ company }) => normalise(company));
const judged: { probability: number; same: boolean }[] = [];
for (let i = 0; i < records.length; i++) {
  for (let j = i + 1; j < records.length; j++) {
    const same = records[i]!.truth === records[j]!.truth;
    const { probability } = matchPair(normals[i]!, normals[j]!, '');
    if (same || probability >= 0.1) judged.push({ probability, same });
  }
}
figures.push({
  figure: `organisations: all ${((records.length * (records.length - 1)) / 2).toLocaleString('en-US')} pairs, processor s`,
  ours: since(started)
});
for (const threshold of [0.5, SAME_FROM]) {
  const hits = judged.filter(({ probability, same }) => same && probability >= threshold).length;
  const wrong = judged.filter(({ probability, same }) => !same && probability >= threshold).length;
  const missed = judged.filter(({ probability, same }) => same && probability < threshold).length;
  const detail = `precision ${(hits / (hits + wrong)).toFixed(3)}, recall ${(hits / (hits + missed)).toFixed(3)}`;
  figures.push({
    figure: `organisations: pairwise F1 at ${threshold} (${detail})`,
    ours: (2 * hits) / (2 * hits + wrong + missed),
    target: '>= 0.95',
    references: { 'OpenSanctions, on its own bench': 0.856 }
  });
}
figures.push(...blocking());
figures.push(adversarial(), ...freshPairs(), ...largeSet(100_000));
publish('matching', figures, charts);

/**
 * Share of true pairs whose other record the index would compare in full, and whether the probabilities of what it compares mean what
 * they say: over all of it, and in the grey band, where a person decides by them.
 */
function blocking(): Figure[] {
  const index = createIndex(records.map(({ company }) => company));
  const compared: { probability: number; same: boolean }[] = [];
  let found = 0;
  let all = 0;
  records.forEach((record, i) => {
    const candidates = new Set(index.candidates(record.company));
    records.forEach((other, j) => {
      if (i >= j) return;
      const same = record.truth === other.truth;
      if (same) all++;
      if (!candidates.has(j)) return;
      if (same) found++;
      compared.push({ probability: matchPair(normals[i]!, normals[j]!, '').probability, same });
    });
  });
  const grey = compared.filter(({ probability }) => probability >= 0.3 && probability < SAME_FROM);
  const stated = grey.reduce((sum, { probability }) => sum + probability, 0) / grey.length;
  const observed = grey.filter(({ same }) => same).length / grey.length;
  return [
    { figure: 'organisations: blocking recall', ours: found / all },
    { figure: `organisations: calibration error over ${compared.length.toLocaleString('en-US')} compared pairs`, ours: errorOf(compared) },
    { figure: `organisations: grey band, ${grey.length} pairs, truly the same (stated ${stated.toFixed(2)})`, ours: observed, digits: 2 }
  ];
}

function errorOf(judged: readonly { probability: number; same: boolean }[]): number {
  const bins = reliabilityBins(
    judged.map(({ probability }) => probability),
    judged.map(({ same }) => (same ? 1 : 0))
  );
  return calibrationError(bins);
}

/** Pairs written to mislead, judged at 0.5. */
function adversarial(): Figure {
  const right = ADVERSARIAL_PAIRS.filter(({ a, b, same }) => matchCompany(a, [{ ref: '', ...b }])[0]!.probability >= 0.5 === same).length;
  return { figure: `${ADVERSARIAL_PAIRS.length} misleading pairs: share judged right`, ours: right / ADVERSARIAL_PAIRS.length };
}

/** Whether probabilities mean what they say, on invented pairs of a seed the comparator was not fitted on. */
function freshPairs(): Figure[] {
  const pairs = syntheticPairs(20_000, 77);
  const probabilities = pairs.map(({ a, b }) => matchPair(normalise(a), normalise(b), '').probability);
  const bins = reliabilityBins(
    probabilities,
    pairs.map(({ same }) => (same ? 1 : 0))
  );
  const points = bins.map(({ predicted, observed }) => ({ x: predicted, y: observed }));
  charts.push({
    title: 'Fresh invented pairs: predicted and observed',
    x: 'predicted',
    y: 'observed',
    lines: [{ label: 'ours', diagonal: true, points }]
  });
  return [{ figure: '20,000 fresh invented pairs: calibration error', ours: calibrationError(bins) }];
}

function largeSet(size: number): Figure[] {
  const pairs = syntheticPairs(size, 11);
  const companies = pairs.map(({ b }, i): Candidate => ({ ...b, ref: String(i) }));
  const built = processorSeconds();
  const index = createIndex(companies);
  const building = since(built);
  const times: number[] = [];
  let found = 0;
  let sought = 0;
  pairs.slice(0, 1000).forEach(({ a, same, made }, i) => {
    const from = process.cpuUsage();
    const matches = index.match(a);
    const { user, system } = process.cpuUsage(from);
    times.push((user + system) / 1000);
    if (!same || made === 'trades as') return;
    sought++;
    if (matches.some(({ ref }) => ref === String(i))) found++;
  });
  times.sort((x, y) => x - y);
  const query = pairs[0]!.a;
  const direct = processorSeconds();
  for (let i = 0; i < 50; i++) matchCompany(query, companies.slice(i * 200, i * 200 + 200));
  return [
    { figure: `${size.toLocaleString('en-US')} companies: building the index, processor s`, ours: building, digits: 2 },
    { figure: `${size.toLocaleString('en-US')} companies: one query, median processor ms`, ours: times[500]!, digits: 2, target: '< 50' },
    {
      figure: `${size.toLocaleString('en-US')} companies: one query, 99th percentile processor ms`,
      ours: times[990]!,
      digits: 2,
      target: '< 50'
    },
    { figure: `${size.toLocaleString('en-US')} companies: invented duplicates found`, ours: found / sought },
    { figure: '200 candidates without an index, processor ms', ours: (since(direct) / 50) * 1000, digits: 2 }
  ];
}
