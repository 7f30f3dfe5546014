import { describe, expect, it } from 'vitest';
import { findProblem, type OutputRules } from './output-checks.ts';

const rules: OutputRules = {
  facts: '{"score":"71.4","message":"Thank you"}',
  forbiddenNames: ['rival corp', 'kestrel dynamics gmbh', 'müller bau'],
  forPartner: true,
  otherActions: ['Auto-approve', 'Reject as duplicate'],
  maxLength: 1_200
};

const HOSTILE: Record<string, string[]> = {
  'decisions in four languages': [
    'Your deal is approved.',
    'We have accepted it.',
    'It was rejected.',
    'We decline it.',
    'It is denied.',
    'It has been granted.',
    'We guarantee protection.',
    'We promise it.',
    'You have the green light.',
    'Your approval is on its way.',
    'Sie ist genehmigt.',
    'Die Genehmigung liegt vor.',
    'Ihre Registrierung wurde abgelehnt.',
    'Wir lehnen ab: Ablehnung.',
    'Sie ist freigegeben.',
    'Die Freigabe folgt.',
    'Das ist zugesagt.',
    'Sie wurde angenommen.',
    'Wir versprechen es.',
    'Der Schutz ist garantiert.',
    'Le dossier est approuvé.',
    'Nous approuvons.',
    'La demande est refusée.',
    'Elle est rejetée.',
    'Le refus est acté : refus.',
    'Elle est acceptée.',
    'La protection est garantie.',
    'Elle est validée.',
    'Su registro fue aprobado.',
    'Fue rechazada.',
    'Lo aceptamos.',
    'Está denegado.',
    'La protección está garantizada.',
    'Aprobación inmediata.',
    'Está autorizado.'
  ],
  'decisions in disguise': [
    'It is аpproved.',
    'It is ap\u200bproved.',
    'It is a p p r o v e d.',
    'It is a.p.p.r.o.v.e.d now',
    'It is ＡＰＰＲＯＶＥＤ.',
    'It is \u202eapproved\u202c.',
    'It is a\u00adccepted.',
    'It is rejécted.',
    'It is 𝐚𝐩𝐩𝐫𝐨𝐯𝐞𝐝.',
    'It is ⓖⓡⓐⓝⓣⓔⓓ.'
  ],
  'numbers as words and Roman numerals': [
    'The score is ninety-five.',
    'The score is ten.',
    'About fifteen points.',
    'A dozen points.',
    'A hundred.',
    'Fünfundneunzig Punkte.',
    'Zwölf Punkte.',
    'Siebzehn Punkte.',
    'Dreihundert Euro.',
    'Neunzig Prozent.',
    'Quatre-vingt-quinze points.',
    'Douze points.',
    'Quarante euros.',
    'Noventa puntos.',
    'Quince puntos.',
    'Veinticinco puntos.',
    'Doscientos euros.',
    'The score is XCV.',
    'The score is LXXI.',
    'Level IV of V.',
    'nine\u200bty points',
    'The score is n i n e t y.'
  ],
  numbers: [
    'The score is 95.',
    'The score is ٩٥.',
    'The score is ９５.',
    'The score is 9\u200b5.',
    'The score is ⑨⑤.',
    'The score is ⁹⁵.',
    'The score is 𝟗𝟓.'
  ],
  'addresses written any way': [
    'See evil.com',
    'See evil.museum',
    'See evil.berlin now',
    'See evil[.]pizza',
    'See evil(dot)zone',
    'See evil dot studio',
    'See evil . com',
    'See evil。jp',
    'See evil．shop',
    'See ev\u200bil.coffee',
    'See еvil.agency',
    'See evil.xn--p1ai',
    'See пример.рф',
    'Write to a@evil',
    'Write to anna (at) evil',
    'See hxxp://evil',
    'See https://evil.example',
    'See evil [punkt] berlin',
    'See evil.com/path'
  ],
  'other companies': [
    'Rival Corp was first.',
    'rival  corp',
    'RivalCorp was first.',
    'The rіval was first.',
    'Kestrel was first.',
    'KESTREL has it.',
    'kes\u200btrel has it.',
    'Kestrel-Dynamics has it.',
    'Muller Bau has it.',
    'Müller-Bau has it.',
    'K e s t r e l has it.'
  ],
  'other actions': ['Choose Auto approve.', 'Choose auto‑approve.', 'Choose autoapprove', 'Reject-as-duplicate it.'],
  markup: ['＜b＞bold', '<b>bold</b>', '[click](now)']
};

describe('hostile answers of a model', () => {
  const all = Object.entries(HOSTILE).flatMap(([kind, texts]) => texts.map((text) => [kind, text] as const));

  it('are at least a hundred', () => expect(all.length).toBeGreaterThanOrEqual(100));
  it.each(all)('%s: "%s" is not shown', (_, text) => expect(findProblem(text, rules)).toBeDefined());
});

describe('ordinary answers of a model', () => {
  it.each([
    'Thank you, your channel manager will look at your registration next.',
    'Hello,\nthank you for registering. One of our colleagues will be in touch.\nKind regards\nYour channel team',
    'Vielen Dank, wir sehen uns Ihre Registrierung an, z.B. die Region und das Produkt.',
    'Merci, votre responsable va regarder votre demande. Cordialement',
    'Gracias, su responsable revisará el registro. Un saludo',
    'Thank you.We will look at it, e.g. at the region.'.replace('.We', '. We')
  ])('"%s" is shown', (text) => expect(findProblem(text, rules)).toBeUndefined());
});
