import { describe, expect, it } from 'vitest';
import { maskPersonalData } from './mask.ts';

describe('masking', () => {
  it.each([
    ['write to jane.doe+x@mail.example.co.uk today', 'write to [EMAIL_1] today'],
    ['call +49 (0)40 1234-5678 or 040 123 45 67', 'call [PHONE_1] or [PHONE_2]'],
    ['IBAN DE89 3704 0044 0532 0130 00.', 'IBAN [IBAN_1].'],
    ['card 4111 1111 1111 1111 expires soon', 'card [CARD_1] expires soon'],
    ['jöhn@büro.example', '[EMAIL_1]']
  ])('takes personal data out of "%s"', (text, masked) => {
    expect(maskPersonalData(text).text).toBe(masked);
  });

  it.each(['Budget 250,000 for 2027', 'order 1234567890123456', 'DE99 9999 9999 9999 9999 99', 'version 1.2.3.4', 'Q4-2026 with 48 seats'])(
    'leaves "%s" as it is',
    (text) => {
      expect(maskPersonalData(text).text).toBe(text);
    }
  );

  it('gives the same value the same placeholder and says what it stands for', () => {
    const { text, entities } = maskPersonalData('a@b.example, c@d.example, a@b.example');
    expect(text).toBe('[EMAIL_1], [EMAIL_2], [EMAIL_1]');
    expect(entities.map(({ value }) => value)).toEqual(['a@b.example', 'c@d.example']);
  });

  it.each(['a'.repeat(200_000), '0 '.repeat(100_000), 'a@'.repeat(100_000), 'DE00 '.repeat(40_000), `${'a.'.repeat(100_000)}@`])(
    'comes to an end on a hostile text (%#)',
    (text) => {
      expect(typeof maskPersonalData(text.slice(0, 131_072)).text).toBe('string');
    },
    20_000
  );
});
