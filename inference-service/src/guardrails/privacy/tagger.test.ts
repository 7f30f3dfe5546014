import { describe, expect, it } from 'vitest';
import { ORDINARY_TEXTS } from '../../../tests/fixtures/ordinary-texts.ts';
import { detect } from './detect.ts';
import { DEFAULT_TYPES } from './entities.ts';

const named = (text: string) => detect(text).map(({ type, start, end }) => `${type} ${text.slice(start, end)}`);

describe('names and places', () => {
  it.each([
    ['Hello, this is Margaret Whitfield from the finance team.', 'PERSON Margaret Whitfield'],
    ['Sehr geehrte Frau Oberhauser, anbei das Angebot.', 'PERSON Oberhauser'],
    ['Bonjour, je suis Amandine Peltier de la société Nordlicht SARL.', 'PERSON Amandine Peltier'],
    ['Nuestro contacto es Consuelo Barrientos, gracias.', 'PERSON Consuelo Barrientos'],
    ['The end customer is Brightwater Logistics GmbH.', 'ORGANISATION Brightwater Logistics GmbH'],
    ['We are opening an office in Rotterdam.', 'LOCATION Rotterdam'],
    ['Please ship it to 17 Marigold Lane, Bristol BS1 4QT.', 'ADDRESS 17 Marigold Lane, Bristol BS1 4QT'],
    ['Die Lieferung geht an Lindenstraße 12, 50674 Köln.', 'ADDRESS Lindenstraße 12, 50674 Köln'],
    ['Livrez à 8 rue des Tilleuls, 69003 Lyon.', 'ADDRESS 8 rue des Tilleuls, 69003 Lyon'],
    ['Mi dirección es Calle de Alcalá 45, 28014 Madrid.', 'ADDRESS Calle de Alcalá 45, 28014 Madrid']
  ])('finds "%s" → %s', (text, expected) => {
    expect(named(text)).toContain(expected);
  });

  it('leaves ordinary business texts nearly always as they are', () => {
    const touched = ORDINARY_TEXTS.filter(({ text }) => detect(text, DEFAULT_TYPES).length > 0);
    expect(touched.length / ORDINARY_TEXTS.length).toBeLessThanOrEqual(0.05);
  });

  it('gives findings in order, without overlap and inside the text', () => {
    for (const { text } of ORDINARY_TEXTS) {
      let last = 0;
      for (const { start, end } of detect(`${text} Ask Anna Schmidt, 12 High Street, Leeds, +44 20 7946 0958.`)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
    }
  });

  it('counts in UTF-16 code units', () => {
    const text = '😀😀 mail a@b.example';
    expect(detect(text)[0]).toMatchObject({ type: 'EMAIL', start: 10, end: 21 });
  });

  it('calls a German post-word a nationality only in a German text', () => {
    const types = (language: 'en' | 'de') => detect('He hit the Pole.', ['NATIONALITY'], language).length;
    expect([types('en'), types('de')]).toEqual([0, 1]);
  });
});
