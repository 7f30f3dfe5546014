// Guard libraries of the npm registry that can be run beside ours, on the same rows in the same run.
import vard from '@andersmyrmel/vard';
import { OpenRedaction } from '@openredaction/core';
import { createGuard } from 'llm-prompt-guard';
import { performance } from 'node:perf_hooks';

export type Screening = { name: string; flags: (text: string) => boolean };

/** Each as its documentation has it used; lengths are not what is compared, so no text is refused for its length. */
export function screenings(): Screening[] {
  const moderated = vard.moderate().maxLength(1_000_000);
  const guard = createGuard();
  return [
    { name: '@andersmyrmel/vard', flags: (text) => !moderated.safeParse(text).safe },
    {
      name: 'llm-prompt-guard',
      flags: (text) => guard.sanitize(text, { maxLength: 1_000_000, mode: 'block', fieldName: 'text' }).wasBlocked === true
    }
  ];
}

export type Timed<Result> = { results: Result[]; seconds: number };

export async function timed<Input, Result>(
  inputs: readonly Input[],
  work: (input: Input) => Result | Promise<Result>
): Promise<Timed<Result>> {
  const results: Result[] = [];
  const started = performance.now();
  for (const input of inputs) results.push(await work(input));
  return { results, seconds: (performance.now() - started) / 1000 };
}

/** Kinds of openredaction → those of the labelled set. What it finds of other kinds (order numbers, gamer tags …) is not held against it. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:NAME|PERSON)/, 'PERSON'],
  [/^(?:ADDRESS|ZIP|POSTCODE|POSTAL)/, 'PLACE'],
  [/^EMAIL/, 'EMAIL'],
  [/^PHONE/, 'PHONE'],
  [/^CREDIT_CARD/, 'CARD'],
  [/^IBAN/, 'IBAN'],
  [/^SSN/, 'NATIONAL_ID'],
  [/^(?:DRIVING_LICENSE|DRIVER_LICENSE)/, 'DRIVING_LICENCE'],
  [/^(?:URL|DOMAIN)/, 'URL'],
  [/^IPV?[46]?$/, 'IP'],
  [/^(?:DATE|DOB)/, 'DATE'],
  [/^AGE/, 'AGE']
];

export function redaction(): {
  name: string;
  find: (text: string) => Promise<{ type: string; start: number; end: number }[]>;
} {
  const detector = new OpenRedaction();
  return {
    name: '@openredaction/core',
    find: async (text) =>
      (await detector.detect(text)).detections.flatMap(({ type, position: [start, end] }) => {
        const kind = KINDS.find(([pattern]) => pattern.test(type))?.[1];
        return kind ? [{ type: kind, start, end }] : [];
      })
  };
}
