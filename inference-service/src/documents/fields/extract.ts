import { checksOf } from '../checks.ts';
import { minus, same, textOf } from '../decimal.ts';
import type { DocumentFields, DocumentReading, Field, Page } from '../types.ts';
import { addressCandidates, addressFeatures } from './address-candidates.ts';
import { amountCandidates, amountFeatures, type AmountCandidate } from './amount-candidates.ts';
import { currenciesIn } from './amounts.ts';
import { dateCandidates, dateFeatures, type DateCandidate } from './date-candidates.ts';
import { best, interpolate, scoreOf, shareOf, type Ranked } from './forest.ts';
import { ibansIn, maskIban } from './iban.ts';
import { kindOf, languageOf } from './kind.ts';
import { lineItems } from './line-items.ts';
import { numberCandidates, numberFeatures } from './number-candidates.ts';
import { rankers, type RankedField, type Rankers } from './rankers.ts';
import { taxIdOf } from './tax-id.ts';
import { taxLines } from './tax-lines.ts';
import { vendorCandidates, vendorFeatures, type VendorCandidate } from './vendor-candidates.ts';
import { placeOf, viewOf, type Cell, type View } from './view.ts';
import { has, type Meaning } from './vocabulary.ts';

/** A candidate whose own log-odds lie below this is no answer: the field is not on the page. */
const LEAST_SCORE: Record<RankedField, number> = {
  vendor: -4.5,
  buyer: -1,
  vendorAddress: -3.5,
  issueDate: -3,
  dueDate: -0.5,
  serviceFrom: -0.5,
  invoiceNumber: -2,
  total: -4,
  net: -1,
  tax: -1
};

/** Reads the fields of a document from the lines of its pages: candidates of each kind, ranked by what stands around them. */
export function extractFields(
  pages: readonly Page[]
): Pick<DocumentReading, 'kind' | 'language' | 'fields' | 'lines' | 'taxes' | 'checks'> {
  const view = viewOf(pages);
  const models = rankers();
  const kind = kindOf(view);
  const { vendor, buyer } = parties(view, models);
  const amounts = moneyOf(view, models);
  const dates = datesOf(view, models);
  const taxes = taxLines(view, amounts);
  const items = lineItems(view, amounts);
  const fields: DocumentFields = {
    vendor: vendor && wordsField(vendor),
    vendorTaxId: taxIdOf(view, vendor?.candidate.cell ?? null, buyer?.candidate.cell ?? null),
    vendorAddress: addressOf(view, models, vendor?.candidate.cell ?? null),
    buyer: buyer && wordsField(buyer),
    invoiceNumber: numberOf(view, models),
    ...dates,
    currency: currencyOf(view),
    net: amounts.net && amountField(amounts.net, 'net'),
    tax: amounts.tax && amountField(amounts.tax, 'tax'),
    total: amounts.total && amountField(amounts.total, 'total'),
    due: null,
    iban: ibanOf(view)
  };
  return { kind, language: languageOf(view.folded), fields, lines: items, taxes, checks: checksOf(fields, items, taxes) };
}

function parties(view: View, models: Rankers): { vendor: Ranked<VendorCandidate> | null; buyer: Ranked<VendorCandidate> | null } {
  const candidates = vendorCandidates(view);
  const values = vendorFeatures(view, candidates);
  const scored = candidates.map((candidate, i) => ({ candidate, values: values[i]! }));
  const sameName = (a: VendorCandidate, b: VendorCandidate): boolean => a.value.toLowerCase() === b.value.toLowerCase();
  const vendor = enough(best(models.vendor, scored, sameName), 'vendor');
  const others = scored.filter(({ candidate }) => !vendor || !sameName(candidate, vendor.candidate));
  return { vendor, buyer: enough(best(models.buyer, others, sameName), 'buyer') };
}

const enough = <T>(ranked: Ranked<T> | null, field: RankedField): Ranked<T> | null =>
  ranked && ranked.score >= LEAST_SCORE[field] ? ranked : null;

