import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OTHER_ORG, OTHER_TOKEN, startTestService, type TestService } from '../../../tests/service.ts';

const PLAYBOOK = {
  id: 'a1',
  title: 'Manufacturing playbook',
  summary: 'How to open a conversation with a plant manager',
  body: '# Discovery\n\nAsk which line stops most often and what an hour of downtime costs.\n\n# Pricing\n\nThe pilot costs nothing for thirty days.',
  language: 'en',
  facets: { kind: ['Playbook'], industry: ['Manufacturing'] },
  publishedOn: '2026-11-01',
  entitlement: {}
};
const GOLD_CARD = {
  id: 'item-gold',
  title: 'Battle card against Contoso',
  body: 'Contoso charges for every connector.',
  language: 'en',
  facets: { kind: ['Battle card'], competitor: ['Contoso'] },
  entitlement: { tiers: ['gold'] }
};

describe('enablement', () => {
  let service: TestService;
  const claims = { tiers: ['silver'], partnerTypes: null, countries: null, certifications: null, partners: null, internal: null };
  const search = (text: string, more: object = {}) =>
    service.request('POST', '/v1/content/search', { text, claims, most: 10, offset: 0, ...more });
  const recommend = (more: object = {}) =>
    service.request('POST', '/v1/content/recommend', { claims, needs: [], past: [], history: [], most: 10, ...more });

  beforeAll(async () => {
    service = await startTestService();
    const { body } = await service.request('POST', '/v1/content', { put: [PLAYBOOK, GOLD_CARD, { id: 'a3' }], remove: [] });
    expect(body.results.map(({ id, outcome }: { id: string; outcome: string }) => [id, outcome])).toEqual([
      ['a1', 'indexed'],
      ['item-gold', 'indexed'],
      ['a3', 'refused']
    ]);
  });
  afterAll(() => service.stop());

  it('names what is wrong with an item that it refuses', async () => {
    const { body } = await service.request('POST', '/v1/content', {
      put: [{ ...PLAYBOOK, entitlement: { planets: ['mars'] } }],
      remove: []
    });
    expect(body.results[0].outcome).toBe('refused');
    expect(body.results[0].reason).toMatch(/entitlement/);
  });

  it('finds the passage and says where its words stand', async () => {
    const { body } = await search('what does downtime cost');
    expect(body.hits[0].id).toBe('a1');
    expect(body.hits[0].passage).toContain('downtime');
    expect(body.hits[0].why.length).toBeGreaterThan(0);
  });

  it('keeps from a caller every trace of what the claims do not admit', async () => {
    for (const text of ['Contoso', 'battle card against contoso', 'connector', '']) {
      const { body } = await search(text, { answer: true });
      expect(JSON.stringify(body)).not.toMatch(/item-gold|connector|Contoso|Battle card/);
    }
    const { body } = await search('Contoso', { claims: { ...claims, tiers: ['gold'] } });
    expect(body.hits[0].id).toBe('item-gold');
    expect((await recommend()).body.items.map(({ id }: { id: string }) => id)).toEqual(['a1']);
  });

  it('knows nothing of what another org put in', async () => {
    const headers = { Authorization: `Bearer ${OTHER_TOKEN}`, 'X-Org-Id': OTHER_ORG };
    const { body } = await service.request(
      'POST',
      '/v1/content/search',
      { text: 'manufacturing', claims: { internal: true }, most: 10, offset: 0 },
      headers
    );
    expect(body.total).toBe(0);
  });

  it('recommends for a need, and the contributions sum to the score', async () => {
    const needs = [{ code: 'deal_industry', fact: 'Manufacturing', weight: 1, facet: 'industry', values: ['Manufacturing'] }];
    const [card] = (await recommend({ needs })).body.items;
    expect(card.reason).toMatchObject({ code: 'need', because: 'deal_industry', fact: 'Manufacturing' });
    expect(card.contributions.reduce((sum: number, { points }: { points: number }) => sum + points, 0)).toBe(card.score);
  });

  it('puts what the reader may not understand after what was seen again and again', async () => {
    const { id: _, ...german } = { ...PLAYBOOK, language: 'de', title: 'Leitfaden Fertigung' };
    await service.request('PUT', '/v1/content/g1', german);
    const past = [{ id: 'a1', shown: 9, opened: true, finished: false, dismissed: false }];
    expect((await recommend({ past, preferred: ['en'] })).body.items.map(({ id }: { id: string }) => id)).toEqual(['a1', 'g1']);
    await service.request('DELETE', '/v1/content/g1');
  });

  it('shows no more what was dismissed or finished', async () => {
    const past = [{ id: 'a1', shown: 1, opened: true, finished: false, dismissed: true }];
    expect((await recommend({ past })).body.items).toEqual([]);
  });

  it('pins and buries as an admin decided, and tells nobody by a facet', async () => {
    const pinned = { ...PLAYBOOK, id: 'p1', title: 'Welcome', pinned: true };
    const buried = { ...PLAYBOOK, id: 'b1', title: 'Old news', buried: true };
    await service.request('POST', '/v1/content', { put: [pinned, buried], remove: [] });
    const ids = (await recommend()).body.items.map(({ id }: { id: string }) => id);
    expect(ids[0]).toBe('p1');
    expect(ids).not.toContain('b1');
    expect(JSON.stringify((await search('playbook')).body.facets)).not.toContain('buried');
    await service.request('POST', '/v1/content', { put: [], remove: ['p1', 'b1'] });
    expect((await recommend()).body.items.map(({ id }: { id: string }) => id)).toEqual(['a1']);
  });

  it('puts, deletes and re-indexes one by one', async () => {
    const { id: _, ...body } = { ...PLAYBOOK, title: 'Zebra crossing' };
    expect((await service.request('PUT', '/v1/content/z1', body)).body.result.outcome).toBe('indexed');
    expect((await search('zebra')).body.total).toBe(1);
    await service.request('POST', '/v1/content/reindex', {});
    expect((await service.request('DELETE', '/v1/content/z1')).status).toBe(204);
    expect((await search('zebra')).body.total).toBe(0);
  });

  it('answers with sentences of what may be seen, or not at all', async () => {
    const { body } = await service.request('POST', '/v1/content/answer', { text: 'What does the pilot cost?', claims });
    for (const sentence of body.sentences) expect(PLAYBOOK.body).toContain(sentence.text);
    const other = await service.request('POST', '/v1/content/answer', { text: 'What does Contoso charge for every connector?', claims });
    expect(JSON.stringify(other.body)).not.toContain('connector');
  });
});
