import type { Finding } from './entities.ts';

export type Token = {
  text: string;
  lower: string;
  start: number;
  end: number;
  /** Type of the finding this token stands for, when a rule already knows what it is. */
  kind: string | undefined;
  /** White space before it. */
  spaced: boolean;
};

/** What quoted mails and lists put before each line: it says nothing about the words after it, and would come between the lines of an address. */
export const LINE_MARK = /(?<=^|\n)[ \t]{0,20}(?:[>?*|#•–-]{1,4}|\d{1,2}[.)])[ \t]/gu;
const TOKEN = /\p{L}[\p{L}\p{M}]{0,60}|\p{N}{1,20}|\n|[^\s]/gu;

/** Words, numbers, signs and line ends; what a rule found is one token. `known` must not overlap and be in order. */
export function tokenize(text: string, known: readonly Finding[]): Token[] {
  const tokens: Token[] = [];
  let next = 0;
  let last = 0;
  const push = (start: number, end: number, kind: string | undefined) => {
    // One apostrophe for both kinds: "O’Connell" is written as often as "O'Connell".
    const value = text.slice(start, end).replace(/^’$/, "'");
    tokens.push({ text: value, lower: value.toLowerCase(), start, end, kind, spaced: start > last });
    last = end;
  };
  const marks = [...text.matchAll(LINE_MARK)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
  let mark = 0;
  for (const match of text.matchAll(TOKEN)) {
    const start = match.index;
    const end = start + match[0].length;
    while (mark < marks.length && (marks[mark] as { end: number }).end <= start) mark += 1;
    if (start >= (marks[mark]?.start ?? Infinity)) continue;
    while (next < known.length && (known[next] as Finding).end <= start) next += 1;
    const finding = known[next];
    if (finding && end > finding.start && start < finding.end) {
      if (tokens.at(-1)?.start !== finding.start || tokens.at(-1)?.kind === undefined) push(finding.start, finding.end, finding.type);
      continue;
    }
    push(start, end, undefined);
  }
  return tokens;
}