function wordsField({ candidate, confidence }: Ranked<VendorCandidate>): Field<string> {
  return {
    value: candidate.value,
    text: candidate.value,
    place: placeOf(candidate.cell, candidate.from, candidate.to),
    confidence: damped(confidence, candidate.cell)
  };
}

/** What was badly recognised is less sure, however clear its place. */
const damped = (confidence: number, cell: Cell): number =>
  Math.round(confidence * Math.min(1, 0.25 + 0.78 * cell.line.confidence) * 1000) / 1000;

function addressOf(view: View, models: Rankers, vendor: Cell | null): Field<string> | null {
  const candidates = addressCandidates(view, vendor);
  const values = addressFeatures(view, candidates, vendor);
  const found = enough(
    best(
      models.vendorAddress,
      candidates.map((candidate, i) => ({ candidate, values: values[i]! })),
      (a, b) => a.value === b.value
    ),
    'vendorAddress'
  );
  if (!found) return null;
  const { cells, value } = found.candidate;
  const boxes = cells.map((cell) => placeOf(cell).box);
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  const box = {
    x,
    y,
    width: Math.max(...boxes.map((each) => each.x + each.width)) - x,
    height: Math.max(...boxes.map((each) => each.y + each.height)) - y
  };
  return { value, text: value, place: { page: cells[0]!.page, box }, confidence: damped(found.confidence, cells[0]!) };
}

function numberOf(view: View, models: Rankers): Field<string> | null {
  const candidates = numberCandidates(view);
  const values = numberFeatures(view, candidates);
  const found = enough(
    best(
      models.invoiceNumber,
      candidates.map((candidate, i) => ({ candidate, values: values[i]! })),
      (a, b) => a.value === b.value
    ),
    'invoiceNumber'
  );
  if (!found) return null;
  const { cell, from, to } = found.candidate.places[0]!;
  return {
    value: found.candidate.value,
    text: found.candidate.value,
    place: placeOf(cell, from, to),
    confidence: damped(found.confidence, cell)
  };
}

function datesOf(view: View, models: Rankers): Pick<DocumentFields, 'issueDate' | 'dueDate' | 'serviceFrom' | 'serviceTo'> {
  const candidates = dateCandidates(view);
  const values = dateFeatures(view, candidates);
  const scored = candidates.map((candidate, i) => ({ candidate, values: values[i]! }));
  const find = (field: 'issueDate' | 'dueDate' | 'serviceFrom'): Field<string> | null => {
    const found = enough(
      best(models[field], scored, (a, b) => a.value === b.value),
      field
    );
    return found && dateField(found.candidate, found.confidence);
  };
  const issueDate = find('issueDate');
  const dueDate = find('dueDate');
  const serviceFrom = find('serviceFrom');
  return {
    issueDate,
    dueDate: dueDate && issueDate && dueDate.value < issueDate.value ? null : dueDate,
    serviceFrom,
    serviceTo: serviceFrom && periodEnd(candidates, serviceFrom)
  };
}

function dateField({ value, places }: DateCandidate, confidence: number): Field<string> {
  const { cell, date } = places[0]!;
  return { value, text: date.text, place: placeOf(cell, date.from, date.to), confidence: damped(confidence, cell) };
}

/** The second date of the cell a period begins in; a single day is its own end. */
function periodEnd(candidates: readonly DateCandidate[], from: Field<string>): Field<string> {
  const start = candidates.find(({ value }) => value === from.value)?.places[0];
  const end =
    start &&
    candidates.find(
      ({ value, places }) => value > from.value && places.some(({ cell, date }) => cell === start.cell && date.from > start.date.from)
    );
  return end ? dateField(end, from.confidence) : from;
}

export type Money = {
  total: Ranked<AmountCandidate> | null;
  net: Ranked<AmountCandidate> | null;
  tax: Ranked<AmountCandidate> | null;
  candidates: readonly AmountCandidate[];
};

