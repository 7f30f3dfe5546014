/**
 * How the platform compares text: without regard to case, with regard to accents. SQLite's NOCASE knows ASCII only, so
 * ASCII values use it (and its indexes) and everything else goes through `fold`.
 */
export function fold(text: string): string {
  return text.toLowerCase().normalize('NFC');
}

const ASCII = /^[\x00-\x7F]*$/;

export function isAscii(text: string): boolean {
  return ASCII.test(text);
}

/**
 * A key whose binary order is the platform's sort order: symbols, then digits, then letters; case ignored; an accented
 * letter beside its base letter.
 */
export function sortKey(text: string): string {
  const lower = text.toLowerCase();
  const base = isAscii(lower) ? lower : `${lower.normalize('NFD').replace(/\p{M}/gu, '')}`;
  const keyed = base.replace(/[ -/:-@[-`{-~]/g, (symbol) => String.fromCharCode(SYMBOLS.indexOf(symbol) + 1));
  return isAscii(lower) ? keyed : `${keyed}\u0000${lower.normalize('NFC')}`;
}

/** Space and symbols in collation order: they become the lowest code points and so precede digits. */
const SYMBOLS = ' _-,;:!?.\'"()[]{}@*/\\&#%`^+<=>|~$';

/** Does `text` match a SOQL LIKE pattern (`%`, `_`, backslash escapes)? */
export function likeMatches(text: string, pattern: string): boolean {
  let source = '';
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i]!;
    if (character === '\\' && i + 1 < pattern.length) source += escapeRegExp(pattern[++i]!);
    else if (character === '%') source += '[\\s\\S]*';
    else if (character === '_') source += '[\\s\\S]';
    else source += escapeRegExp(character);
  }
  return new RegExp(`^${source}$`, 'u').test(text);
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
