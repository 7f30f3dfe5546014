/** What was unusual about the characters of a text. */
export type CharacterFlag = 'invisible characters' | 'direction overrides' | 'tag characters' | 'look-alike letters' | 'spaced letters';
export type Normalised = { text: string; flags: CharacterFlag[] };

const INVISIBLE = /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2060-\u2064\u206a-\u206f\ufe00-\ufe0f\ufeff]/gu;
const OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/gu;
const TAGS = /[\u{e0000}-\u{e007f}]/gu;

/** Cyrillic, Greek and other letters that pass for Latin ones. */
const LOOK_ALIKES = new Map(
  Object.entries({
    а: 'a',
    в: 'b',
    с: 'c',
    ԁ: 'd',
    е: 'e',
    ё: 'e',
    ґ: 'r',
    һ: 'h',
    і: 'i',
    ї: 'i',
    ј: 'j',
    к: 'k',
    ӏ: 'l',
    м: 'm',
    н: 'h',
    о: 'o',
    р: 'p',
    ԛ: 'q',
    ѕ: 's',
    т: 't',
    у: 'y',
    ѵ: 'v',
    ԝ: 'w',
    х: 'x',
    ʏ: 'y',
    А: 'A',
    В: 'B',
    С: 'C',
    Е: 'E',
    Н: 'H',
    І: 'I',
    Ј: 'J',
    К: 'K',
    М: 'M',
    О: 'O',
    Р: 'P',
    Ѕ: 'S',
    Т: 'T',
    У: 'Y',
    Х: 'X',
    Ү: 'Y',
    α: 'a',
    ε: 'e',
    η: 'n',
    ι: 'i',
    κ: 'k',
    ν: 'v',
    ο: 'o',
    ρ: 'p',
    τ: 't',
    υ: 'u',
    χ: 'x',
    γ: 'y',
    ω: 'w',
    ϲ: 'c',
    ϳ: 'j',
    Α: 'A',
    Β: 'B',
    Ε: 'E',
    Ζ: 'Z',
    Η: 'H',
    Ι: 'I',
    Κ: 'K',
    Μ: 'M',
    Ν: 'N',
    Ο: 'O',
    Ρ: 'P',
    Τ: 'T',
    Υ: 'Y',
    Χ: 'X',
    ɡ: 'g',
    ɩ: 'i',
    ո: 'n',
    ս: 'u',
    օ: 'o',
    հ: 'h',
    ı: 'i'
  })
);

/** The text as a reader would take it: compatibility forms resolved, nothing invisible, look-alikes as the letters they pass for. */
export function normalise(text: string): Normalised {
  const flags = new Set<CharacterFlag>();
  let plain = text;
  const tags = plain.match(TAGS);
  if (tags) {
    // Tag characters mirror ASCII and are drawn as nothing: what they spell is part of the text for a model.
    const hidden = tags
      .map((tag) => String.fromCharCode((tag.codePointAt(0) as number) - 0xe0000))
      .join('')
      .replaceAll(/[^ -~]/g, '');
    if (hidden.length > 6) flags.add('tag characters');
    plain = `${plain.replaceAll(TAGS, '')} ${hidden}`;
  }
  const overridden = plain.replaceAll(OVERRIDES, '');
  if (overridden !== plain) flags.add('direction overrides');
  // A joiner inside an emoji or a soft hyphen here and there is ordinary; letters held apart by them are not.
  if ((overridden.match(/\p{L}[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+(?=\p{L})/gu) ?? []).length >= 3) flags.add('invisible characters');
  plain = overridden.replaceAll(INVISIBLE, '').normalize('NFKC');
  const words = plain.replaceAll(/[\p{L}\p{M}]{1,200}/gu, (word) => {
    if (!/[\p{Script=Latin}]/u.test(word) || !/[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(word)) return word;
    flags.add('look-alike letters');
    return [...word].map((letter) => LOOK_ALIKES.get(letter) ?? letter).join('');
  });
  const joined = words.replaceAll(/(?<![\p{L}\p{N}])(?:\p{L}[ .·_*-]){6,60}\p{L}(?![\p{L}\p{N}])/gu, (row) => {
    flags.add('spaced letters');
    return row.replaceAll(/[ .·_*-]/g, '');
  });
  return { text: joined, flags: [...flags] };
}

/** A whole text in letters of another script that all pass for Latin ones: only worth reading as a guess. */
export function asLatin(text: string): string {
  return [...text].map((letter) => LOOK_ALIKES.get(letter) ?? letter).join('');
}
