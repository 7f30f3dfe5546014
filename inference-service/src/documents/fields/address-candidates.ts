import { fold, has, type Meaning } from './vocabulary.ts';
import type { Cell, View } from './view.ts';

export type AddressCandidate = { value: string; cells: Cell[] };

const LABELS: readonly Meaning[] = [
  'street',
  'place',
  'phone',
  'taxId',
  'web',
  'date',
  'total',
  'invoice',
  'receipt',
  'customer',
  'staff',
  'number',
  'greeting',
  'bank',
  'time',
  'seller'
];
const SOURCES = ['first', 'last', 'before', 'after', 'any', 'second'] as const;
const OTHERS = [
  'start',
  'lines',
  'characters',
  'digits',
  'commas',
  'postcodes',
  'startsNumber',
  'endsPostcode',
  'lastDigits',
  'firstDigits',
  'afterComma',
  'beforeComma',
  'afterPostcode',
  'streetLines',
  'placeLines',
  'vendorBefore',
  'vendorInside',
  'depth',
  'alignment',
  'gap',
  'heights',
  'badLines',
  'lastComma',
  'lastDot',
  'beforeStreet',
  'afterPlace',
  'afterShort',
  'perLineStreet',
  'legalFirst',
  'legalInside',
  'afterDigitsOnly',
  'cut',
  'startsNo',
  'beforeIsVendor',
  'afterIsBlank',
  'confidence'
] as const;
export const ADDRESS_FEATURES: readonly string[] = [...SOURCES.flatMap((source) => LABELS.map((label) => `${source}:${label}`)), ...OTHERS];
const OFFSET = SOURCES.length * LABELS.length;

