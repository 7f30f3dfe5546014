import { describe, expect, it } from 'vitest';
import { detect } from './detect.ts';
import type { EntityType, Finding } from './entities.ts';

const found = (text: string, type: EntityType) =>
  detect(text)
    .filter((finding: Finding) => finding.type === type)
    .map(({ start, end }) => text.slice(start, end));

describe('numbers with arithmetic behind them', () => {
  it.each<[EntityType, string, string]>([
    ['CARD', 'Please charge 4111 1111 1111 1111 today', '4111 1111 1111 1111'],
    ['CARD', 'amex 378282246310005', '378282246310005'],
    ['IBAN', 'IBAN: DE89 3704 0044 0532 0130 00, thanks', 'DE89 3704 0044 0532 0130 00'],
    ['IBAN', 'iban gb82west12345698765432', 'gb82west12345698765432'],
    ['IBAN', 'IBAN FR14 2004 1010 0505 0001 3M02 606', 'FR14 2004 1010 0505 0001 3M02 606'],
    ['NATIONAL_ID', 'my SSN is 219-09-9999', '219-09-9999'],
    ['NATIONAL_ID', 'DNI 12345678Z', '12345678Z'],
    ['NATIONAL_ID', 'NIE: X1234567L', 'X1234567L'],
    ['NATIONAL_ID', 'NIR 1 84 12 76 451 089 46', '1 84 12 76 451 089 46'],
    ['NATIONAL_ID', 'NI number QQ123456C is an example, AB123456C is one', 'AB123456C'],
    ['TAX_ID', 'Steuer-ID: 86095742719', '86095742719'],
    ['TAX_ID', 'USt-IdNr. DE136695976', 'DE136695976'],
    ['TAX_ID', 'EIN 12-3456789', '12-3456789'],
    ['IP', 'login from 192.168.17.4', '192.168.17.4'],
    ['IP', 'host 2001:db8::ff00:42:8329 is down', '2001:db8::ff00:42:8329']
  ])('finds a %s in "%s"', (type, text, value) => {
    expect(found(text, type)).toContain(value);
  });

  it.each<[EntityType, string]>([
    ['CARD', 'card 4111 1111 1111 1112'],
    ['CARD', 'order 1234567890123456'],
    ['IBAN', 'DE99 9999 9999 9999 9999 99'],
    ['NATIONAL_ID', 'part 000-12-3456'],
    ['NATIONAL_ID', 'reference 12345678A'],
    ['TAX_ID', 'our contract 86095742719'],
    ['IP', 'version 1.2.3.4'],
    ['IP', '999.1.1.1'],
    ['IP', 'at 10:30:45']
  ])('finds no %s in "%s"', (type, text) => {
    expect(found(text, type)).toEqual([]);
  });
});

describe('what the words around tell', () => {
  it.each<[EntityType, string, string]>([
    ['PHONE', 'Rufen Sie mich an: 0151 23456789', '0151 23456789'],
    ['PHONE', 'Tél. 01 84 17 61 18', '01 84 17 61 18'],
    ['PHONE', 'Phone:\n467 3395', '467 3395'],
    ['PHONE', 'reach me on +1 (415) 555-0132 ext. 12', '+1 (415) 555-0132 ext. 12'],
    ['BANK_ACCOUNT', 'account number 12345678, sort code 20-00-00', '12345678'],
    ['BANK_ACCOUNT', 'Kontonummer 532013000', '532013000'],
    ['PASSPORT', 'Reisepass C01X00T47', 'C01X00T47'],
    ['DRIVING_LICENCE', 'Führerschein B072RRE2I55', 'B072RRE2I55'],
    ['DATE_OF_BIRTH', 'geboren am 3. März 1981', '3. März 1981'],
    ['DATE_OF_BIRTH', 'Date of birth: 1981-03-03', '1981-03-03'],
    ['DATE_OF_BIRTH', 'née le 03/04/1975', '03/04/1975'],
    ['DATE_OF_BIRTH', 'fecha de nacimiento 3 de marzo de 1981', '3 de marzo de 1981'],
    ['DATE', 'due on 12 May 2026', '12 May 2026'],
    ['AGE', 'she is 46 years old', '46'],
    ['URL', 'see https://portal.example/a?b=c.', 'https://portal.example/a?b=c'],
    ['EMAIL', 'jöhn@büro.example', 'jöhn@büro.example'],
    ['SECRET', 'password: hunter2!', 'hunter2'],
    ['SECRET', 'key AKIAIOSFODNN7EXAMPLE leaked', 'AKIAIOSFODNN7EXAMPLE'],
    ['SECRET', 'Passwort: Sommer2026', 'Sommer2026']
  ])('finds a %s in "%s"', (type, text, value) => {
    expect(found(text, type).join(' ')).toContain(value);
  });

  it.each<[EntityType, string]>([
    ['PHONE', 'Budget 250,000 for 2027'],
    ['PHONE', 'order no. 0012345678'],
    ['PHONE', 'total 1 250 000 EUR'],
    ['PHONE', 'due 2026-11-23'],
    ['SECRET', 'I forgot my password and cannot log in'],
    ['SECRET', 'the token expires soon'],
    ['DATE_OF_BIRTH', 'the invoice of 03/04/2026']
  ])('finds no %s in "%s"', (type, text) => {
    expect(found(text, type)).toEqual([]);
  });
});
