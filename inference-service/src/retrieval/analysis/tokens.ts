/** A longer run of letters is no word; what is cut off it is not searched. */
const LONGEST = 64;

export type TokenVisitor = (word: string, start: number, end: number, hyphenated: boolean) => void;

const SEPARATOR = 1;
const WORD = 2;
const DIGIT = 3;
const IDEOGRAPH = 4;
/** What each UTF-16 unit is, found out when first met. */
const kinds = new Uint8Array(65536);

function kindOf(unit: number): number {
  const known = kinds[unit]!;
  if (known !== 0) return known;
  const character = String.fromCharCode(unit);
  const kind = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)
    ? IDEOGRAPH
    : /\p{Nd}/u.test(character)
      ? DIGIT
      : /[\p{L}\p{M}\p{N}]/u.test(character)
        ? WORD
        : SEPARATOR;
  kinds[unit] = kind;
  return kind;
}

/**
 * Words of a text in lower case with their places: runs of letters and digits, numbers with their separators ("10.5",
 * "v2.0"), names that end in a sign ("c++", "c#"), and each ideograph by itself. `hyphenated` says that only a hyphen
 * stands between the word and the one before.
 */
export function visitTokens(text: string, visit: TokenVisitor): void {
  const { length } = text;
  let previousEnd = -1;
  let position = 0;
  while (position < length) {
    let kind = kindOf(text.charCodeAt(position));
    if (kind === SEPARATOR) {
      position++;
      continue;
    }
    const start = position;
    position++;
    if (kind !== IDEOGRAPH) {
      while (position < length) {
        const unit = text.charCodeAt(position);
        const next = kindOf(unit);
        if (next === WORD || next === DIGIT) kind = next;
        // A point or comma between two digits belongs to the number.
        else if (!(
          kind === DIGIT &&
          (unit === 46 || unit === 44) &&
          position + 1 < length &&
          kindOf(text.charCodeAt(position + 1)) === DIGIT
        ))
          break;
        position++;
      }
      position = withSign(text, position);
    }
    const hyphenated = start === previousEnd + 1 && isHyphen(text.charCodeAt(previousEnd));
    const end = Math.min(position, start + LONGEST);
    visit(text.slice(start, end).toLowerCase(), start, end, hyphenated);
    previousEnd = position;
  }
}

function withSign(text: string, end: number): number {
  const sign = text.charCodeAt(end);
  if (sign !== 35 && sign !== 43) return end;
  const after = sign === 43 && text.charCodeAt(end + 1) === 43 ? end + 2 : sign === 35 ? end + 1 : end;
  const next = text.charCodeAt(after);
  return Number.isNaN(next) || kindOf(next) === SEPARATOR ? after : end;
}

function isHyphen(unit: number): boolean {
  return unit === 45 || unit === 0x2010 || unit === 0x2011;
}

export type Token = { word: string; start: number; end: number; hyphenated: boolean };

export function tokens(text: string): Token[] {
  const found: Token[] = [];
  visitTokens(text, (word, start, end, hyphenated) => found.push({ word, start, end, hyphenated }));
  return found;
}

/** Accents dropped and ß written out: what people leave out when they type in a hurry. */
export function plain(word: string): string {
  for (let i = 0; i < word.length; i++) {
    if (word.charCodeAt(i) > 127)
      return word
        .replaceAll('ß', 'ss')
        .replaceAll('œ', 'oe')
        .replaceAll('æ', 'ae')
        .normalize('NFD')
        .replace(/\p{M}+/gu, '');
  }
  return word;
}