/** How many log-odds it is worth that net and tax are the total. */
const AGREEMENT = 2.5;
const CONSIDERED = 5;

/** Total, net and tax together: each by its own rank, and the three that add up rather than three that do not. */
function moneyOf(view: View, models: Rankers): Money {
  const candidates = amountCandidates(view);
  const values = amountFeatures(view, candidates);
  const ranked = (field: 'total' | 'net' | 'tax') =>
    candidates.map((candidate, i) => ({ candidate, score: scoreOf(models[field], values[i]!) })).sort((a, b) => b.score - a.score);
  const [totals, nets, taxes] = [ranked('total'), ranked('net'), ranked('tax')];
  const sure = (
    field: 'total' | 'net' | 'tax',
    all: typeof totals,
    picked: (typeof totals)[number] | undefined,
    agrees: boolean
  ): Ranked<AmountCandidate> | null => {
    if (!picked) return null;
    const rival = all.reduce(
      (most, other) => (same(other.candidate.value, picked.candidate.value) ? most : Math.max(most, other.score)),
      -Infinity
    );
    const gain = agrees ? AGREEMENT / 2 : 0;
    return { ...picked, confidence: interpolate(models[field].calibration, shareOf(picked.score + gain, rival)) };
  };
  let found: { total: (typeof totals)[number]; net: (typeof totals)[number]; tax: (typeof totals)[number]; score: number } | null = null;
  for (const total of totals.slice(0, CONSIDERED)) {
    for (const net of nets.slice(0, CONSIDERED)) {
      const rest = minus(total.candidate.value, net.candidate.value);
      const tax = taxes.slice(0, CONSIDERED * 2).find(({ candidate }) => same(candidate.value, rest));
      if (!tax) continue;
      const score = total.score + Math.min(2, net.score) + Math.min(2, tax.score) + AGREEMENT;
      if (net.score > -4 && tax.score > -4 && (!found || score > found.score)) found = { total, net, tax, score };
    }
  }
  const lone = totals[0];
  const agreed = found && lone && found.score >= lone.score ? found : null;
  const total = agreed?.total ?? lone;
  const net = agreed?.net ?? nets.find(({ score }) => score >= LEAST_SCORE.net);
  const tax = agreed?.tax ?? taxes.find(({ score }) => score >= LEAST_SCORE.tax);
  return {
    candidates,
    total: enough(sure('total', totals, total, agreed !== null), 'total'),
    net: sure('net', nets, net, agreed !== null),
    tax: sure('tax', taxes, tax, agreed !== null)
  };
}

const WORDS_FOR: Record<'total' | 'net' | 'tax', readonly Meaning[]> = {
  total: ['grand', 'due', 'total'],
  net: ['net', 'sub'],
  tax: ['tax']
};

/** Of the places of a value, the one whose label says the field. */
function amountField({ candidate, confidence }: Ranked<AmountCandidate>, field: 'total' | 'net' | 'tax'): Field<string> {
  const labelled = WORDS_FOR[field].flatMap((meaning) => candidate.places.filter(({ bits }) => has(bits, meaning)));
  const { cell, amount } = labelled.at(0) ?? candidate.places.at(-1)!;
  return {
    value: textOf(candidate.value),
    text: amount.text,
    place: placeOf(cell, amount.from, amount.to),
    confidence: damped(confidence, cell)
  };
}

function currencyOf(view: View): Field<string> | null {
  const [first, second] = currenciesIn(view.text);
  return first === undefined ? null : { value: first, text: first, place: null, confidence: second === undefined ? 0.97 : 0.85 };
}

function ibanOf(view: View): Field<string> | null {
  for (const cell of view.cells) {
    const found = ibansIn(cell.line.text)[0];
    if (!found) continue;
    const masked = maskIban(found.text)!;
    return { value: masked, text: masked, place: placeOf(cell, found.at, found.at + found.text.length), confidence: damped(0.99, cell) };
  }
  return null;
}
