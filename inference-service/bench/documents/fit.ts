// Fits the rankers of src/documents/fields and writes rankers.json. Deterministic.
// `node bench/documents/fit.ts --data FOLDER [--fields a,b] [--check]`: FOLDER holds receipts-text; --check writes nothing; --unseen leaves out
// the shops of receipts-images, for a figure on shops never seen (with --out FILE). Folds are held apart by shop.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { decimalOf, numberOf } from '../../src/documents/decimal.ts';
import { addressCandidates, addressFeatures, addressKey, ADDRESS_FEATURES } from '../../src/documents/fields/address-candidates.ts';
import { amountCandidates, amountFeatures, AMOUNT_FEATURES } from '../../src/documents/fields/amount-candidates.ts';
import { dateCandidates, dateFeatures, DATE_FEATURES } from '../../src/documents/fields/date-candidates.ts';
import { datesIn } from '../../src/documents/fields/dates.ts';
import { scoreOf, shareOf, type Ranker } from '../../src/documents/fields/forest.ts';
import { numberCandidates, numberFeatures, NUMBER_FEATURES } from '../../src/documents/fields/number-candidates.ts';
import { RANKED_FIELDS, type RankedField } from '../../src/documents/fields/rankers.ts';
import { vendorCandidates, vendorFeatures, VENDOR_FEATURES } from '../../src/documents/fields/vendor-candidates.ts';
import { viewOf, type View } from '../../src/documents/fields/view.ts';
import { invoicePages, type InvoiceTruth } from './einvoices.ts';
import { boost, type BoostSettings } from './boost.ts';
import { imageTruths, receiptsFrom, shopOf, type Receipt } from './receipts.ts';
import { syntheticDocuments, type SyntheticDocument, type SyntheticTruth } from './synthetic.ts';

const SETTINGS: BoostSettings = { trees: 140, depth: 4, step: 0.1, leaf: 2, ridge: 1, columns: 0.5, seed: 1 };
const FOLDS = 5;
const SYNTHETIC = 400;
/** Wrong candidates kept of one document: all right ones, and a spread of the others. */
const MOST_WRONG = 60;
/** Of the documents behind one point of the calibration. */
const LEAST_WEIGHT = 40;

type Example = { values: Float64Array[]; right: boolean[]; keys: string[]; fold: number; real: boolean };
type Prepared = { view: View; fold: number; receipt?: Receipt; made?: SyntheticDocument; invoice?: InvoiceTruth };

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    fields: { type: 'string' },
    check: { type: 'boolean' },
    unseen: { type: 'boolean' },
    out: { type: 'string' }
  }
});
if (!options.data) {
  console.error('Usage: node bench/documents/fit.ts --data FOLDER [--fields a,b] [--check] [--unseen] [--out FILE]');
  process.exit(2);
}
const foldOf = (key: string): number => createHash('sha256').update(`fold:${key}`).digest()[0]! % FOLDS;
const measured = new Set(options.unseen ? imageTruths(options.data).map((truth) => shopOf({ truth })) : []);
const prepared: Prepared[] = [
  ...receiptsFrom(join(options.data, 'receipts-text', 'train300.jsonl'))
    .filter((receipt) => !measured.has(shopOf(receipt)))
    .map((receipt) => ({ view: viewOf(receipt.pages), fold: foldOf(shopOf(receipt)), receipt })),
  ...syntheticDocuments(SYNTHETIC, 5).map((made, i) => ({ view: viewOf(made.pages), fold: i % FOLDS, made }))
];
/** Real invoices as their pages show them: never learned from, they say how sure to be. */
const invoices: Prepared[] = (await invoicePages(options.data)).map(({ pages, truth }) => ({
  view: viewOf(pages),
  fold: -1,
  invoice: truth
}));
const file = options.out ?? new URL('../../src/documents/fields/rankers.json', import.meta.url);
const fitted: Partial<Record<RankedField, Ranker>> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
for (const field of (options.fields?.split(',') as RankedField[] | undefined) ?? RANKED_FIELDS) {
  const examples = prepared.map((each) => exampleOf(field, each)).filter((each) => each !== null);
  const judged: { share: number; right: boolean; real: boolean }[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const ranker = fit(
      field,
      examples.filter((each) => each.fold !== fold)
    );
    for (const example of examples.filter((each) => each.fold === fold && each.values.length > 0)) judged.push(judge(ranker, example));
  }
  const whole = fit(field, examples);
  const seen = invoices.map((each) => exampleOf(field, each)).filter((each) => each !== null && each.values.length > 0);
  const outside = seen.map((example) => judge(whole, example!));
  const share = (real: boolean): string => {
    const all = judged.filter((each) => each.real === real);
    return all.length === 0 ? '-' : `${(all.filter(({ right }) => right).length / all.length).toFixed(3)} of ${all.length}`;
  };
  console.log(
    `${field}: receipts ${share(true)}, synthetic ${share(false)}, invoices ${outside.filter(({ right }) => right).length} of ${outside.length}`
  );
  fitted[field] = { ...whole, calibration: isotonic([...judged, ...outside]) };
}
if (!options.check)
  writeFileSync(
    file,
    `{\n${RANKED_FIELDS.filter((field) => fitted[field])
      .map((field) => `"${field}":${JSON.stringify(fitted[field])}`)
      .join(',\n')}\n}\n`
  );

