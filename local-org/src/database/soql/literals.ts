const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
  _: '_',
  '%': '%'
};

/** Stand-ins for `\_` and `\%` while a text passes the Apex lexer, which knows neither (private use area). */
const PROTECTED: Readonly<Record<string, string>> = { _: '\\uE05F', '%': '\\uE025' };
const WILDCARDS: Readonly<Record<string, string>> = { '\uE05F': '_', '\uE025': '%' };

/** Rewrites `\_` and `\%` inside string literals so that the Apex lexer accepts them; the functions below undo it. */
export function protectLikeEscapes(text: string): string {
  return text.replace(/'(?:[^'\\]|\\[\s\S])*'/g, (literal) =>
    literal.replace(/\\([\s\S])/g, (whole, escape: string) => PROTECTED[escape] ?? whole)
  );
}

function decode(raw: string, keep: string): string {
  return raw
    .replace(/\\(u[0-9a-fA-F]{4}|[\s\S])/g, (whole, escape: string) => {
      if (escape.startsWith('u') && escape.length === 5) return String.fromCharCode(parseInt(escape.slice(1), 16));
      return keep.includes(escape) ? whole : (ESCAPES[escape] ?? escape);
    })
    .replace(/[\uE05F\uE025]/g, (character) => (keep ? `\\${WILDCARDS[character]}` : WILDCARDS[character]!));
}

/** The characters a SOQL string literal (without its quotes) stands for. */
export function unescapeLiteral(raw: string): string {
  return decode(raw, '');
}

/** The same literal as a LIKE pattern: `\_`, `\%` and `\\` stay escaped. */
export function likePattern(raw: string): string {
  return decode(raw, '_%\\');
}
