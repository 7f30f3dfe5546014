export type Fragment = {
  encoding: 'base64' | 'hexadecimal' | 'percent' | 'escapes' | 'rot13' | 'reversed' | 'digits for letters';
  text: string;
};

const MAX_FRAGMENTS = 20;

/** What a text says in an encoding that a model can read and a filter might not. */
export function decodeFragments(text: string): Fragment[] {
  const found: Fragment[] = [];
  const add = (encoding: Fragment['encoding'], decoded: string | undefined) => {
    if (decoded !== undefined && found.length < MAX_FRAGMENTS && isProse(decoded)) found.push({ encoding, text: decoded });
  };
  for (const [match] of text.matchAll(/(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{16,20000}={0,2}(?![A-Za-z0-9+/_-])/g))
    add('base64', Buffer.from(match, 'base64').toString('utf8'));
  for (const [match] of text.matchAll(/(?<![0-9A-Za-z])(?:[0-9a-f]{2}[ :]?){10,10000}(?![0-9A-Za-z])/gi))
    add('hexadecimal', Buffer.from(match.replaceAll(/[ :]/g, ''), 'hex').toString('utf8'));
  for (const [match] of text.matchAll(/(?<!\S)(?:[^%\s]{0,40}%[0-9a-f]{2}){3,500}\S{0,200}/gi)) add('percent', decodePercent(match));
  if (/\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|&#\d{2,6};/i.test(text)) add('escapes', decodeEscapes(text));
  return found;
}

/** The whole text through simple ciphers; only believed when it says something that is a pattern. */
export function ciphers(text: string): Fragment[] {
  return [
    {
      encoding: 'rot13',
      text: text.replaceAll(/[a-z]/gi, (letter) => String.fromCharCode(letter.charCodeAt(0) + (letter.toLowerCase() < 'n' ? 13 : -13)))
    },
    { encoding: 'reversed', text: [...text].reverse().join('') },
    { encoding: 'digits for letters', text: withoutDigits(text) }
  ];
}

const LETTERS: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's' };

/** "1gn0re a11" says "ignore aii", and "all" to a reader: a one after an a or another one is an l. */
function withoutDigits(text: string): string {
  return text
    .replaceAll(/(?<=[aA]1{0,3})1/g, 'l')
    .replaceAll(/(?<=\p{L})[013457@$]|[013457@$](?=\p{L})/gu, (digit) => LETTERS[digit] as string);
}

function decodePercent(text: string): string | undefined {
  return Buffer.from(
    text.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1'
  ).toString('utf8');
}

function decodeEscapes(text: string): string {
  return text
    .replaceAll(/\\(?:u([0-9a-f]{4})|x([0-9a-f]{2}))/gi, (_, wide?: string, narrow?: string) =>
      String.fromCharCode(Number.parseInt(wide ?? narrow ?? '20', 16))
    )
    .replaceAll(/&#(\d{2,6});/g, (_, code: string) => String.fromCharCode(Math.min(0xffff, Number(code))));
}

/** Mostly letters and spaces, in words: bytes that happen to decode are not. */
function isProse(text: string): boolean {
  if (text.length < 8) return false;
  const letters = text.match(/[\p{L} .,!?'-]/gu)?.length ?? 0;
  return letters / text.length > 0.85 && /\p{L}{2} \p{L}{2}/u.test(text);
}
