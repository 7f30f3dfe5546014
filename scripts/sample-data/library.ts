import type { Connection } from '@jsforce/jsforce-node';
import { INDUSTRY_WORDS, type Language, LANGUAGES, type ProductWords, PRODUCT_WORDS, RIVALS, TEXTS } from './library-words.ts';

const BATCH = 50;
const DAY_MS = 86_400_000;

type Row = Record<string, string | number | boolean | null>;

/** The library of the sample org: items of our own, in four languages, for different readers. */
export function inventLibrary(now: Date): Row[] {
  const rows: Row[] = [];
  const add = (language: Language, row: Row): void => {
    rows.push({
      Status__c: 'Published',
      Language__c: language,
      // Spread over two years, the same at every run.
      Valid_From__c: new Date(now.getTime() - ((rows.length * 37) % 700) * DAY_MS).toISOString().slice(0, 10),
      ...row
    });
  };
  for (const language of LANGUAGES) {
    const texts = TEXTS[language];
    for (const product of PRODUCT_WORDS) {
      for (const kind of ['Playbook', 'Datasheet', 'FAQ', 'Training', 'Certification'] as const) {
        add(language, {
          Kind__c: kind,
          Products__c: product.name,
          ...texts[kind](wordsOf(product, language)),
          ...readersOf(kind, product)
        });
      }
    }
    for (const [industry, words] of Object.entries(INDUSTRY_WORDS)) {
      add(language, { Kind__c: 'Deck', Industries__c: industry, Sales_Stages__c: 'Discovery', ...texts.industry(words[language]) });
    }
    for (const rival of RIVALS) {
      add(language, {
        Kind__c: 'Battle card',
        Competitors__c: rival,
        Tiers__c: 'Silver\nGold\nPlatinum',
        Sales_Stages__c: 'Negotiation',
        ...texts.rival(rival)
      });
    }
    add(language, { Kind__c: 'Price list', Tiers__c: 'Gold\nPlatinum', ...texts.prices() });
    add(language, { Kind__c: 'Template', ...texts.template() });
  }
  add('en', {
    Kind__c: 'Deck',
    Internal_Only__c: true,
    Title__c: 'Partner margins by tier, for the channel team',
    Abstract__c: 'What each tier earns and where the floor is.',
    Body__c: '# Margins\n\nThis page is for colleagues only. It names the floor below which a discount needs a signature.'
  });
  return rows;
}

function readersOf(kind: string, { name }: ProductWords): Row {
  if (kind === 'Certification') return { Certification__c: `${name} Specialist`, Minutes__c: 90 };
  if (kind === 'Training') return { Minutes__c: 30 + name.length };
  if (kind === 'Playbook' && name === 'Services') return { Partner_Types__c: 'SI\nMSP' };
  return {};
}

const wordsOf = (product: ProductWords, language: Language) => ({
  name: product.name,
  does: product.does[language],
  asks: product.asks[language]
});

/** Saved as a content owner would: published, and so on their way to the index. */
export async function loadLibrary(connection: Connection, report: (line: string) => void): Promise<void> {
  const rows = inventLibrary(new Date());
  report(`${rows.length} items of the library`);
  for (let start = 0; start < rows.length; start += BATCH) {
    const results = await connection
      .sobject('Enablement_Content__c')
      .create(rows.slice(start, start + BATCH) as Row[], { allOrNone: true });
    const failed = results.find(({ success }) => !success);
    if (failed) throw new Error(`Enablement_Content__c: ${failed.errors.map((error) => error.message).join('; ')}`);
  }
}
