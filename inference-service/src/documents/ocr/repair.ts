const LETTERS: Record<string, string> = { '0': 'O', '1': 'I', '5': 'S', '8': 'B' };
const FIGURES: Record<string, string> = { O: '0', D: '0', I: '1', L: '1', S: '5', B: '8', Z: '2' };

/**
 * Signs that look alike, put right by their neighbours: a figure within a word of letters is a letter (`C0.`, `C0MPANY`), a letter at the
 * head of four figures before a name is a figure (`B1750 MASAI`, a postal code). Each stands for one sign, so places stay.
 */
export function repaired(text: string): string {
  return text
    .replace(/(?<![\p{L}\d.,/-])\p{Lu}*\p{Lu}[0158]\p{Lu}*(?![\p{L}\d/-])/gu, (word) => {
      const letters = word.replace(/\d/g, '').length;
      const figure = /[0158]/.exec(word)![0];
      // Two letters and a zero, or three with another figure: short codes (`A1`, `B5`) are left alone.
      return letters >= (figure === '0' ? 1 : 4) && word !== figure
        ? letters === 1 && word.length > 2
          ? word
          : word.replace(figure, LETTERS[figure]!)
        : word;
    })
    .replace(/(?<![\p{L}\d])([ODILSBZ])(\d{4})(?=\s\p{Lu}{3})/gu, (_, letter: string, rest: string) => `${FIGURES[letter]!}${rest}`)
    .replace(/\bS[O0]N\b(?=\.?\s?B[HN]D)/g, 'SDN');
}
