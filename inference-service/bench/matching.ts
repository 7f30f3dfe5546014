// Measures company matching on public records and invented ones: node bench/matching.ts --data FOLDER
import { readTable } from '../src/cli/csv.ts';
import { createIndex, matchCompany, SAME_FROM, type Candidate } from '../src/matching/index.ts';
import { matchPair } from '../src/matching/match.ts';
import { normalise } from '../src/matching/normalise.ts';
import { dataFile, dataFolder, processorSeconds, since } from './arguments.ts';
import { publish, type Figure } from './report.ts';
import { syntheticPairs } from './synthetic-companies.ts';

const folder = dataFolder();
const figures: Figure[] = [];

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
figures.push({ figure: 'organisations: blocking recall', ours: blockingRecall() });
figures.push(...largeSet(100_000));
publish('matching', figures);

/** Share of true pairs whose other record the index would compare in full. */
function blockingRecall(): number {
  const index = createIndex(records.map(({ company }) => company));
  let found = 0;
  let all = 0;
  records.forEach((record, i) => {
    const candidates = new Set(index.candidates(record.company));
    records.forEach((other, j) => {
      if (i === j || record.truth !== other.truth) return;
      all++;
      if (candidates.has(j)) found++;
    });
  });
  return found / all;
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
    const from = performance.now();
    const matches = index.match(a);
    times.push(performance.now() - from);
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
    { figure: `${size.toLocaleString('en-US')} companies: one query, median ms`, ours: times[500]!, digits: 2, target: '< 50' },
    { figure: `${size.toLocaleString('en-US')} companies: one query, 99th percentile ms`, ours: times[990]!, digits: 2, target: '< 50' },
    { figure: `${size.toLocaleString('en-US')} companies: invented duplicates found`, ours: found / sought },
    { figure: '200 candidates without an index, processor ms', ours: (since(direct) / 50) * 1000, digits: 2 }
  ];
}
