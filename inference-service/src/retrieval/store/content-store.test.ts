import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startPostgres } from '../../../tests/postgres.ts';
import { openDatabase, type Database } from '../../storage/database.ts';
import { item } from '../fixtures.ts';
import { search } from '../search/search.ts';
import { decode, encode } from './encode.ts';
import { openContentStore, type ContentStore } from './content-store.ts';
import { analyse } from '../index/analysed.ts';

const find = async (store: ContentStore, org: string, text: string): Promise<string[]> => {
  const { index, synonyms } = await store.open(org);
  return search(index, { text, claims: { internal: true } }, synonyms).hits.map(({ id }) => id);
};

function behaves(open: () => Promise<Database>): void {
  it('finds what was put, per org, and says of each item what became of it', async () => {
    const database = await open();
    const store = openContentStore(database);
    const bad = item('bad', 'Bad', 'x', { entitlement: { region: ['EMEA'] } as never });
    expect(await store.put('org-a', [item('1', 'Pricing guide', 'Discounts for gold'), bad])).toEqual([
      { id: '1', outcome: 'indexed' },
      { id: 'bad', outcome: 'refused', reason: expect.stringContaining('region') as string }
    ]);
    expect(await store.put('org-a', [item('1', 'Pricing guide', 'Discounts for gold')])).toEqual([{ id: '1', outcome: 'unchanged' }]);
    expect(await find(store, 'org-a', 'discount')).toEqual(['1']);
    expect(await find(store, 'org-b', 'discount')).toEqual([]);
    expect(await store.delete('org-b', '1')).toBe(false);
    expect(await store.delete('org-a', '1')).toBe(true);
    expect(await find(store, 'org-a', 'discount')).toEqual([]);
    await store.put('org-a', [item('1', 'Pricing guide', 'Discounts for gold')]);
    expect(await find(store, 'org-a', 'discount')).toEqual(['1']);
    await database.close();
  });

  it('keeps the synonyms of an org', async () => {
    const database = await open();
    const store = openContentStore(database);
    await store.put('org-s', [item('1', 'Pricing guide', 'Discounts')]);
    await store.setSynonyms('org-s', [{ words: ['rebate', 'discount'] }]);
    expect(await find(store, 'org-s', 'rebates')).toEqual(['1']);
    expect(await store.synonymRules('org-s')).toEqual([{ words: ['rebate', 'discount'] }]);
    await store.setSynonyms('org-s', []);
    expect(await find(store, 'org-s', 'rebates')).toEqual([]);
    await database.close();
  });

  it('cuts everything into words again when asked, and says how far it is', async () => {
    const database = await open();
    const store = openContentStore(database);
    await store.put(
      'org-r',
      Array.from({ length: 120 }, (_, i) => item(`i${i}`, `Title ${i}`, 'Common words'))
    );
    const progress: string[] = [];
    expect(await store.reindex('org-r', (done, all) => progress.push(`${done}/${all}`))).toBe(120);
    expect(progress).toEqual(['50/120', '100/120', '120/120']);
    expect((await store.status('org-r')).items).toBe(120);
    await database.close();
  });
}

describe('the store on SQLite', () => {
  behaves(() => openDatabase({}));

  it('restores an index after a restart as it was, without cutting texts into words again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'retrieval-'));
    try {
      const before = await openDatabase({ folder });
      const first = openContentStore(before);
      await first.put('org', [
        item('1', 'Preisliste', 'E-Mail an den Vertrieb, gültig ab März', { date: '2026-01-01' }),
        item('2', 'Gone', 'Gone')
      ]);
      await first.delete('org', '2');
      const asked = { text: 'email preis', claims: {}, facets: ['language'] };
      const answer = search((await first.open('org')).index, asked);
      await before.close();
      const after = await openDatabase({ folder });
      const second = openContentStore(after);
      expect(search((await second.open('org')).index, asked)).toEqual(answer);
      expect(answer.hits).toHaveLength(1);
      await after.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('reads an item that another version of the analysis has cut by cutting it again', () => {
    const text = encode(analyse(item('1', 'A-B', 'c d-e')));
    expect(decode(text).analysed).toEqual(analyse(item('1', 'A-B', 'c d-e')));
    expect(decode(text.replace('"version":1', '"version":0'))).toEqual({ item: item('1', 'A-B', 'c d-e') });
  });
});

const postgres = await startPostgres();

describe('the store on PostgreSQL', () => {
  if ('skipped' in postgres) {
    it.skip(postgres.skipped, () => undefined);
    return;
  }
  afterAll(() => postgres.stop());
  behaves(() => openDatabase({ url: postgres.url }));

  it('shows a change to every replica, and to one that starts later or was away', async () => {
    const [a, b] = await Promise.all([openDatabase({ url: postgres.url }), openDatabase({ url: postgres.url })]);
    const one = openContentStore(a, { freshMs: 0 });
    const two = openContentStore(b, { freshMs: 200 });
    expect(await find(two, 'org-2', 'discount')).toEqual([]);
    await one.put('org-2', [item('1', 'Pricing guide', 'Discounts')]);
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(await find(two, 'org-2', 'discount')).toEqual(['1']);
    await Promise.all([
      one.put(
        'org-2',
        Array.from({ length: 30 }, (_, i) => item(`a${i}`, 'Discounts', 'x'))
      ),
      two.put(
        'org-2',
        Array.from({ length: 30 }, (_, i) => item(`b${i}`, 'Discounts', 'x'))
      )
    ]);
    await one.delete('org-2', '1');
    const three = openContentStore(b);
    for (const store of [one, two, three]) {
      await store.catchUp();
      expect((await store.status('org-2')).items).toBe(60);
    }
    await Promise.all([a.close(), b.close()]);
  });
});
