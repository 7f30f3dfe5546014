import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenedOrg, openOrg } from '@partner-portal-ai/local-org';
import { administratorId, type Interleaved, interleave, withOrg } from '@partner-portal-ai/local-org/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../scripts/lib/run.ts';

const STORE = 'force-app/core/classes/AiJobStore.cls';
const DUE = `insert new AI_Job__c(Use_Case__c = 'Any', Idempotency_Key__c = 'key ' + Datetime.now().getTime(), Target_Id__c = 'x',
  Status__c = 'Pending', Next_Attempt_At__c = System.now().addMinutes(-1));`;
const MINE = DUE.replace("'Pending'", "'Running', Claim__c = 'mine', Started_At__c = System.now(), Attempts__c = 1");
const CLAIM = "String claim = AiJobStore.claim('Any', 10);";

/** Two runners of the outbox at the same time, on an org that is made for each attempt. */
function atOnce(project: string, prepare: string, first: string, second: string): Interleaved {
  const org: OpenedOrg = openOrg({ root: project, memory: true });
  try {
    const userId = withOrg(org, administratorId);
    interleave(org.platform, {
      first: { userId, run: `List<User> users = [SELECT Id FROM User LIMIT 1]; ${prepare}` },
      second: { userId, run: () => null },
      at: () => true
    });
    return interleave(org.platform, {
      first: { userId, run: first },
      second: { userId, run: second },
      at: (point) => point.kind === 'query' && /FROM\s+AI_Job__c/i.test(point.text)
    });
  } finally {
    org.close();
  }
}

describe('two runners of the outbox at once', () => {
  let withoutLocks: string;

  beforeAll(() => {
    withoutLocks = mkdtempSync(join(tmpdir(), 'partner-portal-mutant-'));
    for (const name of ['sfdx-project.json', 'force-app', 'unpackaged'])
      cpSync(join(root, name), join(withoutLocks, name), { recursive: true });
    const source = readFileSync(join(root, STORE), 'utf8');
    expect(source.match(/FOR UPDATE/g)?.length).toBeGreaterThanOrEqual(2);
    writeFileSync(join(withoutLocks, STORE), source.replaceAll('FOR UPDATE', ''));
  });
  afterAll(() => rmSync(withoutLocks, { recursive: true }));

  it('take a job once: the second waits and finds nothing left', () => {
    const { first, second, waited } = atOnce(root, DUE, `${CLAIM} Assert.isNotNull(claim);`, `${CLAIM} Assert.isNull(claim);`);
    expect([first.ok, second.ok, waited]).toEqual([true, true, true]);
  });

  it('would take it twice without the lock, so this would be noticed', () => {
    const { first, second, waited } = atOnce(withoutLocks, DUE, `${CLAIM} Assert.isNotNull(claim);`, `${CLAIM} Assert.isNotNull(claim);`);
    expect([first.ok, second.ok, waited]).toEqual([true, true, false]);
  });

  const SETTLE = "for (Id job : AiJobStore.lockHeldBy('mine')) update new AI_Job__c(Id = job, Status__c = 'Done');";
  const TAKE_OVER = "update new AI_Job__c(Id = [SELECT Id FROM AI_Job__c].Id, Claim__c = 'theirs');";

  it('settle only what they still hold: nobody takes a job over between the look and the answer', () => {
    const { first, second, waited } = atOnce(root, MINE, SETTLE, TAKE_OVER);
    expect([first.ok, second.ok, waited]).toEqual([true, true, true]);
  });

  it('would settle what another has taken without the lock', () => {
    const { first, second, waited } = atOnce(withoutLocks, MINE, SETTLE, TAKE_OVER);
    expect([first.ok, second.ok, waited]).toEqual([true, true, false]);
  });
});
