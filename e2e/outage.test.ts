import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonaPage } from '@partner-portal-ai/local-org/browser';
import { type Behaviour, behaviours, type Observed } from './faulty-service.ts';
import { MANAGER, only, REP, registerDeal, type RunningProduct, runProduct, sweep, until } from './running-product.ts';

interface Deal {
  readonly Id: string;
  readonly Name: string;
  readonly Status__c: string;
  readonly AI_Status__c: string;
  readonly AI_Score__c: number | null;
  readonly AI_Recommended_Action__c: string | null;
}

const companyFor = (behaviour: Behaviour): string => `Outage ${behaviours.indexOf(behaviour)} Freight Ltd`;
const dealFor = (api: Connection, behaviour: Behaviour): Promise<Deal> =>
  only<Deal>(
    api,
    `SELECT Id, Name, Status__c, AI_Status__c, AI_Score__c, AI_Recommended_Action__c FROM Deal_Registration__c WHERE Prospect_Company__c = '${companyFor(behaviour)}'`
  );

/** Words that only a programmer or an operator should read. */
const TECHNICAL =
  /exception|stack|null|undefined|json|http|status \d|\b(401|429|500)\b|java|callout|timed out|connection|refused|inference service/i;

describe('a registration while the service misbehaves', () => {
  let running: RunningProduct;
  let faulty: ChildProcess;
  let partner: PersonaPage;

  const become = async (behaviour: Behaviour): Promise<Observed> => {
    faulty.send(behaviour);
    const [observed] = (await once(faulty, 'message')) as [Observed];
    return observed;
  };

  beforeAll(async () => {
    running = await runProduct({ calloutSeconds: 2 });
    const { port } = new URL(running.product.service.url);
    await running.product.service.stop();
    faulty = fork(fileURLToPath(new URL('faulty-service.ts', import.meta.url)), [port]);
    await once(faulty, 'message');
    partner = await running.signIn(REP);
  });
  afterAll(async () => {
    faulty?.kill();
    await running?.stop();
  });

  it.each(behaviours)('that %s is saved, says "not scored" and waits for a person', async (behaviour) => {
    const { api } = running;
    const { page, problems } = partner;
    await become(behaviour);
    await registerDeal(page, {
      company: companyFor(behaviour),
      country: 'Ireland',
      product: 'Services',
      amount: '9000',
      closeDate: '2027-02-01'
    });
    await page.locator('[data-id="working"]').waitFor({ state: 'detached', timeout: 15_000 });
    const shown = (await page.locator('main').textContent()) ?? '';
    expect(shown).toMatch(/In review/i);
    expect(shown).not.toMatch(TECHNICAL);
    expect((await page.locator('[data-id="next-step"]').textContent())?.trim()).toMatch(/^[A-Z].{20,}\.$/);
    expect(problems).toEqual([]);

    const deal = await dealFor(api, behaviour);
    expect(deal).toMatchObject({ Status__c: 'In Review', AI_Status__c: 'Not scored', AI_Score__c: null, AI_Recommended_Action__c: null });
    const approval = await only<{ Status: string }>(api, `SELECT Status FROM ProcessInstance WHERE TargetObjectId = '${deal.Id}'`);
    expect(approval.Status).toBe('Pending');
    const job = await only<{ Status__c: string; Last_Error__c: string; Next_Attempt_At__c: string }>(
      api,
      `SELECT Status__c, Last_Error__c, Next_Attempt_At__c FROM AI_Job__c WHERE Target_Id__c = '${deal.Id}'`
    );
    expect(job.Status__c).toBe('Failed');
    expect(job.Last_Error__c).toMatch(/inference service/i);
    const wait = (Date.parse(job.Next_Attempt_At__c) - Date.now()) / 60_000;
    if (behaviour === 'answers 429 with Retry-After') expect(wait).toBeGreaterThan(28);
    else expect(wait).toBeLessThan(3);
    expect(await api.query(`SELECT Id FROM AI_Recommendation__c WHERE Target_Id__c = '${deal.Id}'`)).toMatchObject({ totalSize: 0 });
  });

  it('was called once for each registration, and followed no redirect', async () => {
    const first = behaviours[0] as Behaviour;
    expect((await become(first)).requests).toEqual(['POST /v1/deals/score']);
    const failed = await running.api.query<{ Error__c: string }>(
      "SELECT Error__c FROM AI_Audit_Log__c WHERE Outcome__c = 'Failed' ORDER BY CreatedDate"
    );
    expect(failed.totalSize).toBe(behaviours.length);
    for (const { Error__c } of failed.records) expect(Error__c).toMatch(/inference service/i);
  });

  it('shows the manager why there is no score, and lets the manager decide without one', async () => {
    const { page, problems } = await running.signIn(MANAGER);
    const deal = await dealFor(running.api, 'answers 500');
    await page.goto(`${running.product.url}/lightning/r/Deal_Registration__c/${deal.Id}/view`);
    const card = page.locator('c-deal-score-card');
    await card
      .getByText(/not scored/i)
      .first()
      .waitFor();
    await card.getByRole('button', { name: 'Approve', exact: true }).waitFor();
    expect(await card.textContent()).not.toMatch(/java|Scoring\.java/);
    expect(problems).toEqual([]);
  });

  it('is scored exactly once by the sweeper when the service is back', async () => {
    const { api } = running;
    faulty.kill();
    await once(faulty, 'exit');
    await running.product.restartService();
    await sweep(api);
    await sweep(api);
    await until('every registration is scored', async () => {
      const open = await api.query(
        "SELECT Id FROM Deal_Registration__c WHERE Prospect_Company__c LIKE 'Outage %' AND AI_Status__c != 'Scored'"
      );
      return open.totalSize === 0;
    });
    for (const behaviour of behaviours) {
      const { Id, Status__c } = await dealFor(api, behaviour);
      expect(Status__c).toBe('In Review');
      expect(await api.query(`SELECT Id FROM AI_Recommendation__c WHERE Target_Id__c = '${Id}'`)).toMatchObject({ totalSize: 1 });
      expect(await api.query(`SELECT Id FROM AI_Audit_Log__c WHERE Target_Id__c = '${Id}' AND Outcome__c = 'Answered'`)).toMatchObject({
        totalSize: 1
      });
      expect(await api.query(`SELECT Id FROM ProcessInstance WHERE TargetObjectId = '${Id}'`)).toMatchObject({ totalSize: 1 });
      expect(await api.query(`SELECT Id FROM AI_Job__c WHERE Target_Id__c = '${Id}' AND Status__c = 'Done'`)).toMatchObject({
        totalSize: 1
      });
    }
  });
});
