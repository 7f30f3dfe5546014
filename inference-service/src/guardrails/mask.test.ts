import { describe, expect, it } from 'vitest';
import { seeded, syntheticSentences } from '../../bench/synthetic-people.ts';
import { maskPersonalData, unmask } from './mask.ts';
import { ENTITY_TYPES } from './privacy/entities.ts';

describe('masking', () => {
  it.each([
    ['write to jane.doe+x@mail.example.co.uk today', 'write to [EMAIL_1] today'],
    ['call +49 (0)40 1234-5678 or 040 123 45 67', 'call [PHONE_1] or [PHONE_2]'],
    ['IBAN DE89 3704 0044 0532 0130 00.', 'IBAN [IBAN_1].'],
    ['card 4111 1111 1111 1111 expires soon', 'card [CARD_1] expires soon'],
    ['jöhn@büro.example', '[EMAIL_1]'],
    ['Ask Margaret Whitfield, please.', 'Ask [PERSON_1], please.']
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

  it('leaves organisations, places and dates alone unless asked', () => {
    const text = 'Brightwater Logistics GmbH opens in Rotterdam on 12 May 2026.';
    expect(maskPersonalData(text).text).toBe(text);
    expect(maskPersonalData(text, ['ORGANISATION', 'DATE']).text).toBe('[ORGANISATION_1] opens in Rotterdam on [DATE_1].');
  });

  it('uses no placeholder that the text already has', () => {
    const text = 'Template says [EMAIL_1] and [PERSON_2]; mine is a@b.example';
    const masked = maskPersonalData(text);
    expect(masked.text).toBe('Template says [EMAIL_1] and [PERSON_2]; mine is [EMAIL_2]');
    expect(unmask(masked.text, masked.entities)).toBe(text);
  });

  it('masks nothing twice', () => {
    const once = maskPersonalData('Call Margaret Whitfield at +44 20 7946 0958, a@b.example').text;
    expect(maskPersonalData(once).text).toBe(once);
  });

  it('does not replace inside a value it puts back', () => {
    const entities = [
      { type: 'SECRET' as const, placeholder: '[SECRET_1]', value: '[EMAIL_1]' },
      { type: 'EMAIL' as const, placeholder: '[EMAIL_1]', value: 'a@b.example' }
    ];
    expect(unmask('[SECRET_1] [EMAIL_1] [EMAIL_9]', entities)).toBe('[EMAIL_1] a@b.example [EMAIL_9]');
  });

  it('gives the text back for any text', () => {
    const random = seeded(20261123);
    const odd = [
      '[',
      ']',
      '[PERSON_1]',
      '[EMAIL_1',
      'IL_1]',
      '[[',
      '_1]',
      '\n',
      '\u202e',
      '😀',
      '$&',
      '$1',
      'a@b.example',
      '+49 40 1234567',
      '\ud83d'
    ];
    const pieces = () =>
      Array.from({ length: 1 + Math.floor(random() * 6) }, () => odd[Math.floor(random() * odd.length)]).join(random() < 0.5 ? ' ' : '');
    const texts = [...syntheticSentences(20_000, 3).map((sentence) => sentence.text), ...Array.from({ length: 80_000 }, pieces)];
    for (const original of texts) {
      let text = original;
      for (let times = Math.floor(random() * 4); times > 0; times -= 1) {
        const at = Math.floor(random() * (text.length + 1));
        text = text.slice(0, at) + odd[Math.floor(random() * odd.length)] + text.slice(at);
      }
      const masked = maskPersonalData(text, ENTITY_TYPES);
      expect(unmask(masked.text, masked.entities)).toBe(text);
      for (const { start, end, placeholder } of masked.spans) {
        expect(masked.entities.find((entity) => entity.placeholder === placeholder)?.value).toBe(text.slice(start, end));
      }
    }
  }, 120_000);

  it.each([
    'a'.repeat(100_000),
    '0 '.repeat(50_000),
    'a@'.repeat(50_000),
    'DE00 '.repeat(20_000),
    `${'a.'.repeat(50_000)}@`,
    'Ab, '.repeat(25_000),
    '\\u0041'.repeat(16_000),
    '-----BEGIN PRIVATE KEY-----'.repeat(3_700),
    '1-'.repeat(50_000),
    '['.repeat(100_000),
    '\n'.repeat(100_000),
    'password: '.repeat(10_000)
  ])(
    'comes to an end on a hostile text (%#)',
    (text) => {
      const masked = maskPersonalData(text, ENTITY_TYPES);
      expect(unmask(masked.text, masked.entities)).toBe(text);
    },
    20_000
  );
});