const DEEPEST_LINE = 60;
const MOST_LINES = 6;
/** Where an address ends within its line: telephone, tax number, mail. */
const TAIL =
  /[\s,;(]*\b(?:te[li](?:ephone)?|phone|fax|h\/?p|mobile|gst|e-?mail|www\.|ust|tva|vat|tax|company reg|co\.? ?reg|reg\.? no)\b.*$/iu;
const HEAD = /^\s*(?:address|addr|adresse|anschrift|direcci[oó]n|dirección|hq|hq\s?:|alamat|location|site)\s*[:.]\s*/iu;
const POSTCODE = /(?<!\d)\d{4,6}(?!\d)|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/;

/** Runs of lines below each other that could be an address, the vendor's line among what stands before them. */
export function addressCandidates(view: View, vendor: Cell | null): AddressCandidate[] {
  const found: AddressCandidate[] = [];
  for (const start of view.cells.slice(0, DEEPEST_LINE)) {
    if (start.index === vendor?.index || !/[\p{L}\p{N}]/u.test(start.line.text) || start.line.text.length < 3) continue;
    const cells: Cell[] = [];
    let current: Cell | null = start;
    while (current && cells.length < MOST_LINES) {
      if (current.amounts.some(({ hasDecimals, currency }) => hasDecimals && currency !== null) || current.line.text.length > 140) break;
      // A line of nothing but a telephone or tax number ends the block.
      if (clean(current.line.text, cells.length === 0, true) === '') break;
      cells.push(current);
      const value = cells
        .map(({ line }, i) => clean(line.text, i === 0, i === cells.length - 1))
        .filter(Boolean)
        .join(' ');
      if (value.length >= 8 && value.length <= 220) found.push({ value, cells: [...cells] });
      current = below(view, current);
    }
  }
  return found;
}

/** A full stop between two lines of an address is a comma that lost its tail in print. */
function clean(text: string, first: boolean, last: boolean): string {
  const kept = (first ? text.replace(HEAD, '') : text).replace(TAIL, '').trim();
  return last ? kept : kept.replace(/(?<=[\p{L}\p{N}]{2})\.$|(?<=\d)\.$/u, ',');
}

/** The next line of the block: the one below that begins, is centred or ends where this one does. */
function below(view: View, cell: Cell): Cell | null {
  const row = view.rows[cell.row + 1];
  if (!row || row[0]!.page !== cell.page) return null;
  const center = (each: Cell): number => (each.left + each.right) / 2;
  const near = row
    .map((other) => ({
      other,
      off: Math.min(Math.abs(other.left - cell.left), Math.abs(center(other) - center(cell)), Math.abs(other.right - cell.right))
    }))
    .sort((a, b) => a.off - b.off)[0]!;
  if (near.off > 0.3) return null;
  const gap = near.other.line.box.y - (cell.line.box.y + cell.line.box.height);
  return gap < cell.line.box.height * 3 ? near.other : null;
}

export function addressFeatures(view: View, candidates: readonly AddressCandidate[], vendor: Cell | null): Float64Array[] {
  return candidates.map(({ value, cells }) => {
    const out = new Float64Array(ADDRESS_FEATURES.length);
    const set = (name: (typeof OTHERS)[number], amount: number): void => void (out[OFFSET + OTHERS.indexOf(name)] = amount);
    const first = cells[0]!;
    const last = cells.at(-1)!;
    const before = view.cells[first.index - 1];
    const after = below(view, last);
    const sources = {
      first: first.bits,
      last: last.bits,
      before: before?.bits ?? 0,
      after: after?.bits ?? 0,
      any: cells.reduce((bits, cell) => unionBits(bits, cell.bits), 0),
      second: cells[1]?.bits ?? 0
    };
    SOURCES.forEach((source, s) =>
      LABELS.forEach((label, l) => {
        if (has(sources[source], label)) out[s * LABELS.length + l] = 1;
      })
    );
    const text = (cell: Cell | null | undefined): string => cell?.line.text ?? '';
    const posts = cells.map((cell) => POSTCODE.test(text(cell)));
    set('start', Math.min(60, first.index));
    set('lines', cells.length);
    set('characters', value.length);
    set('digits', value.replace(/\D/g, '').length);
    set('commas', value.split(',').length - 1);
    set('postcodes', posts.filter(Boolean).length);
    set('startsNumber', /^\d/.test(value) ? 1 : 0);
    set('startsNo', /^(no|lot|nr|unit|block|blk|suite)\b/i.test(value) ? 1 : 0);
    set('endsPostcode', posts.at(-1) ? 1 : 0);
    set('afterPostcode', POSTCODE.test(text(after)) ? 1 : 0);
    set('firstDigits', text(first).replace(/\D/g, '').length);
    set('lastDigits', text(last).replace(/\D/g, '').length);
    set('afterDigitsOnly', text(after).replace(/\D/g, '').length / Math.max(1, text(after).length));
    set('afterComma', text(after).includes(',') ? 1 : 0);
    set('beforeComma', /,\s*$/.test(text(before)) ? 1 : 0);
    set('lastComma', /,\s*$/.test(text(last)) ? 1 : 0);
    set('lastDot', /\.\s*$/.test(text(last)) ? 1 : 0);
    const streets = cells.filter(({ bits }) => has(bits, 'street')).length;
    set('streetLines', streets);
    set('perLineStreet', streets / cells.length);
    set('placeLines', cells.filter(({ bits }) => has(bits, 'place')).length);
    set('beforeStreet', before && has(before.bits, 'street') && !LEGAL.test(before.folded) ? 1 : 0);
    set(
      'afterPlace',
      after && (has(after.bits, 'place') || POSTCODE.test(text(after))) && !has(after.bits, 'taxId') && !has(after.bits, 'phone') ? 1 : 0
    );
    set('afterShort', after ? Math.min(80, text(after).length) : 0);
    set('afterIsBlank', after ? 0 : 1);
    set('vendorBefore', vendor ? Math.max(-10, Math.min(10, first.index - vendor.index)) : -11);
    set('beforeIsVendor', vendor && before === vendor ? 1 : 0);
    set('vendorInside', vendor && cells.includes(vendor) ? 1 : 0);
    set('legalFirst', LEGAL.test(first.folded) ? 1 : 0);
    set('legalInside', cells.filter(({ folded }) => LEGAL.test(folded)).length);
    set('depth', first.depth);
    const lefts = cells.map(({ left }) => left);
    set('alignment', Math.max(...lefts) - Math.min(...lefts));
    const heights = cells.map(({ height }) => height);
    set('heights', Math.max(...heights) - Math.min(...heights));
    set('badLines', cells.filter(({ bits }) => BAD.some((meaning) => has(bits, meaning))).length);
    set('cut', cells.some(({ line }) => TAIL.test(line.text)) ? 1 : 0);
    set('confidence', Math.min(...cells.map(({ line }) => line.confidence)));
    return out;
  });
}

const LEGAL = /\b(sdn|bhd|gmbh|ltd|inc|sarl|s\.a|llc|enterprise)\b/;
const BAD: readonly Meaning[] = ['phone', 'taxId', 'date', 'total', 'invoice', 'receipt', 'web', 'staff', 'greeting', 'time'];

function unionBits(a: number, b: number): number {
  return Number(BigInt(a) | BigInt(b));
}
export const addressKey = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '');
