import { stem, type Language } from '../analysis/language.ts';
import { tokens } from '../analysis/tokens.ts';
import type { SynonymRule } from '../types.ts';

/** A word that may stand for one of the question's; worth less when it is one of several that only together mean the same. */
export type Synonym = { word: string; share: number };

/** Words an org's admin says mean the same: for each position of a question, what else may stand there. */
export type Synonyms = { at(words: readonly string[], language: Language): Map<number, Synonym[]> };

export const NO_SYNONYMS: Synonyms = { at: () => new Map() };

type Entry = { stems: string[]; others: string[][] };

export function createSynonyms(rules: readonly SynonymRule[]): Synonyms {
  const tables = new Map<Language, Map<string, Entry[]>>();
  const tableOf = (language: Language): Map<string, Entry[]> => {
    const known = tables.get(language);
    if (known) return known;
    const table = new Map<string, Entry[]>();
    for (const { words, oneWay } of rules) {
      const phrases = words.map((word) => tokens(word).map((token) => token.word)).filter(({ length }) => length > 0);
      phrases.forEach((phrase, position) => {
        if (oneWay && position > 0) return;
        const stems = phrase.map((word) => stem(word, language));
        const entries = table.get(stems[0]!) ?? [];
        entries.push({ stems, others: phrases.filter((other) => other !== phrase) });
        table.set(stems[0]!, entries);
      });
    }
    tables.set(language, table);
    return table;
  };
  return {
    at(words, language) {
      const table = tableOf(language);
      const found = new Map<number, Synonym[]>();
      if (table.size === 0) return found;
      const stems = words.map((word) => stem(word, language));
      stems.forEach((first, position) => {
        for (const entry of table.get(first) ?? []) {
          if (!entry.stems.every((one, i) => stems[position + i] === one)) continue;
          const synonyms = entry.others.flatMap((other) => other.map((word) => ({ word, share: 1 / other.length })));
          for (let i = 0; i < entry.stems.length; i++) found.set(position + i, [...(found.get(position + i) ?? []), ...synonyms]);
        }
      });
      return found;
    }
  };
}