function fit(field: RankedField, examples: readonly Example[]): Ranker {
  const values: Float64Array[] = [];
  const targets: number[] = [];
  const weights: number[] = [];
  for (const example of examples) {
    const wrong = example.right.filter((right) => !right).length;
    example.values.forEach((each, i) => {
      if (!example.right[i] && wrong > MOST_WRONG && (i * 7919 + wrong * 104_729) % 1000 >= (MOST_WRONG * 1000) / wrong) return;
      values.push(each);
      targets.push(example.right[i] ? 1 : 0);
      weights.push(example.real ? 1 : 0.5);
    });
  }
  const { base, trees } = boost({ values, targets, weights }, SETTINGS);
  return { features: featuresOf(field), base, trees, calibration: [] };
}

function judge(ranker: Ranker, { values, right, keys, real }: Example): { share: number; right: boolean; real: boolean } {
  const scores = values.map((each) => scoreOf(ranker, each));
  const top = scores.indexOf(Math.max(...scores));
  const rival = scores.reduce((most, score, i) => (keys[i] === keys[top] ? most : Math.max(most, score)), -Infinity);
  return { share: shareOf(scores[top]!, rival), right: right[top]!, real };
}

function featuresOf(field: RankedField): readonly string[] {
  if (field === 'vendor' || field === 'buyer') return VENDOR_FEATURES;
  if (field === 'vendorAddress') return ADDRESS_FEATURES;
  if (field === 'invoiceNumber') return NUMBER_FEATURES;
  return field === 'issueDate' || field === 'dueDate' || field === 'serviceFrom' ? DATE_FEATURES : AMOUNT_FEATURES;
}

/** Candidates of one document with which of them are right; null where the document's truth says nothing of the field. */
function exampleOf(field: RankedField, { view, fold, receipt, made, invoice }: Prepared): Example | null {
  const real = receipt !== undefined || invoice !== undefined;
  // The invoices' truth has no address and no dates but its own.
  if (invoice && (field === 'vendorAddress' || field === 'dueDate' || field === 'serviceFrom')) return null;
  const example = <T>(
    candidates: readonly T[],
    values: Float64Array[],
    keyOf: (candidate: T) => string,
    wanted: string | null
  ): Example => {
    const keys = candidates.map(keyOf);
    return { values, keys, right: keys.map((key) => key === wanted), fold, real };
  };
  if (field === 'vendor' || field === 'buyer') {
    const truth =
      field === 'vendor'
        ? (receipt?.truth.company ?? made?.truth.vendor ?? invoice?.vendor)
        : (made?.truth.buyer ?? invoice?.buyer ?? null);
    if (truth === undefined || (receipt && field === 'buyer')) return null;
    const candidates = vendorCandidates(view);
    return example(candidates, vendorFeatures(view, candidates), ({ value }) => addressKey(value), truth && addressKey(truth));
  }
  if (field === 'vendorAddress') {
    const name = (receipt?.truth.company ?? made?.truth.vendor ?? '').toLowerCase();
    const vendor = view.cells.find(({ folded }) => folded.includes(name)) ?? null;
    const candidates = addressCandidates(view, vendor);
    return example(
      candidates,
      addressFeatures(view, candidates, vendor),
      ({ value }) => addressKey(value),
      addressKey(receipt?.truth.address ?? made?.truth.address ?? '')
    );
  }
  if (field === 'invoiceNumber') {
    const wanted = made?.truth.invoiceNumber ?? invoice?.invoice_number;
    if (wanted === undefined) return null;
    const candidates = numberCandidates(view);
    return example(candidates, numberFeatures(view, candidates), ({ value }) => value.toUpperCase(), wanted.toUpperCase());
  }
  if (field === 'issueDate' || field === 'dueDate' || field === 'serviceFrom') {
    if (receipt && field !== 'issueDate') return null;
    const wanted = receipt ? (datesIn(receipt.truth.date)[0]?.readings[0] ?? null) : invoice ? invoice.date : made!.truth[field];
    const candidates = dateCandidates(view);
    return example(candidates, dateFeatures(view, candidates), ({ value }) => value, wanted);
  }
  if (receipt && field !== 'total') return null;
  const truth = invoice
    ? invoice[field === 'total' ? 'gross' : (field as 'net' | 'tax')]
    : receipt
      ? receipt.truth.total.replace(/[^\d.]/g, '')
      : made!.truth[field as keyof Pick<SyntheticTruth, 'total' | 'net' | 'tax'>];
  const wanted = decimalOf(truth);
  const candidates = amountCandidates(view);
  return example(
    candidates,
    amountFeatures(view, candidates),
    ({ value }) => numberOf(value).toFixed(3),
    wanted && numberOf(wanted).toFixed(3)
  );
}

/** Shares out of fold against how often they were right, pooled until they rise (isotonic regression), a few points of it. */
function isotonic(judged: readonly { share: number; right: boolean; real: boolean }[]): [number, number][] {
  // Real documents count four times a synthetic one: they are the ones to come.
  const blocks = judged
    .map(({ share, right, real }) => ({ share, right: right ? 1 : 0, weight: real ? 4 : 1 }))
    .sort((a, b) => a.share - b.share)
    .map(({ share, right, weight }) => ({ from: share, to: share, mean: right, weight }));
  const pooled: typeof blocks = [];
  for (const block of blocks) {
    pooled.push({ ...block });
    while (pooled.length > 1 && (pooled.at(-2)!.mean >= pooled.at(-1)!.mean || pooled.at(-2)!.weight < LEAST_WEIGHT)) {
      const last = pooled.pop()!;
      const before = pooled.at(-1)!;
      const weight = before.weight + last.weight;
      before.mean = (before.mean * before.weight + last.mean * last.weight) / weight;
      before.weight = weight;
      before.to = last.to;
    }
  }
  const short = (value: number): number => Math.round(value * 1e4) / 1e4;
  return pooled.map(({ from, to, mean, weight }) => [short((from + to) / 2), short((mean * weight + 1) / (weight + 2))]);
}
