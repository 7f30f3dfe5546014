import { bottom } from '../layout/lines.ts';
import { BUSINESS_WORD, fold, has, LEGAL_FORM, type Meaning } from './vocabulary.ts';
import { cellBelow, headerAbove, type Cell, type View } from './view.ts';

export type VendorCandidate = { value: string; cell: Cell; from: number; to: number; lines: number };

const LABELS: readonly Meaning[] = [
  'invoice',
  'receipt',
  'number',
  'customer',
  'seller',
  'phone',
  'taxId',
  'bank',
  'date',
  'total',
  'street',
  'place',
  'web',
  'page',
  'staff',
  'greeting',
  'tax',
  'price',
  'quantity',
  'delivery',
  'order',
  'paid',
  'points'
];
const SOURCES = ['self', 'previous', 'next', 'second', 'header', 'leftOf'] as const;
const OTHERS = [
  'index',
  'row',
  'depth',
  'left',
  'right',
  'center',
  'height',
  'tallestAbove',
  'length',
  'words',
  'digits',
  'upper',
  'legalForm',
  'endsLegal',
  'businessWord',
  'brackets',
  'cutRegistration',
  'lines',
  'repeats',
  'likeDomain',
  'firstLine',
  'hasColon',
  'amounts',
  'dates',
  'anyLegalBefore',
  'anyLegalElse',
  'rowsToStreet',
  'rowsToTaxId',
  'columns',
  'separated',
  'onlyOneWord',
  'confidence',
  'footer',
  'nearBank',
  'nextHasPostcode',
  'customerBlock',
  'isFirstBlock',
  'initials',
  'beforeIsLegal',
  'distinctive',
  'aboveNameLike',
  'firstLegal',
  'lastLegal',
  'lastWords',
  'belowLegal',
  'sameHeight',
  'gapAbove',
  'gapBelow',
  'pages'
] as const;
export const VENDOR_FEATURES: readonly string[] = [...SOURCES.flatMap((source) => LABELS.map((label) => `${source}:${label}`)), ...OTHERS];
const OFFSET = SOURCES.length * LABELS.length;

const MOST_LINES = 160;
/** Registration numbers behind a name: `(519537-X)`, `862725-U`, `(Co. Reg. No. 123)`; `(M)` belongs to the name. */
const REGISTRATION =
  /\s+\d{5,7}-?\s?[A-Z]\b.*$|\s*[([{]?\s*(?:co(?:mpany)?\.?|reg(?:istration)?\.?|roc|gst|no\.?|:|\s)*\s*[A-Z]{0,3}\d{4,}[\dA-Z\s-]*[)\]}]?[\s,.]*$|\s*[([][^()]*\d{3,}[^()]*[)\]]?[\s,.]*$/i;
const LABEL =
  /^(?:[^:]{0,24}\b(?:owned by|operated by|dimiliki(?: oleh)?|managed by|seller|vendor|verkaufer|verkäufer|lieferant|rechnungssteller|vendeur|fournisseur|vendedor|emisor|proveedor|from|name|company|firma|société|empresa|von|de)\b[^:]{0,12}[:.]\s*)/iu;
const SEPARATOR = /\s+[|·•●‧∙*]+\s+|\s+[-–—]\s*(?=\d|[A-Z])|\s*,\s+(?=[^,]*\d)|\t/u;

