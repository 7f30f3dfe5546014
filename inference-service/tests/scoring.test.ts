import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scoreDealsResponseSchema } from '../src/capabilities/deal-scoring/contract.ts';
import { deal, failedWith, scored, sumInTenths, trainingRows } from './fixtures.ts';
import { otherOrg, startTestService, type TestService } from './service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.stop());

const rival = {
  ref: 'rival',
  kind: 'registration' as const,
  samePartner: false,
  status: 'Approved',
  name: 'NORDWIND LOGISTIK',
  domain: 'www.nordwind-logistik.example',
  country: 'DE',
  city: 'Hamburg'
};

describe('scoring', () => {
  it('answers 100 deals in order, each summing exactly to its score, in the shape of the contract', async () => {
    const deals = Array.from({ length: 100 }, (_, i) =>
      deal({ features: { amount: i * 1000 + 1, region: 'EMEA', budgetConfirmed: i % 2 === 0 } })
    );
    const response = await service.request('POST', '/v1/deals/score', { deals });
    const { results } = scoreDealsResponseSchema.parse(response.body);
    expect(results.map(({ key }) => key)).toEqual(deals.map(({ key }) => key));
    for (const result of results) {
      const one = scored(result);
      expect(sumInTenths(one)).toBe(Math.round(one.score * 10));
    }
  });

  it('takes nulls for everything optional, as Apex sends them', async () => {
    const nothing = { domain: null, country: null, state: null, city: null, street: null, postalCode: null, phone: null };
    const [result] = await service.score(
      [
        {
          key: 'nulls',
          features: {},
          prospect: { name: 'A', ...nothing },
          candidates: [{ ref: 'c', kind: 'lead', samePartner: null, status: null, registeredOn: null, name: 'B', ...nothing }],
          partner: {
            type: null,
            tier: null,
            verticals: null,
            certifications: null,
            territoryMatch: null,
            verticalMatch: null,
            history: { won: null, lost: null, open: null, wonSimilar: null, lostSimilar: null }
          },
          description: null,
          competitor: null
        }
      ],
      { modelId: null, locale: null, thresholds: { autoApprove: null, review: null, duplicateRisk: null } }
    );
    expect(scored(result).action).toBe('Request more info');
  });

  it('shows the conflict to the manager and names nobody to the partner', async () => {
    const [result] = await service.score([
      deal({ candidates: [{ ...rival, ref: 'holding', name: 'Nordwind Logistik Holding AG' }, rival] })
    ]);
    const { conflicts, explanation, subScores } = scored(result);
    expect(conflicts.map(({ ref }) => ref)).toContain('rival');
    expect(conflicts[0]?.evidence.length).toBeGreaterThan(0);
    expect(subScores.conflictRisk).toBeGreaterThan(50);
    expect(explanation.text).toContain('onflict');
    expect(`${explanation.partnerText}${explanation.replyDraft}`).not.toMatch(/Holding|rival|NORDWIND/);
  });

  it('answers in the language asked for', async () => {
    const [result] = await service.score([deal()], { locale: 'de_DE' });
    expect(scored(result).explanation.text).toContain('Die Bewertung ist');
  });

  it('scores with the active model of the org once there is one, and other orgs as before', async () => {
    const training = await service.request('POST', '/v1/deal-models/train', { rows: trainingRows() });
    expect(training.status).toBe(201);
    const [learned] = await service.score([deal()]);
    const [fresh] = await service.score([deal()], {}, otherOrg);
    expect(scored(learned).model).toMatchObject({ id: training.body.model.id, version: 1, kind: 'learned' });
    expect(scored(fresh).model).toMatchObject({ id: null, kind: 'baseline', note: 'no history yet' });
    const stolen = await service.request('POST', '/v1/deals/score', { deals: [deal()], modelId: training.body.model.id }, otherOrg);
    expect(stolen.status).toBe(404);
  });
});

