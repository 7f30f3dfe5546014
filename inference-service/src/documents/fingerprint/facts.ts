import { createHmac } from 'node:crypto';
import { decimalOf, numberOf } from '../decimal.ts';
import type { DocumentFields } from '../types.ts';

/** What two documents of one vendor differ in, in this order. */
export const FACTS = ['date', 'total', 'number', 'time'] as const;
export type Fact = (typeof FACTS)[number];
const BYTES = 4;

/** A keyed hash of each fact, zeros where it was not read; null when none was. */
export function factsFingerprint(fields: DocumentFields, text: string, key: string): string | null {
  const total = decimalOf(fields.total?.value);
  const facts: Record<Fact, string | null> = {
    date: fields.issueDate?.value ?? null,
    total: total && numberOf(total).toFixed(3),
    number: fields.invoiceNumber?.value.toLowerCase().replace(/[^a-z0-9]/g, '') ?? null,
    time:
      /(?<![\d:.])([01]?\d|2[0-3])\s?:\s?([0-5]\d)(?![\d])/
        .exec(text)
        ?.slice(1, 3)
        .map((part) => part.padStart(2, '0'))
        .join(':') ?? null
  };
  if (FACTS.every((fact) => facts[fact] === null)) return null;
  return Buffer.concat(
    FACTS.map((fact) => {
      const value = facts[fact];
      return value === null ? Buffer.alloc(BYTES) : createHmac('sha256', `${key}:${fact}`).update(value).digest().subarray(0, BYTES);
    })
  ).toString('base64');
}

export type FactAgreement = Record<Fact, 'same' | 'differs' | 'unknown'>;

export function factsAgreement(a: string | null, b: string | null): FactAgreement {
  const [left, right] = [Buffer.from(a ?? '', 'base64'), Buffer.from(b ?? '', 'base64')];
  return Object.fromEntries(
    FACTS.map((fact, i) => {
      const [x, y] = [left.subarray(i * BYTES, (i + 1) * BYTES), right.subarray(i * BYTES, (i + 1) * BYTES)];
      const known = x.length === BYTES && y.length === BYTES && x.some(Boolean) && y.some(Boolean);
      return [fact, !known ? 'unknown' : x.equals(y) ? 'same' : 'differs'];
    })
  ) as FactAgreement;
}
