import english from 'dictionary-en';

/** Endings that Hunspell builds by rule; what is left of a word without them is looked for too. */
const ENDINGS: [ending: string, instead: string][] = [
  ['s', ''],
  ['es', ''],
  ['ies', 'y'],
  ['d', ''],
  ['ed', ''],
  ['ied', 'y'],
  ['ing', ''],
  ['ing', 'e'],
  ['er', ''],
  ['ers', ''],
  ['r', ''],
  ['rs', ''],
  ['st', ''],
  ['ly', ''],
  ['ness', ''],
  ['ment', ''],
  ['able', ''],
  ['able', 'e'],
  ['ion', ''],
  ['ion', 'e'],
  ['ions', 'e']
];
/** A shorter part makes a compound of nearly any word. */
const SHORTEST_PART = 3;

const stems = new Set<string>();
const names = new Set<string>();
for (const line of new TextDecoder().decode(english.dic).split('\n').slice(1)) {
  const word = line.split('/', 1)[0] ?? '';
  if (/^\p{Ll}{2,}$/u.test(word)) stems.add(word);
  else if (/^\p{Lu}\p{Ll}+$/u.test(word)) names.add(word.toLowerCase());
}

/** Every word it writes with a small letter, without its endings. */
export const ENGLISH_WORDS: ReadonlySet<string> = stems;

/** An English word that is written with a small letter; `lower` in lower case. */
export function isEnglishWord(lower: string): boolean {
  if (stems.has(lower)) return true;
  return ENDINGS.some(([ending, instead]) => {
    const stem = lower.length - ending.length;
    return stem >= SHORTEST_PART && lower.endsWith(ending) && stems.has(lower.slice(0, stem) + instead);
  });
}

/** A word that English only knows with a capital: people, places, peoples, brands. */
export function isEnglishName(lower: string): boolean {
  return names.has(lower) && !stems.has(lower);
}

/** "Opencounter", "Cloudmade": two words written as one that is no word itself, as companies like to be called. */
export function isCoined(lower: string): boolean {
  if (lower.length < 2 * SHORTEST_PART || lower.length > 24 || isEnglishWord(lower)) return false;
  for (let cut = SHORTEST_PART; cut <= lower.length - SHORTEST_PART; cut += 1) {
    if (stems.has(lower.slice(0, cut)) && isEnglishWord(lower.slice(cut))) return true;
  }
  return false;
}
