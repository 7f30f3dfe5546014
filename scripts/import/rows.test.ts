import { describe, expect, it } from 'vitest';
import { type DescribedField, mapColumns, missingFields, readRow } from './rows.ts';

const field = (name: string, type: string, more: Partial<DescribedField> = {}): DescribedField => ({
  name,
  label: name.replace(/__c$/, '').replaceAll('_', ' '),
  type,
  length: 0,
  createable: true,
  nillable: true,
  defaultedOnCreate: false,
  ...more
});

const fields = [
  field('Prospect_Country__c', 'string', { label: 'Country', length: 80 }),
  field('Prospect_Company__c', 'string', { length: 80, nillable: false }),
  field('Amount__c', 'currency'),
  field('Close_Date__c', 'date'),
  field('Status__c', 'picklist', {
    restrictedPicklist: true,
    picklistValues: [
      { value: 'Draft', label: 'Draft', active: true },
      { value: 'Old', label: 'Old', active: false }
    ]
  }),
  field('Partner__c', 'reference', { relationshipName: 'Partner__r' }),
  field('AI_Score__c', 'double', { createable: false })
];

const read = (source: Record<string, string>) => readRow(2, source, mapColumns(Object.keys(source), fields).mapped);

describe('mapping of columns', () => {
  it('finds fields by API name or label, whatever the case', () => {
    const { mapped, unknown } = mapColumns(['prospect company', 'AMOUNT__C', 'Partner'], fields);
    expect(mapped.map((mapping) => mapping.field.name)).toEqual(['Prospect_Company__c', 'Amount__c', 'Partner__c']);
    expect(mapped[2]?.byName).toBe(true);
    expect(unknown).toEqual([]);
  });

  it('finds a field by its API name written as words, whatever its label', () => {
    expect(mapColumns(['Prospect Country'], fields).mapped[0]?.field.name).toBe('Prospect_Country__c');
  });

  it('names columns that match nothing or may not be written', () => {
    expect(mapColumns(['Shoe size', 'AI Score'], fields).unknown).toEqual(['Shoe size', 'AI Score']);
  });

  it('names required fields that the file lacks', () => {
    expect(missingFields(mapColumns(['Amount'], fields).mapped, fields)).toEqual(['Prospect Company']);
  });
});

describe('reading a row', () => {
  it('gives typed values', () => {
    const row = read({ 'Prospect Company': ' Acme ', Amount: '1200.50', 'Close Date': '2027-01-31', Status: 'draft' });
    expect(row.problems).toEqual([]);
    expect(row.record).toEqual({ Prospect_Company__c: 'Acme', Amount__c: 1200.5, Close_Date__c: '2027-01-31', Status__c: 'Draft' });
  });

  it.each([
    ['Amount', '€ 1.200,50', 'plain number'],
    ['Amount', '1e400', 'plain number'],
    ['Close Date', '31/01/2027', 'YYYY-MM-DD'],
    ['Close Date', '2027-02-30', 'YYYY-MM-DD'],
    ['Close Date', '1900-01-01', 'past'],
    ['Status', 'Old', 'not one of Draft'],
    ['Prospect Company', 'x'.repeat(81), 'at most 80'],
    ['Prospect Company', 'Ac\u0000me', 'control characters'],
    ['Prospect Company', '', 'required']
  ])('refuses %s = %j with a reason', (column, text, reason) => {
    const row = read({ 'Prospect Company': 'Acme', [column]: text });
    expect(row.problems).toHaveLength(1);
    expect(row.problems[0]?.message).toContain(reason);
  });
});
