import type { Random } from './random.ts';

const FIRST = [
  'Alder',
  'Bramble',
  'Cedar',
  'Dunmore',
  'Elm',
  'Falcon',
  'Granite',
  'Harbour',
  'Iron',
  'Juniper',
  'Kestrel',
  'Linden',
  'Marsh',
  'North',
  'Oak',
  'Pine',
  'Quarry',
  'River',
  'Stone',
  'Thistle',
  'Umber',
  'Vale',
  'Willow',
  'Yarrow',
  'Zephyr',
  'Amber',
  'Birch',
  'Copper',
  'Drift',
  'Ember'
];
const SECOND = ['moor', 'field', 'gate', 'wick', 'ridge', 'haven', 'brook', 'mere', 'stead', 'ford', 'crest', 'bank'];
const TRADES: Readonly<Record<string, readonly string[]>> = {
  Automotive: ['Motors', 'Components', 'Mobility'],
  Education: ['Academy', 'Learning Trust', 'University'],
  Energy: ['Power', 'Renewables', 'Grid'],
  'Financial Services': ['Bank', 'Insurance', 'Capital'],
  Government: ['County Council', 'Agency', 'City Services'],
  Healthcare: ['Clinics', 'Health', 'Diagnostics'],
  Hospitality: ['Hotels', 'Resorts', 'Catering'],
  Manufacturing: ['Works', 'Industries', 'Engineering'],
  Media: ['Press', 'Broadcast', 'Studios'],
  'Professional Services': ['Advisory', 'Partners', 'Consulting'],
  Retail: ['Stores', 'Markets', 'Outfitters'],
  Technology: ['Software', 'Networks', 'Data'],
  Telecommunications: ['Telecom', 'Fibre', 'Mobile'],
  Transportation: ['Logistics', 'Freight', 'Lines']
};
const PLACES: readonly { readonly country: string; readonly cities: readonly string[]; readonly form: string; readonly domain: string }[] =
  [
    { country: 'Germany', cities: ['Berlin', 'Hamburg', 'Köln', 'Stuttgart'], form: 'GmbH', domain: 'de' },
    { country: 'United Kingdom', cities: ['London', 'Leeds', 'Bristol', 'Glasgow'], form: 'Ltd', domain: 'uk' },
    { country: 'France', cities: ['Paris', 'Lyon', 'Nantes'], form: 'SAS', domain: 'fr' },
    { country: 'United States', cities: ['Boston', 'Denver', 'Austin', 'Seattle'], form: 'Inc.', domain: 'us' },
    { country: 'Spain', cities: ['Madrid', 'Valencia', 'Bilbao'], form: 'S.L.', domain: 'es' },
    { country: 'Ireland', cities: ['Dublin', 'Cork'], form: 'Ltd', domain: 'ie' }
  ];

const INDUSTRIES = Object.keys(TRADES);

export interface SampleCompany {
  readonly name: string;
  readonly domain: string;
  readonly country: string;
  readonly city: string;
  readonly industry: string;
  readonly employees: number;
}

/** An invented company; names may share words, as real ones do, but no two companies share a name. */
export function inventCompany(random: Random, taken: Set<string>, country?: string): SampleCompany {
  for (;;) {
    const industry = random.pick(INDUSTRIES);
    const place = PLACES.find((candidate) => candidate.country === country) ?? random.pick(PLACES);
    const stem = `${random.pick(FIRST)}${random.pick(SECOND)}`;
    const trade = random.pick(TRADES[industry] ?? []);
    const name = `${stem} ${trade} ${place.form}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return {
      name,
      // The reserved .example domain: nobody is ever written to or looked up.
      domain: `${stem}-${trade.replaceAll(' ', '-')}-${place.domain}.example`.toLowerCase(),
      country: place.country,
      city: random.pick(place.cities),
      industry,
      employees: Math.max(5, Math.round(random.skewed(220, 1.3)))
    };
  }
}
