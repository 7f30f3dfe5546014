/**
 * Lines that programs often do not pay for, told by what they are called in four languages. Words that name the thing
 * itself, never a shop; a line is matched by whole words after accents are taken off.
 */
export type LineTopic = 'alcohol' | 'travel';

const WORDS: Record<LineTopic, readonly string[]> = {
  alcohol: [
    ...[
      'alcohol',
      'alcoholic',
      'beer',
      'beers',
      'lager',
      'ale',
      'cider',
      'wine',
      'wines',
      'champagne',
      'prosecco',
      'cava',
      'whisky',
      'whiskey'
    ],
    ...[
      'vodka',
      'gin',
      'rum',
      'cocktail',
      'cocktails',
      'liquor',
      'liqueur',
      'spirits',
      'brandy',
      'cognac',
      'tequila',
      'aperitif',
      'aperol'
    ],
    ...[
      'alkohol',
      'alkoholisch',
      'bier',
      'biere',
      'pils',
      'weizen',
      'weissbier',
      'wein',
      'weine',
      'rotwein',
      'weisswein',
      'sekt',
      'schnaps',
      'likor',
      'spirituosen'
    ],
    ...['alcool', 'alcoolise', 'alcoolises', 'vin', 'vins', 'rhum', 'cidre', 'digestif', 'spiritueux', 'mousseux'],
    ...['cerveza', 'cervezas', 'vino', 'vinos', 'ron', 'licor', 'licores', 'sidra', 'cava', 'bebidas alcoholicas']
  ],
  travel: [
    ...[
      'travel',
      'flight',
      'flights',
      'airfare',
      'airline',
      'hotel',
      'hotels',
      'accommodation',
      'lodging',
      'taxi',
      'cab',
      'train ticket',
      'rail ticket'
    ],
    ...['car rental', 'rental car', 'mileage', 'per diem', 'room night', 'room nights', 'parking', 'toll'],
    ...[
      'reise',
      'reisekosten',
      'flug',
      'fluge',
      'flugticket',
      'ubernachtung',
      'ubernachtungen',
      'bahnticket',
      'bahnfahrt',
      'fahrkarte',
      'mietwagen',
      'kilometergeld',
      'parkgebuhr'
    ],
    ...[
      'voyage',
      'deplacement',
      'deplacements',
      'vol',
      'vols',
      'billet de train',
      'billet d avion',
      'hebergement',
      'nuitee',
      'nuitees',
      'location de voiture',
      'peage'
    ],
    ...[
      'viaje',
      'viajes',
      'vuelo',
      'vuelos',
      'billete de tren',
      'billete de avion',
      'alojamiento',
      'hospedaje',
      'noche de hotel',
      'alquiler de coche',
      'peaje',
      'aparcamiento'
    ]
  ]
};

const patterns = Object.entries(WORDS).map(
  ([topic, words]) => [topic as LineTopic, new RegExp(`(?:^|\\s)(?:${words.join('|')})(?=\\s|$)`, 'u')] as const
);

export function topicOf(description: string | null | undefined): LineTopic | undefined {
  if (!description) return undefined;
  const plain = description
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ');
  return patterns.find(([, pattern]) => pattern.test(plain))?.[0];
}
