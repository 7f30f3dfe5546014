import { decimalOf, numberOf, same } from '../../src/documents/decimal.ts';
import { datesIn } from '../../src/documents/fields/dates.ts';
import type { DocumentFields, Field } from '../../src/documents/types.ts';
import { compact, type ReceiptTruth } from './receipts.ts';

export type Verdict = { field: string; right: boolean; given: boolean; confidence: number };

const amountOf = (text: string): number => Number(text.replace(/[^\d.-]/g, ''));

/** The four fields of a receipt: texts without regard to case and blanks, amounts as numbers, dates as dates. */
export function judgeReceipt(fields: DocumentFields, truth: ReceiptTruth): Verdict[] {
  const verdict = (field: string, given: Field<string> | null, right: (value: string) => boolean): Verdict => ({
    field,
    given: given !== null,
    right: given !== null && right(given.value),
    confidence: given?.confidence ?? 0
  });
  const readings = datesIn(truth.date)[0]?.readings ?? [];
  return [
    verdict('company', fields.vendor, (value) => compact(value) === compact(truth.company)),
    verdict('date', fields.issueDate, (value) => value === readings[0]),
    verdict('total', fields.total, (value) => Math.abs(numberOf(decimalOf(value)!) - amountOf(truth.total)) < 0.005),
    verdict('address', fields.vendorAddress, (value) => compact(value) === compact(truth.address))
  ];
}

export const sameAmount = (value: string | null | undefined, truth: string | null | undefined): boolean => {
  const [a, b] = [decimalOf(value), decimalOf(truth)];
  return a !== null && b !== null ? same(a, b) : a === b;
};

/** Harmonic mean over all fields: given and right, of those given and of those there are. */
export function microF1(verdicts: readonly Verdict[]): number {
  const right = verdicts.filter((each) => each.right).length;
  const given = verdicts.filter((each) => each.given).length;
  return (2 * right) / (given + verdicts.length);
}

export const shareRight = (verdicts: readonly Verdict[], field: string): number => {
  const own = verdicts.filter((each) => each.field === field);
  return own.filter(({ right }) => right).length / own.length;
};

/** Mean distance of confidence from the share right, in bins of equal size: what ten bins of the fields given make. */
export function calibrationOf(verdicts: readonly Verdict[]): { error: number; points: { x: number; y: number }[] } {
  const given = verdicts.filter((each) => each.given).sort((a, b) => a.confidence - b.confidence);
  const bins = Math.min(10, Math.max(1, Math.floor(given.length / 15)));
  let error = 0;
  const points: { x: number; y: number }[] = [];
  for (let bin = 0; bin < bins; bin += 1) {
    const members = given.slice(Math.floor((bin * given.length) / bins), Math.floor(((bin + 1) * given.length) / bins));
    const said = members.reduce((total, { confidence }) => total + confidence, 0) / members.length;
    const was = members.filter(({ right }) => right).length / members.length;
    error += (Math.abs(said - was) * members.length) / given.length;
    points.push({ x: said, y: was });
  }
  return { error, points };
}
