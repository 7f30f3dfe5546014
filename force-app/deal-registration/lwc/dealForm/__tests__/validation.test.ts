import { cleanDomain, findProblems } from '../validation';
import type { DealInput, FormOptions } from 'c/dealTypes';

const OPTIONS: FormOptions = {
  industries: [],
  products: [],
  currencyCode: 'EUR',
  partnerName: null,
  maxLengths: { company: 80, description: 200 },
  minCloseDate: '2026-11-01',
  maxCloseDate: '2031-11-01'
};
const GOOD: DealInput = { company: 'Acme', country: 'Germany', product: 'Analytics', amount: 1000, closeDate: '2027-01-31' };
const problems = (changes: DealInput, draft = false) => Object.keys(findProblems({ ...GOOD, ...changes }, OPTIONS, draft));

describe('validation of a registration', () => {
  it('accepts the five fields that are enough to start', () => {
    expect(findProblems(GOOD, OPTIONS, false)).toEqual({});
  });

  it('needs only the company for a draft', () => {
    expect(findProblems({ company: 'Acme' }, OPTIONS, true)).toEqual({});
    expect(Object.keys(findProblems({}, OPTIONS, true))).toEqual(['company']);
  });

  it.each([
    ['company', { company: '   ' }],
    ['company', { company: 'x'.repeat(81) }],
    ['description', { description: 'x'.repeat(201) }],
    ['amount', { amount: -1 }],
    ['amount', { amount: Number.NaN }],
    ['amount', { amount: null }],
    ['closeDate', { closeDate: '1900-01-01' }],
    ['closeDate', { closeDate: '2100-01-01' }],
    ['domain', { domain: 'not a domain' }],
    ['domain', { domain: 'localhost' }],
    ['contactEmail', { contactEmail: 'jane@' }],
    ['contactEmail', { contactEmail: '"<script>"@example.com' }],
    ['phone', { phone: 'call me' }]
  ])('names %s for %j', (field, changes) => {
    expect(problems(changes as DealInput)).toEqual([field]);
  });

  it('accepts international domains, zero amounts and plain phone numbers', () => {
    expect(problems({ domain: 'münchen-bau.de', amount: 0, phone: '+49 (89) 123-456' })).toEqual([]);
  });

  it.each([
    ['https://www.Example.com/contact?x=1', 'example.com'],
    ['jane.doe@example.com', 'example.com'],
    [' EXAMPLE.com ', 'example.com'],
    ['http://example.com:8080', 'example.com']
  ])('reads the domain in %j', (text, domain) => {
    expect(cleanDomain(text)).toBe(domain);
  });
});
