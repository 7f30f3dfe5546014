/** The text a string literal stands for. `source` includes the quotes. */
export function unquote(source: string): string {
  if (source.startsWith("'''")) return unescape(source.slice(3, -3).replace(/^[ \t]*\r?\n/, ''));
  return unescape(source.slice(1, -1));
}

const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  '"': '"',
  "'": "'",
  '\\': '\\',
  _: '\\_',
  '%': '\\%'
};

function unescape(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\u([0-9a-fA-F]{4})|\\(.)/gs, (whole, code: string | undefined, letter: string | undefined) =>
    code !== undefined ? String.fromCharCode(parseInt(code, 16)) : (ESCAPES[letter as string] ?? whole)
  );
}