/** Lines, parts of lines and pairs of lines that could be a business's name. */
export function vendorCandidates(view: View): VendorCandidate[] {
  const found: VendorCandidate[] = [];
  const seen = new Set<string>();
  const add = (value: string, cell: Cell, from: number, to: number, lines: number): void => {
    const clean = value.replace(/^[\s*'"“”„.,:;|=_~-]+|[\s*'"“”„,:;|=_~-]+$/gu, '');
    if (clean.length < 2 || clean.length > 90 || !/\p{L}{2}/u.test(clean) || seen.has(`${cell.index}:${clean}`)) return;
    seen.add(`${cell.index}:${clean}`);
    found.push({ value: clean, cell, from, to, lines });
  };
  for (const cell of view.cells.slice(0, MOST_LINES)) {
    const { text } = cell.line;
    if (cell.amounts.some(({ hasDecimals }) => hasDecimals) || text.length > 160) continue;
    const label = LABEL.exec(text)?.[0].length ?? 0;
    const body = text.slice(label);
    const cut = body.replace(REGISTRATION, '');
    add(cut, cell, label, label + cut.length, 1);
    const parts = body.split(SEPARATOR);
    if (parts.length > 1) {
      const part = parts[0]!.replace(REGISTRATION, '');
      add(part, cell, label, label + part.length, 1);
    }
    const below = cellBelow(view, cell);
    if (below && below.line.text.length < 60 && cell.index < 40) {
      const second = below.line.text.replace(REGISTRATION, '');
      if (isNameLike(below)) add(`${text} ${second}`, cell, 0, text.length, 2);
      const third = cellBelow(view, below);
      if (third && isNameLike(below) && isNameLike(third) && LEGAL_FORM.test(third.folded)) {
        add(`${text} ${below.line.text} ${third.line.text.replace(REGISTRATION, '')}`, cell, 0, text.length, 3);
      }
    }
  }
  return found;
}

export function vendorFeatures(view: View, candidates: readonly VendorCandidate[]): Float64Array[] {
  const squeezed = view.folded.replace(/[^a-z0-9\n]/g, '');
  const domains = domainsOf(view.folded);
  const firstLegal = view.cells.find(({ folded }) => LEGAL_FORM.test(folded))?.index ?? Infinity;
  const legalCells = view.cells.filter(({ folded }) => LEGAL_FORM.test(folded)).length;
  const customer = customerColumn(view);
  return candidates.map((candidate) => {
    const out = new Float64Array(VENDOR_FEATURES.length);
    const set = (name: (typeof OTHERS)[number], value: number): void => void (out[OFFSET + OTHERS.indexOf(name)] = value);
    const { cell, value } = candidate;
    const folded = fold(value);
    const below = cellBelow(view, cell);
    const second = below && cellBelow(view, below);
    const above = cellAbove(view, cell);
    const sources = {
      self: cell.bits,
      previous: above?.bits ?? 0,
      next: below?.bits ?? 0,
      second: second?.bits ?? 0,
      header: headerAbove(view, cell)?.bits ?? 0,
      leftOf: cell.column > 0 ? view.rows[cell.row]![cell.column - 1]!.bits : 0
    };
    SOURCES.forEach((source, s) =>
      LABELS.forEach((label, l) => {
        if (has(sources[source], label)) out[s * LABELS.length + l] = 1;
      })
    );
    const lines = [cell, below, second].slice(0, candidate.lines).filter((each) => each !== null);
    const last = lines.at(-1)!;
    const following = cellBelow(view, last);
    set(
      'distinctive',
      folded
        .replace(ALL_LEGAL, ' ')
        .replace(ALL_BUSINESS, ' ')
        .split(/[^a-z0-9]+/)
        .filter((word) => word.length > 1).length
    );
    set('aboveNameLike', above && isNameLike(above) ? 1 : 0);
    set('firstLegal', LEGAL_FORM.test(cell.folded) ? 1 : 0);
    set('lastLegal', LEGAL_FORM.test(last.folded) ? 1 : 0);
    set('lastWords', last.line.text.split(' ').length);
    set('belowLegal', following && LEGAL_FORM.test(following.folded) && isNameLike(following) ? 1 : 0);
    set('sameHeight', Math.max(...lines.map(({ height }) => height)) - Math.min(...lines.map(({ height }) => height)));
    set(
      'gapBelow',
      following ? Math.max(-1, Math.min(5, (following.line.box.y - bottom(last.line.box)) / Math.max(1, last.line.box.height))) : 5
    );
    const letters = value.replace(/[^\p{L}]/gu, '');
    set('index', Math.min(cell.index, 80));
    set('row', Math.min(cell.row, 60));
    set('depth', cell.depth);
    set('left', cell.left);
    set('right', cell.right);
    set('center', Math.abs((cell.left + cell.right) / 2 - 0.5));
    set('height', cell.height);
    set(
      'tallestAbove',
      Math.max(0, ...view.cells.slice(Math.max(0, cell.index - 8), cell.index).map(({ height }) => height)) - cell.height
    );
    set('length', value.length);
    set('words', value.split(/\s+/).length);
    set('digits', value.replace(/\D/g, '').length);
    set('upper', letters === letters.toUpperCase() ? 1 : 0);
    set('legalForm', LEGAL_FORM.test(folded) ? 1 : 0);
    set('endsLegal', new RegExp(`${LEGAL_FORM.source}[\\s.)]*$`).test(folded) ? 1 : 0);
    set('businessWord', BUSINESS_WORD.test(folded) ? 1 : 0);
    set('brackets', /[([]/.test(value) ? 1 : 0);
    set('cutRegistration', candidate.to - candidate.from < cell.line.text.length - candidate.from - 3 ? 1 : 0);
    set('lines', candidate.lines);
    const key = folded.replace(/[^a-z0-9]/g, '');
    set('repeats', key.length >= 4 ? squeezed.split(key).length - 1 : 0);
    set('likeDomain', domains.some((domain) => alike(key, domain)) ? 1 : 0);
    set('firstLine', cell.index === 0 ? 1 : 0);
    set('hasColon', /:/.test(cell.line.text) ? 1 : 0);
    set('amounts', cell.amounts.length);
    set('dates', cell.dates.length);
    set('anyLegalBefore', firstLegal < cell.index ? 1 : 0);
    set('anyLegalElse', legalCells - (LEGAL_FORM.test(cell.folded) ? 1 : 0));
    set('rowsToStreet', distance(view, cell, 'street'));
    set('rowsToTaxId', distance(view, cell, 'taxId'));
    set('columns', view.rows[cell.row]!.length);
    set('separated', SEPARATOR.test(cell.line.text) ? 1 : 0);
    set('onlyOneWord', /^\S+$/.test(value) ? 1 : 0);
    set('confidence', cell.line.confidence);
    set('footer', cell.depth > 0.85 ? 1 : 0);
    set('nearBank', [above, below].some((other) => other && has(other.bits, 'bank')) ? 1 : 0);
    set('nextHasPostcode', [below, second].some((other) => other && /\b\d{5}\b/.test(other.line.text)) ? 1 : 0);
    set(
      'customerBlock',
      customer &&
        Math.abs(cell.left - customer.left) < 0.06 &&
        cell.page === customer.page &&
        cell.row > customer.row &&
        cell.row - customer.row < 5
        ? 1
        : 0
    );
    set('isFirstBlock', cell.row <= 3 ? 1 : 0);
    set('initials', /^(mr|mrs|ms|herr|frau|m\.|mme|sr\.?|sra|attn|z\.?\s?hd)\b/.test(folded) ? 1 : 0);
    set('beforeIsLegal', above && LEGAL_FORM.test(above.folded) ? 1 : 0);
    set('gapAbove', above ? Math.min(5, (cell.line.box.y - bottom(above.line.box)) / Math.max(1, cell.line.box.height)) : 5);
    set('pages', view.pages.length);
    return out;
  });
}

/** Words without a number, a label or a price: a name may run over such lines. */
const isNameLike = (cell: Cell): boolean =>
  cell.line.text.length < 60 &&
  !/\d{3}/.test(cell.line.text.replace(REGISTRATION, '')) &&
  !/[:#]/.test(cell.line.text) &&
  cell.amounts.every(({ hasDecimals }) => !hasDecimals) &&
  NO_NAME.every((meaning) => !has(cell.bits, meaning));
const NO_NAME: readonly Meaning[] = ['phone', 'taxId', 'date', 'greeting', 'web', 'page'];
const ALL_LEGAL = new RegExp(LEGAL_FORM.source, 'g');
const ALL_BUSINESS = new RegExp(BUSINESS_WORD.source, 'g');

function cellAbove(view: View, cell: Cell): Cell | null {
  for (let r = cell.row - 1; r >= Math.max(0, cell.row - 2); r -= 1) {
    for (const other of view.rows[r]!) if (other.page === cell.page && Math.abs(other.left - cell.left) < 0.25) return other;
  }
  return null;
}

function customerColumn(view: View): Cell | null {
  return view.cells.slice(0, 60).find(({ bits, folded }) => has(bits, 'customer') && folded.length < 40 && !has(bits, 'number')) ?? null;
}

function distance(view: View, cell: Cell, meaning: Meaning): number {
  for (let away = 1; away <= 8; away += 1) if (view.rows[cell.row + away]?.some(({ bits }) => has(bits, meaning))) return away;
  return 9;
}

/** Names of mail and web addresses, without what says nothing. */
function domainsOf(folded: string): string[] {
  const found = [...folded.matchAll(/(?:@|www\.|https?:\/\/(?:www\.)?)([a-z0-9.-]+)\.[a-z]{2,}/g)].map(([, host]) =>
    host!
      .split('.')
      .at(-1)!
      .replace(/[^a-z0-9]/g, '')
  );
  return found.filter(
    (name) => name.length >= 4 && !/^(gmail|yahoo|hotmail|outlook|gmx|web|icloud|facebook|instagram|com|example|localhost)$/.test(name)
  );
}

function alike(name: string, domain: string): boolean {
  if (name.length < 4) return false;
  return name.includes(domain) || domain.includes(name.slice(0, Math.max(5, Math.floor(name.length * 0.6))));
}
