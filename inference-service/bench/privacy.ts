// Measures personal-data detection on labelled sentences: `npm run bench -- privacy --data FOLDER [--out FOLDER] [--templates all|even|odd]`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { detect } from '../src/guardrails/privacy/detect.ts';
import type { EntityType } from '../src/guardrails/privacy/entities.ts';
import { processorSeconds, since } from './arguments.ts';
import { growth } from './growth.ts';
import { redaction, timed } from './guard-peers.ts';
import { publish, type Figure } from './report.ts';

type Gold = { entity_type: string; start_position: number; end_position: number };
type Sentence = { full_text: string; spans: Gold[]; template_id: number };
type Span = { type: string; start: number; end: number };

/** The set's names → ours. A place is a place whether it is a street, a postcode or a country: the set cuts one address into several of them. */
const THEIRS: Record<string, string> = {
  PERSON: 'PERSON',
  ORGANIZATION: 'ORGANISATION',
  STREET_ADDRESS: 'PLACE',
  ZIP_CODE: 'PLACE',
  GPE: 'PLACE',
  EMAIL_ADDRESS: 'EMAIL',
  PHONE_NUMBER: 'PHONE',
  CREDIT_CARD: 'CARD',
  IBAN_CODE: 'IBAN',
  US_SSN: 'NATIONAL_ID',
  US_DRIVER_LICENSE: 'DRIVING_LICENCE',
  DOMAIN_NAME: 'URL',
  IP_ADDRESS: 'IP',
  DATE_TIME: 'DATE',
  AGE: 'AGE',
  NRP: 'NATIONALITY',
  TITLE: 'TITLE'
};
const OURS: Partial<Record<EntityType, string>> = { ADDRESS: 'PLACE', LOCATION: 'PLACE', DATE_OF_BIRTH: 'DATE' };
const REFERENCE = { 'Presidio, default analyzer': 0.618, 'Presidio, customised': 0.845 };

const { values } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string' }, templates: { type: 'string', default: 'all' }, errors: { type: 'string' } }
});
if (!values.data) {
  console.error(
    'Usage: npm run bench -- privacy --data FOLDER [--out FOLDER] [--templates all|even|odd] [--errors COUNT]\nFOLDER holds privacy/sentences.json.'
  );
  process.exit(2);
}
const all = JSON.parse(readFileSync(join(values.data, 'privacy/sentences.json'), 'utf8')) as Sentence[];
const sentences = all.filter(({ template_id }) => values.templates === 'all' || (template_id % 2 === 0) === (values.templates === 'even'));

const strict = new Map<string, Counts>();
const overlapping = new Map<string, Counts>();
const peerStrict = new Map<string, Counts>();
const peer = redaction();
const beside = await timed(sentences, ({ full_text }) => peer.find(full_text));
const errors: string[] = [];
let characters = 0;
const started = processorSeconds();
const guesses = sentences.map(({ full_text }) => {
  characters += full_text.length;
  return detect(full_text);
});
const seconds = since(started);
sentences.forEach((sentence, i) => {
  const text = sentence.full_text;
  const gold = merged(
    text,
    sentence.spans.map((span) => ({
      type: THEIRS[span.entity_type] ?? span.entity_type,
      start: span.start_position,
      end: span.end_position
    }))
  );
  const found = merged(
    text,
    guesses[i]!.map((span) => ({ ...span, type: OURS[span.type] ?? span.type }))
  );
  const isSame = (a: Span, b: Span) => a.start === b.start && a.end === b.end;
  compare(strict, gold, found, isSame);
  compare(peerStrict, gold, merged(text, beside.results[i]!), isSame);
  compare(overlapping, gold, found, (a, b) => share(a, b) >= 0.5);
  const missed = gold.filter((a) => !found.some((b) => a.type === b.type && a.start === b.start && a.end === b.end));
  const extra = found.filter((a) => !gold.some((b) => a.type === b.type && a.start === b.start && a.end === b.end));
  const show = (spans: Span[]) => spans.map((span) => `${span.type} "${text.slice(span.start, span.end)}"`).join(', ');
  if (missed.length + extra.length > 0)
    errors.push(`${sentence.template_id}: ${JSON.stringify(text)}\n   missed ${show(missed)}\n   extra ${show(extra)}`);
});

const total = (counts: Map<string, Counts>) =>
  [...counts.values()].reduce(
    (sum, { right, found, gold }) => ({ right: sum.right + right, found: sum.found + found, gold: sum.gold + gold }),
    none()
  );
const theirs = figures(total(peerStrict));
const overall = { exact: figures(total(strict)), overlap: figures(total(overlapping)) };
const table: Figure[] = [
  { figure: 'F over all types, exact spans', ours: overall.exact.f, digits: 3, target: '>= 0.85', references: REFERENCE },
  { figure: 'precision, exact spans', ours: overall.exact.precision, digits: 3 },
  { figure: 'recall, exact spans', ours: overall.exact.recall, digits: 3 },
  { figure: 'F over all types, spans overlapping by half', ours: overall.overlap.f, digits: 3 },
  ...[...strict]
    .sort(([, a], [, b]) => b.gold - a.gold)
    .map(([type, counts]): Figure => ({ figure: `F of ${type}, ${counts.gold} spans`, ours: figures(counts).f, digits: 3 })),
  { figure: 'sentences', ours: sentences.length, digits: 0 },
  { figure: 'templates', ours: new Set(sentences.map(({ template_id }) => template_id)).size, digits: 0 },
  { figure: 'kB a processor second', ours: Math.round(characters / seconds / 1000), digits: 0 },
  { figure: `${peer.name} beside us: F over all types, exact spans`, ours: theirs.f, digits: 3 },
  { figure: `our F to that of ${peer.name}, ratio`, ours: overall.exact.f / theirs.f, digits: 2 },
  { figure: `our time to that of ${peer.name}, ratio`, ours: seconds / beside.seconds, digits: 2 },
  ...growth('detection', (text) => detect(text))
];
publish('privacy', table);
for (const error of errors
  .filter((_, i) => i % Math.max(1, Math.floor(errors.length / Number(values.errors ?? 1))) === 0)
  .slice(0, Number(values.errors ?? 0)))
  console.log(error);
type Counts = { right: number; found: number; gold: number };
function none(): Counts {
  return { right: 0, found: 0, gold: 0 };
}

function figures({ right, found, gold }: Counts): { precision: number; recall: number; f: number } {
  const precision = found === 0 ? 0 : right / found;
  const recall = gold === 0 ? 0 : right / gold;
  return { precision, recall, f: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** One thing in two pieces (street, then town) counts once on both sides. */
function merged(text: string, spans: Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && last.type === span.type && /^[\s,]*$/.test(text.slice(last.end, span.start)) && span.type === 'PLACE') last.end = span.end;
    else result.push({ type: span.type, start: span.start, end: span.end });
  }
  return result;
}

function share(a: Span, b: Span): number {
  const both = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return both <= 0 ? 0 : both / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

function compare(counts: Map<string, Counts>, gold: Span[], found: Span[], same: (a: Span, b: Span) => boolean): void {
  const of = (type: string) => {
    const known = counts.get(type) ?? none();
    counts.set(type, known);
    return known;
  };
  const left = [...found];
  for (const span of found) of(span.type).found += 1;
  for (const span of gold) {
    of(span.type).gold += 1;
    const at = left.findIndex((guess) => guess.type === span.type && same(span, guess));
    if (at < 0) continue;
    left.splice(at, 1);
    of(span.type).right += 1;
  }
}
