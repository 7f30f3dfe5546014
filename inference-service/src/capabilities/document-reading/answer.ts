import type { DocumentReading, Field, Place } from '../../documents/index.ts';
import type { ReadDocumentResponse } from './contract.ts';

type Answer = Omit<ReadDocumentResponse, 'requestId'>;
type ReadField = Answer['fields'][number];

/** Without these an invoice says too little to be paid. */
const NEEDED = ['vendor', 'issueDate', 'currency', 'total'] as const;

export function answerFrom(reading: DocumentReading, withText: boolean): Answer {
  const { fields, fingerprints } = reading;
  return {
    outcome: reading.outcome,
    format: reading.format,
    source: reading.source,
    kind: reading.kind.value,
    kindConfidence: reading.kind.confidence,
    language: reading.language,
    readability: Math.min(...NEEDED.map((name) => fields[name]?.confidence ?? 0)),
    fields: Object.entries(fields).flatMap(([name, field]) => named(name, field) ?? []),
    lines: reading.lines.map(({ description, quantity, unitPrice, amount }) => ({
      description: named('description', description),
      quantity: named('quantity', quantity),
      unitPrice: named('unitPrice', unitPrice),
      amount: named('amount', amount)
    })),
    taxes: reading.taxes.map(({ rate, base, amount }) => ({
      rate: named('rate', rate),
      base: named('base', base),
      amount: named('amount', amount)
    })),
    pages: reading.pages.map(({ number, width, height, unit, turned, source }) => ({
      pageNumber: number,
      width,
      height,
      unit,
      turned,
      source
    })),
    checks: reading.checks,
    syntax: reading.structured?.syntax ?? null,
    findings: reading.structured?.findings ?? [],
    differences: reading.differences.map(({ place, ...difference }) => ({ ...difference, place: placeOf(place) })),
    fingerprints: {
      content: fingerprints.content,
      words: fingerprints.text,
      facts: fingerprints.facts,
      pictures: fingerprints.pictures
    },
    reasons: reading.reasons,
    text: withText ? reading.text : null
  };
}

function named(name: string, field: Field<string> | null): ReadField | null {
  return field && { name, value: field.value, written: field.text, place: placeOf(field.place), confidence: field.confidence };
}

function placeOf(place: Place | null): ReadField['place'] {
  return place && { pageNumber: place.page, ...place.box };
}