describe('idempotency', () => {
  it('gives the stored answer to the same key and content, whatever the order of properties', async () => {
    const subject = deal();
    const [first] = await service.score([subject]);
    const [second] = await service.score([Object.fromEntries(Object.entries(subject).reverse())]);
    expect(second).toEqual(first);
    const { body: metrics } = await service.request('GET', '/metrics');
    expect(metrics).toMatch(/items_answered_total\{work="deals.score",outcome="replayed"\} [1-9]/);
  });

  it('refuses a used key with other content and leaves the stored answer', async () => {
    const subject = deal();
    const [first] = await service.score([subject]);
    const [changed] = await service.score([{ ...subject, features: { amount: 1 } }]);
    const [again] = await service.score([subject]);
    expect(failedWith(changed)).toBe('idempotency_conflict');
    expect(again).toEqual(first);
  });

  it('treats a key twice in one batch as one deal, and as a mistake with other content', async () => {
    const subject = deal();
    const [first, same, other] = await service.score([subject, subject, { ...subject, competitor: 'X' }]);
    expect(same).toEqual(first);
    expect(failedWith(other)).toBe('idempotency_conflict');
  });

  it('computes a deal once when ten requests race for it', async () => {
    const before = await countScored();
    const subject = deal();
    const answers = await Promise.all(Array.from({ length: 10 }, () => service.score([subject])));
    expect(new Set(answers.map((results) => JSON.stringify(results))).size).toBe(1);
    expect((await countScored()) - before).toBe(1);
  });

  it('answers overlapping batches in opposite order without a deadlock', async () => {
    const deals = Array.from({ length: 50 }, () => deal());
    const [forwards, backwards] = await Promise.all([service.score(deals), service.score([...deals].reverse())]);
    expect(backwards.reverse()).toEqual(forwards);
  });

  it('keeps the same key of two orgs apart', async () => {
    const subject = deal();
    await service.score([subject]);
    const [other] = await service.score([{ ...subject, features: { amount: 5 } }], {}, otherOrg);
    expect(other?.outcome).toBe('scored');
  });
});

async function countScored(): Promise<number> {
  const { body } = await service.request('GET', '/metrics');
  return Number(/items_answered_total\{work="deals.score",outcome="done"\} (\d+)/.exec(body as string)?.[1] ?? 0);
}

