import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TransactionUse, watchTransactions } from '@partner-portal-ai/local-org';
import { inventCompany } from '../scripts/sample-data/companies.ts';
import { Random } from '../scripts/sample-data/random.ts';
import { type RunningProduct, runProduct, until } from './running-product.ts';

const COUNT = 200;
const SCORING_REQUESTS = /^http_request_duration_seconds_count\{method="POST",route="\/v1\/deals\/score",status="(\d+)"\} (\d+)$/gm;

/** Scoring requests that reached the service, by status; the service counts them, not the org. */
async function scoringRequests(url: string): Promise<Map<string, number>> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return new Map([...text.matchAll(SCORING_REQUESTS)].map(([, status, count]) => [status as string, Number(count)]));
}

describe('two hundred registrations at once', () => {
  let running: RunningProduct;
  const used: TransactionUse[] = [];
  let seconds: number;

  const count = async (query: string): Promise<number> => (await running.api.query(query)).totalSize;
  const BULK = "Prospect_City__c = 'Bulkhausen'";
  const TARGETS = `SELECT Id FROM Deal_Registration__c WHERE ${BULK}`;

  beforeAll(async () => {
    const random = new Random(200);
    const taken = new Set<string>();
    const companies = Array.from({ length: COUNT }, () => inventCompany(random, taken, 'Germany'));
    running = await runProduct();
    watchTransactions(running.product.org, (use) => used.push(use));
    const [partner] = (await running.api.query<{ Id: string }>("SELECT Id FROM Partner__c WHERE Name = 'Nordwind IT'")).records;
    const started = performance.now();
    const results = await running.api.sobject('Deal_Registration__c').create(
      Array.from({ length: COUNT }, (_, index) => ({
        // Every tenth company is registered twice: the batch conflicts with itself.
        Prospect_Company__c: companies[index % 10 === 9 ? index - 1 : index]?.name,
        Prospect_Domain__c: companies[index]?.domain,
        Prospect_City__c: 'Bulkhausen',
        Prospect_Country__c: 'Germany',
        Product__c: 'Analytics',
        Industry__c: 'Manufacturing',
        Amount__c: 10_000 + index * 1000,
        Close_Date__c: '2027-03-01',
        Description__c: 'They want one view of their orders before the next peak season.',
        Partner__c: partner?.Id,
        Status__c: 'Submitted'
      })),
      { allOrNone: true }
    );
    expect(results.filter((result) => result.success)).toHaveLength(COUNT);
    await until('every registration is scored', async () => (await count(`${TARGETS} AND AI_Status__c = 'Scored'`)) === COUNT, 60_000);
    seconds = (performance.now() - started) / 1000;
  });
  afterAll(() => running?.stop());

  it('take at most two callouts, all of them answered', async () => {
    // The service was started for this file: it has counted nothing else.
    const requests = await scoringRequests(running.product.service.url);
    expect([...requests.keys()]).toEqual(['200']);
    expect(requests.get('200')).toBeGreaterThanOrEqual(1);
    expect(requests.get('200')).toBeLessThanOrEqual(2);
    expect(used.reduce((sum, { limits }) => sum + limits.callouts, 0)).toBe(requests.get('200'));
  });

  it('end every job at the first attempt, with everything that belongs to a score', async () => {
    const jobs = `SELECT Id FROM AI_Job__c WHERE Target_Id__c IN (${(await ids()).join(',')})`;
    expect(await count(`${jobs} AND Status__c = 'Done' AND Attempts__c = 1`)).toBe(COUNT);
    expect(await count(jobs)).toBe(COUNT);
    const notes = (await running.api.query<{ Last_Error__c: string | null }>(jobs.replace('Id', 'Last_Error__c'))).records;
    expect(notes.filter((job) => job.Last_Error__c !== null)).toEqual([]);
    expect(
      await count(
        `${TARGETS} AND AI_Score__c >= 0 AND AI_Score__c <= 100 AND AI_Confidence__c != null AND AI_Recommended_Action__c != null AND AI_Scored_At__c != null`
      )
    ).toBe(COUNT);
    expect(await count(`${TARGETS} AND Status__c = 'In Review'`)).toBe(COUNT);
    expect(await count(`SELECT Id FROM AI_Recommendation__c WHERE Deal_Registration__r.${BULK}`)).toBe(COUNT);
    expect(
      await count(`SELECT Id FROM AI_Audit_Log__c WHERE Outcome__c = 'Answered' AND Target_Id__c IN (${(await ids()).join(',')})`)
    ).toBe(COUNT);
    expect(await count(`SELECT Id FROM Task WHERE IsClosed = true AND WhatId IN (${(await ids()).join(',')})`)).toBe(COUNT);
    expect(await count(`SELECT Id FROM ProcessInstance WHERE Status = 'Pending' AND TargetObjectId IN (${(await ids()).join(',')})`)).toBe(
      COUNT
    );
    expect(await count("SELECT Id FROM AsyncApexJob WHERE Status NOT IN ('Completed', 'Queued')")).toBe(0);
  });

  it('stay within every governor limit', () => {
    const figures = Object.keys(used[0]?.limits ?? {}) as (keyof TransactionUse['limits'])[];
    const rows = figures.map((figure) => {
      const worst = used.reduce((most, each) =>
        each.limits[figure] / each.caps[figure] > most.limits[figure] / most.caps[figure] ? each : most
      );
      return { figure, used: worst.limits[figure], allowed: worst.caps[figure], transaction: worst.quiddity };
    });
    console.log(
      `${COUNT} registrations saved and scored in ${seconds.toFixed(1)} s; the most that one of ${used.length} transactions used:`
    );
    console.table(rows.filter((row) => row.used > 0));
    for (const row of rows) if (row.used > 0) expect.soft(row.used, row.figure).toBeLessThanOrEqual(row.allowed);
    expect(rows.find((row) => row.figure === 'queries')?.used).toBeGreaterThan(0);
  });

  async function ids(): Promise<string[]> {
    return (await running.api.query<{ Id: string }>(TARGETS)).records.map(({ Id }) => `'${Id}'`);
  }
});
