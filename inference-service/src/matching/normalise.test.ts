import { describe, expect, it } from 'vitest';
import { normaliseAddress, normaliseDomain, normaliseName, normalisePhone } from './normalise.ts';
import { jaroWinkler, withinOneEdit } from './similarity.ts';

describe('names', () => {
  it('lose their legal form, wherever it comes from', () => {
    const forms = [
      'Acme Inc.',
      'Acme, LLC',
      'Acme GmbH',
      'Acme GmbH & Co. KG',
      'Acme S.A.',
      'Acme S.A. de C.V.',
      'Acme Sp. z o.o.',
      'Acme s.r.o.',
      'Acme Oy',
      'Acme Sdn. Bhd.',
      'PT Acme Tbk',
      'Acme Pty Ltd',
      'Acme Pte. Ltd.',
      'Acme K.K.',
      'ООО Acme',
      'Acme 株式会社',
      'Acme 有限公司',
      'Acme Ltda.',
      'Acme B.V.',
      'Acme A/S',
      'Acme A.Ş.',
      'Acme FZ-LLC',
      'Acme (주)'
    ];
    for (const form of forms) expect(normaliseName(form).tokens, form).toEqual(['acme']);
  });

  it('keep a legal form that is all there is', () => {
    expect(normaliseName('Limited').tokens).toEqual(['limited']);
  });

  it('agree on abbreviations, accents and joining words', () => {
    expect(normaliseName('Société de Técnologie Intl & Svcs').tokens).toEqual(
      normaliseName('SOCIETE TECNOLOGIE INTERNATIONAL AND SERVICES').tokens
    );
  });

  it('have initials', () => {
    expect(normaliseName('International Business Machines Corp').initials).toBe('ibm');
  });
});

describe('domains', () => {
  it('are reduced to what was registered', () => {
    for (const raw of ['acme.co.uk', 'www.acme.co.uk', 'https://shop.acme.co.uk/x?y=1', 'sales@acme.co.uk', 'ACME.CO.UK']) {
      expect(normaliseDomain(raw)).toEqual({ registrable: 'acme.co.uk', label: 'acme' });
    }
  });

  it('are unknown when shared, numeric or not one', () => {
    for (const raw of ['gmail.com', '10.0.0.1', 'localhost', '', null, undefined, 'not a domain', 'x'.repeat(5000)])
      expect(normaliseDomain(raw)).toBeNull();
  });
});

describe('phones', () => {
  it('are digits without trunk zero and extension', () => {
    expect(normalisePhone('+49 (0)89 123-456')).toBe('4989123456');
    expect(normalisePhone('089 123456')).toBe('89123456');
    expect(normalisePhone('415-555-0100 x12')).toBe('4155550100');
  });

  it('are unknown when too short or made up', () => {
    for (const raw of ['12345', '0000000000', 'none', null]) expect(normalisePhone(raw)).toBeNull();
  });
});

describe('addresses', () => {
  it('agree on types, directions, ordinals and units', () => {
    const one = normaliseAddress('136 W. 109th St., Suite 4');
    for (const other of ['136 West 109th Street', '136 w 109TH', '136 W 109 St'])
      expect(normaliseAddress(other)).toEqual({ ...one, unit: null });
    expect(one!.unit).toBe('suite 4');
  });

  it('agree on German street endings', () => {
    expect(normaliseAddress('Hauptstraße 5')).toEqual(normaliseAddress('Hauptstr. 5'));
  });

  it('are unknown when empty', () => {
    for (const raw of ['', null, undefined, '---']) expect(normaliseAddress(raw)).toBeNull();
  });
});

describe('spelling', () => {
  it('is judged by Jaro-Winkler as published', () => {
    expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.9611, 4);
    expect(jaroWinkler('dwayne', 'duane')).toBeCloseTo(0.84, 4);
    expect(jaroWinkler('abc', 'xyz')).toBe(0);
  });

  it('knows one edit from two', () => {
    for (const [a, b] of [
      ['acme', 'acne'],
      ['acme', 'acmee'],
      ['acme', 'ame'],
      ['acme', 'amce'],
      ['acme', 'acme']
    ])
      expect(withinOneEdit(a!, b!)).toBe(true);
    for (const [a, b] of [
      ['acme', 'aecm'],
      ['acme', 'ac'],
      ['acme', 'zcmz']
    ])
      expect(withinOneEdit(a!, b!)).toBe(false);
  });
});
