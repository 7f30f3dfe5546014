import { ENTITY_TYPES, type EntityType, type Finding } from './entities.ts';
import { withoutOverlap } from './overlap.ts';
import { findByRules } from './rules.ts';
import { tag } from './tagger.ts';
import { loadTagger } from './tagger-weights.ts';
import { tokenize, type Token } from './tokens.ts';
import { HONORIFICS, JOB_WORDS } from './words/organisations.ts';
import { NATIONALITIES } from './words/places.ts';

const nationalities = new Set(NATIONALITIES.map((name) => name.toLowerCase()));

/** Everything found, in order and without overlap. */
export function detect(text: string, types: readonly EntityType[] = ENTITY_TYPES): Finding[] {
  const asked = new Set(types);
  const byRules = withoutOverlap(findByRules(text));
  // A year or an age may as well be the number of a house: the tagger sees it as the number it is.
  const strong = byRules.filter((finding) => !isWeak(text, finding));
  const tokens = tokenize(text, strong);
  const tagged = tag(tokens, loadTagger()).map((finding) => tidied(text, finding)).filter((finding) => finding.end > finding.start);
  const named = [...findTitles(tokens), ...findNationalities(tokens)];
  const all = withoutOverlap([...strong, ...tagged, ...byRules, ...named]);
  return all.filter(({ type }) => asked.has(type));
}

export function isWeak(text: string, { type, start, end }: Finding): boolean {
  return type === 'ADDRESS' || type === 'AGE' || (type === 'DATE' && /^\d{4}$/.test(text.slice(start, end)));
}

/** No line ends, commas or quotes at the edges of a name or an address. */
function tidied(text: string, finding: Finding): Finding {
  let { start, end } = finding;
  while (end > start && /[\s,;:?!"“”„«»'’([{-]/u.test(text[end - 1] as string)) end -= 1;
  while (start < end && /[\s,;:?!"“”„«»'’)\]}.-]/u.test(text[start] as string)) start += 1;
  return { ...finding, start, end };
}

function findTitles(tokens: readonly Token[]): Finding[] {
  const found: Finding[] = [];
  tokens.forEach((token, i) => {
    const next = tokens[i + 1];
    if (token.kind !== undefined || !HONORIFICS.has(token.lower) || token.text === token.lower || token.text.length < 2) return;
    const dotted = next?.text === '.' && !next.spaced;
    const follower = tokens[dotted ? i + 2 : i + 1];
    if (follower && /^\p{Lu}/u.test(follower.text)) found.push({ type: 'TITLE', start: token.start, end: dotted ? next.end : token.end, score: 0.8 });
  });
  let line: Token[] = [];
  for (const token of [...tokens, undefined]) {
    if (token && token.text !== '\n') line.push(token);
    else {
      const [first, last] = [line[0], line.at(-1)];
      const isJob = line.length <= 7 && line.some((word) => JOB_WORDS.has(word.lower)) && line.every((word) => word.kind === undefined && /^[\p{L},/&()-]/u.test(word.text));
      if (first && last && isJob && tokens.length > line.length && /^\p{Lu}/u.test(first.text)) found.push({ type: 'TITLE', start: first.start, end: last.end, score: 0.6 });
      line = [];
    }
  }
  return found;
}

function findNationalities(tokens: readonly Token[]): Finding[] {
  const found: Finding[] = [];
  tokens.forEach((token, i) => {
    if (token.kind !== undefined) return;
    const next = tokens[i + 1];
    const two = next && !next.kind && nationalities.has(`${token.lower} ${next.lower}`) ? next : undefined;
    if (two) found.push({ type: 'NATIONALITY', start: token.start, end: two.end, score: 0.8 });
    else if (nationalities.has(token.lower)) found.push({ type: 'NATIONALITY', start: token.start, end: token.end, score: 0.7 });
  });
  return found;
}
