import anyAscii from 'any-ascii';

/** Longest text looked at in any field: names beyond this carry nothing more, and hostile ones cost nothing more. */
const MAX_LENGTH = 255;

/** Lower-case ASCII words: accents dropped, other scripts transliterated, punctuation to spaces, "I.B.M." to "ibm". */
export function fold(text: string): string {
  const short = text.slice(0, MAX_LENGTH);
  const ascii = (isAscii(short) ? short : anyAscii(short.normalize('NFKC'))).toLowerCase();
  return ascii
    .replace(/['`]/g, '')
    .replace(/&|\+/g, ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Most records are; they are spared the tables of other scripts. */
export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** Words of a folded text, runs of single letters joined: "r e wood" to "re wood". */
export function words(folded: string): string[] {
  const joined: string[] = [];
  let letters = '';
  for (const word of folded.split(' ')) {
    if (word === '') continue;
    if (word.length === 1 && word >= 'a' && word <= 'z') {
      letters += word;
      continue;
    }
    if (letters !== '') joined.push(letters);
    letters = '';
    joined.push(word);
  }
  if (letters !== '') joined.push(letters);
  return joined;
}
