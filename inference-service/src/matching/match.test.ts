import { describe, expect, it } from 'vitest';
import { matchCompany } from './match.ts';
import type { Company, Match } from './types.ts';

const company = (given: string | Company): Company => (typeof given === 'string' ? { name: given } : given);
const match = (a: string | Company, b: string | Company): Match => matchCompany(company(a), [{ ref: 'b', ...company(b) }])[0]!;
const texts = ({ evidence }: Match): string => evidence.map(({ text }) => text).join('; ');

describe('the same company under another spelling', () => {
  const pairs: [string | Company, string | Company][] = [
    ['Acme Corporation', 'ACME Corp.'],
    ['Siemens AG', 'Siemens Aktiengesellschaft'],
    ['Müller Maschinenbau GmbH & Co. KG', 'Mueller Maschinenbau'],
    ['Société Générale S.A.', 'Societe Generale'],
    ['株式会社日立製作所', '日立製作所'],
    ['ООО Ромашка', 'Romashka LLC'],
    ['Globex Manufacturing Ltd', 'Globex Mfg Limited'],
    ['The Initech Company', 'Initech Co., Ltd.'],
    ['Globex Corporation', 'Globex Corportion'],
    ['R. E. Wood Services', 'RE Wood Svcs'],
    [
      { name: 'IBM', domain: 'ibm.com' },
      { name: 'International Business Machines Corp', domain: 'www.ibm.com' }
    ],
    [
      { name: 'Contoso Ltd', domain: 'contoso.co.uk' },
      { name: 'Contoso Limited', domain: 'https://shop.contoso.co.uk/cart?x=1' }
    ],
    [
      { name: 'Initech', phone: '+1 (415) 555-0100' },
      { name: 'Initech LLC', phone: '415.555.0100 ext. 12' }
    ],
    [
      { name: 'Brightwater Clinic', street: '12 N. Main St., Suite 4', postalCode: '60616' },
      { name: 'Lakeside Trust - Brightwater', street: '12 North Main Street', postalCode: '60616-1234' }
    ]
  ];
  for (const [a, b] of pairs) {
    it(`${company(a).name} = ${company(b).name}`, () => {
      expect(match(a, b).verdict).toBe('same');
    });
  }
});

describe('different companies that look alike', () => {
  const pairs: [string | Company, string | Company][] = [
    ['Acme', 'Zeta'],
    ['Initech', 'Initrode'],
    ['School', 'Clinic'],
    ['Bank of America', 'Bank of Africa'],
    ['Kestrel Works 12', 'Kestrel Works 14'],
    [
      { name: 'Delta Dental', domain: 'deltadental.com' },
      { name: 'Delta Airlines', domain: 'delta.com' }
    ],
    [
      { name: 'Northwind Traders', country: 'US', domain: 'northwind.com' },
      { name: 'Northwind Traders', country: 'GB', domain: 'northwind-traders.co.uk' }
    ]
  ];
  for (const [a, b] of pairs) {
    it(`${company(a).name} ≠ ${company(b).name}`, () => {
      expect(match(a, b).verdict).toBe('different');
    });
  }
});

describe('subsidiaries and regional offices', () => {
  it('are told apart when each names its own country', () => {
    const result = match('Acme Germany GmbH', 'Acme France SAS');
    expect(result.verdict).toBe('different');
    expect(texts(result)).toContain('different place');
  });

  it('are left to a person when only one names a place', () => {
    expect(match('Acme', 'Acme Germany').verdict).toBe('possible');
  });

  it('are not taken for duplicates because they share a web name', () => {
    const result = match(
      { name: 'Acme GmbH', domain: 'acme.de', country: 'Germany' },
      { name: 'Acme SAS', domain: 'acme.fr', country: 'FR' }
    );
    expect(result.verdict).not.toBe('same');
    expect(texts(result)).toContain('another ending');
  });
});

describe('evidence', () => {
  it('speaks for and against, field by field', () => {
    const result = match(
      { name: 'Contoso Ltd', domain: 'contoso.com', phone: '020 7946 0001', city: 'London', country: 'UK' },
      { name: 'Contoso Inc', domain: 'contoso.com', phone: '212 555 0199', city: 'New York', country: 'USA' }
    );
    expect(result.evidence).toEqual([
      { field: 'name', strength: 'strong', text: 'Same name apart from the legal form' },
      { field: 'domain', strength: 'strong', text: 'Same web domain' },
      { field: 'phone', strength: 'against', text: 'Different phone numbers' },
      { field: 'city', strength: 'against', text: 'Different cities' },
      { field: 'country', strength: 'against', text: 'Different countries' }
    ]);
  });

  it('quotes nothing of either record', () => {
    const result = match({ name: 'Secretname', phone: '4155550100' }, { name: 'Othersecret', phone: '4155550199' });
    expect(texts(result).toLowerCase()).not.toMatch(/secret|4155/);
  });

  it('ignores mail providers as domains', () => {
    expect(
      match({ name: 'Alpha', domain: 'gmail.com' }, { name: 'Beta', domain: 'gmail.com' }).evidence.map(({ field }) => field)
    ).not.toContain('domain');
  });
});

describe('matching many', () => {
  it('puts the most probable first and keeps every reference', () => {
    const result = matchCompany({ name: 'Acme Ltd' }, [
      { ref: 'far', name: 'Zeta' },
      { ref: 'exact', name: 'Acme Limited' },
      { ref: 'near', name: 'Acme Logistics' }
    ]);
    expect(result.map(({ ref }) => ref)).toEqual(['exact', 'near', 'far']);
  });

  it('is the same from either side', () => {
    const names = [
      'Acme Software GmbH',
      'Acme Germany',
      'IBM',
      'International Business Machines',
      'Bank of Africa',
      'Müller AG',
      'Kestrel 2'
    ];
    for (const a of names) for (const b of names) expect(match(a, b).probability).toBe(match(b, a).probability);
  });

  it('returns nothing for no candidates', () => {
    expect(matchCompany({ name: 'Acme' }, [])).toEqual([]);
  });
});

describe('hostile input', () => {
  const hostile = [
    '',
    '   ',
    '\u0000\u0000',
    '!!!',
    '.'.repeat(100_000),
    'a '.repeat(100_000),
    '株'.repeat(100_000),
    '<script>alert(1)</script>',
    '=1+1',
    '\ud800',
    'Ltd',
    'GmbH & Co. KG',
    'constructor',
    '__proto__'
  ];
  for (const text of hostile) {
    it(`${JSON.stringify(text.slice(0, 20))} is compared without harm`, () => {
      const odd: Company = {
        name: text,
        domain: text,
        phone: text,
        street: text,
        city: text,
        postalCode: text,
        country: text,
        state: text
      };
      for (const { probability } of matchCompany(odd, [
        { ref: '1', ...odd },
        { ref: '2', name: 'Acme', domain: 'acme.com', street: '1 Main St', phone: '4155550100' }
      ])) {
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
      }
    });
  }

  it('two names without a letter are not the same company', () => {
    expect(match('!!!', '???').verdict).not.toBe('same');
  });
});