describe('hostile input', () => {
  it('fails the bad item and scores the others', async () => {
    const candidates = Array.from({ length: 10_000 }, (_, i) => ({ ref: `c${i}`, kind: 'lead', name: 'X' }));
    const results = await service.score([
      deal(),
      deal({ description: 'x'.repeat(2_000_000) }),
      { ...deal(), candidates },
      null,
      'text',
      { key: 'only a key' },
      { ...deal(), features: { amount: { nested: true } } },
      { ...deal(), features: Object.fromEntries(Array.from({ length: 61 }, (_, i) => [`f${i}`, 1])) },
      { ...deal(), features: { amount: 1e300 } },
      deal()
    ]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['scored', ...Array.from({ length: 8 }, () => 'failed'), 'scored']);
    for (const result of results.slice(1, 9)) expect(failedWith(result)).toBe('invalid_item');
    expect(results[1]).toMatchObject({ error: { message: expect.stringContaining('description') } });
    expect(results[2]).toMatchObject({ error: { message: expect.stringContaining('candidates') } });
    expect(results[3]).toMatchObject({ key: null });
    expect(results[5]).toMatchObject({ key: 'only a key' });
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses a feature named %s and pollutes nothing', async (name) => {
    const { key } = deal();
    const body = `{"deals":[{"key":"${key}","features":{"${name}":1},"prospect":{"name":"A"}}]}`;
    const response = await service.request('POST', '/v1/deals/score', body);
    expect(failedWith(response.body.results[0])).toBe('invalid_item');
  });

  it('finds __proto__ anywhere in an item', async () => {
    const body = `{"deals":[{"key":"polluting","features":{},"prospect":{"name":"A","__proto__":{"polluted":true}}}]}`;
    const response = await service.request('POST', '/v1/deals/score', body);
    expect(failedWith(response.body.results[0])).toBe('invalid_item');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('refuses numbers JSON cannot hold', async () => {
    for (const value of ['NaN', 'Infinity', '-']) {
      const response = await service.request(
        'POST',
        '/v1/deals/score',
        `{"deals":[{"key":"k","features":{"amount":${value}},"prospect":{"name":"A"}}]}`
      );
      expect(response.body.code).toBe('invalid_json');
    }
    const huge = await service.request(
      'POST',
      '/v1/deals/score',
      '{"deals":[{"key":"k","features":{"amount":1e999},"prospect":{"name":"A"}}]}'
    );
    expect(failedWith(huge.body.results[0])).toBe('invalid_item');
  });

  it('survives deep nesting', async () => {
    const response = await service.request('POST', '/v1/deals/score', `{"deals":[${'['.repeat(200_000)}${']'.repeat(200_000)}]}`);
    expect([response.status, response.body.code]).toEqual([400, 'invalid_json']);
    const escaped = await service.request('POST', '/v1/deals/score', `{"deals":[${'['.repeat(200_000)}"\\u0000"${']'.repeat(200_000)}]}`);
    expect([escaped.status, escaped.body.code]).toEqual([400, 'invalid_json']);
  });

  it('takes NUL characters, HTML and direction marks as text and gives back none of the dangerous characters', async () => {
    const [result] = await service.score([
      deal({
        prospect: { name: 'A\u0000cme <script>alert(1)</script>\u202e', domain: '\u0000' },
        description: '\u0000<img src=x onerror=alert(1)>',
        features: { amount: 5, 'region\u00e9': '<b>EMEA</b>\u0000', region: 'EM\u202eEA' },
        competitor: '=HYPERLINK("http://evil")'
      })
    ]);
    const text = JSON.stringify(scored(result));
    expect(text).not.toMatch(/\\u0000|\u202e/);
    expect(scored(result).explanation.partnerText).not.toContain('evil');
  });

  it.each([-1, 0, 1, 1e15, -1e15, 1.5e-300])('scores an amount of %s between 0 and 100', async (amount) => {
    const [result] = await service.score([deal({ features: { amount } })]);
    expect(scored(result).score).toBeGreaterThanOrEqual(0);
    expect(scored(result).score).toBeLessThanOrEqual(100);
    if (amount <= 0) expect(scored(result).missing).toContain('amount');
  });

  it('takes a date in 1900 and refuses one that is none', async () => {
    const old = deal({ features: { closeDate: '1900-01-01' }, candidates: [{ ...rival, registeredOn: '1900-01-01' }] });
    const wrong = { ...deal(), candidates: [{ ...rival, registeredOn: '2026-02-31' }] };
    const results = await service.score([old, wrong]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['scored', 'failed']);
  });

  it('refuses candidates that cannot be told apart', async () => {
    const [result] = await service.score([deal({ candidates: [rival, rival] })]);
    expect(failedWith(result)).toBe('invalid_item');
  });
});

it('takes a full batch: 100 deals with 200 candidates each', async () => {
  const address = {
    country: 'Germany',
    state: 'Hamburg',
    city: 'Hamburg',
    street: 'Am Sandtorkai 1',
    postalCode: '20457',
    phone: '+49 40 1234567'
  };
  const candidates = Array.from({ length: 200 }, (_, i) => ({
    ref: `c${i}`,
    kind: 'account' as const,
    samePartner: false,
    status: 'Active',
    registeredOn: '2026-08-01',
    name: `Company Number ${i} Handelsgesellschaft mbH`,
    domain: `www.company-number-${i}.example`,
    ...address
  }));
  const results = await service.score(Array.from({ length: 100 }, () => deal({ candidates })));
  expect(results.every(({ outcome }) => outcome === 'scored')).toBe(true);
});
