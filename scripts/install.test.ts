import { describe, expect, it } from 'vitest';
import { after, before, registeredJobs } from '../unpackaged/scripts/check-org.ts';
import { plan, readOptions, remaining, type Step } from '../unpackaged/scripts/install.ts';
import { publishSite, type Clock } from '../unpackaged/scripts/publish-site.ts';
import { isWellFormedSender } from '../unpackaged/scripts/sender.ts';
import { readAnswer, type Answer, type Sf } from '../unpackaged/scripts/sf.ts';
import { roleOf, setsOf } from '../unpackaged/scripts/roles.ts';
import { take } from '../unpackaged/scripts/steps.ts';

const NEEDED = ['--target-org', 'sandbox', '--integration-user', 'ai@acme.com', '--service-url', 'https://ai.acme.com'];
const ARGS = [...NEEDED, '--site-sender', 'portal@acme.com'];
const PREPARED = { abort: 'abort.apex', schedule: 'schedule.apex' };
const MANAGED = ['--package', '04t000000000001AAA', '--namespace', 'ppai'];
const planned = (...more: string[]): Step[] => plan(readOptions([...ARGS, ...more]), PREPARED);
const steps = (...more: string[]): string[] => planned(...more).map((step) => step.what);
/** The CLI, answering each query by the object it asks. */
const org = (answers: Readonly<Record<string, readonly object[] | string>>): Sf => {
  const answer: Sf = (args) => {
    const soql = args[args.indexOf('--query') + 1] ?? '';
    const found = answers[/FROM (\w+)/.exec(soql)?.[1] ?? ''] ?? [];
    return (typeof found === 'string' ? { problem: found } : { result: { records: found } }) as Answer<never>;
  };
  return answer;
};

describe('installing into a sandbox', () => {
  it('looks first, compiles the components before it deploys them, and brings what an approval needs before the approval', () => {
    const order = steps();
    const at = (part: string): number => order.findIndex((what) => what.includes(part));
    expect(at('Look at the org')).toBe(0);
    expect(at('Compile the components')).toBeLessThan(at('the package from source'));
    expect(at('review queue')).toBeLessThan(at('approval process'));
    expect(at('Deploy field updates')).toBeLessThan(order.indexOf('Deploy approval process'));
    expect(at('Assign')).toBeGreaterThan(at('permission sets for standard objects'));
  });

  it('publishes the site after everything a partner sees was deployed', () => {
    const order = steps();
    expect(order.indexOf('Publish the site')).toBeGreaterThan(order.indexOf('Deploy Experience Cloud site'));
    expect(remaining(readOptions(ARGS)).join('\n')).toContain('npm run publish:site');
  });

  it('takes the jobs off the schedule before it changes classes, on every path, and puts them back even when that fails', () => {
    for (const path of [[], ['--package', '04t000000000001AAA'], MANAGED]) {
      const order = steps(...path);
      const bring = order.findIndex((what) => /from source|Install the package/.test(what));
      expect(order.indexOf('Take the background jobs off the schedule')).toBeLessThan(bring);
      expect(order.at(-1)).toBe('Look whether every background job is scheduled');
    }
    const taken: string[] = [];
    take(planned(), (step) => (taken.push(step.what), step.what.includes('from source') ? 1 : 0));
    expect(taken).toContain('Schedule the background jobs');
    expect(taken).not.toContain('Deploy review queue');
  });

  it('leaves scheduling to the install handler where the classes of the package cannot be named', () => {
    expect(steps('--package', '04t000000000001AAA')).toContain('Schedule the background jobs');
    expect(steps(...MANAGED)).not.toContain('Schedule the background jobs');
  });

  it('calls a failed step a failure, whichever it is', () => {
    for (const failing of steps()) {
      const { failed, results } = take(planned(), (step) => (step.what === failing ? 1 : 0));
      expect(failed, failing).toBe(true);
      expect(results.join('\n')).not.toMatch(/skipped/i);
    }
  });

  it('installs a package version instead of source when one is named, and tells to set the address', () => {
    const options = readOptions([...ARGS, '--package', '04t000000000001AAA']);
    expect(plan(options, PREPARED).map((step) => step.what)).toContain('Install the package 04t000000000001AAA');
    expect(remaining(options).join('\n')).toContain('https://ai.acme.com');
  });

  it('assigns permission sets of a package under its namespace, and its own without', () => {
    const args = planned(...MANAGED).flatMap((step) => (step.what.startsWith('Assign') ? step.args : []));
    expect(args).toEqual(expect.arrayContaining(['ppai__Core_Integration', 'ppai__Deals_Integration', 'ppai__Core_Channel_Admin']));
    expect(args).toContain('Integration_Standard_Objects');
  });

  it('leaves the site out on request, and then asks for no sender', () => {
    const options = readOptions([...NEEDED, '--without-site']);
    const order = plan(options, PREPARED).map((step) => step.what);
    expect(order).not.toContain('Publish the site');
    expect(order).not.toContain('Deploy Experience Cloud site');
  });

  it.each([
    [[]],
    [['--target-org', 'sandbox']],
    [NEEDED],
    [[...NEEDED, '--site-sender', 'portal@example.com']],
    [[...ARGS, '--unknown']],
    [[...ARGS, '--namespace', 'ppai']],
    [['--target-org', 'x', '--integration-user', 'y', '--service-url', 'ftp://x']]
  ])('refuses %j with a sentence', (args) => {
    expect(() => readOptions(args as string[])).toThrow(/\w+ \w+/);
  });
});

describe('the sender of the site', () => {
  it.each(['portal@acme.com', 'no-reply@mail.acme.co.uk'])('may be %s', (address) => expect(isWellFormedSender(address)).toBe(true));
  it.each(['portal@example.com', 'me@gmail.com', 'a@b', 'a b@acme.com', 'x@acme.test', '"x"@acme.com', ''])('may not be %j', (address) =>
    expect(isWellFormedSender(address)).toBe(false)
  );
});

describe('looking at an org before installing', () => {
  const wishes = { org: 'sandbox', integrationUser: 'ai@acme.com', siteSender: 'portal@acme.com' };
  const user = (licence: string, active = true) => [{ Id: '005', IsActive: active, Profile: { UserLicense: { Name: licence } } }];
  const says = (answers: Parameters<typeof org>[0]) => before(wishes, org({ EmailDomainKey: [{}], ...answers }));

  it('has nothing to say when all is there', () => {
    expect(says({ User: user('Salesforce') })).toEqual([]);
    expect(says({ User: user('Salesforce Integration'), PermissionSetLicenseAssign: [{}] })).toEqual([]);
  });

  it('stops for a user that is missing, inactive, or lacks the licence its sets need', () => {
    expect(says({ User: [] })[0]?.stops).toBe(true);
    expect(says({ User: user('Salesforce', false) })[0]?.says).toContain('not active');
    expect(says({ User: user('Salesforce Integration') })[0]?.says).toContain('SalesforceAPIIntegrationPsl');
  });

  it('stops when digital experiences are off', () => {
    expect(says({ User: user('Salesforce'), Network: "sObject type 'Network' is not supported" })[0]?.says).toContain(
      'Digital experiences are off'
    );
  });

  it('warns of a domain whose mail nobody will get', () => {
    const [finding] = says({ User: user('Salesforce'), EmailDomainKey: [] });
    expect(finding).toMatchObject({ stops: false });
    expect(finding?.says).toContain('acme.com');
  });

  it('does not let a value end the text it stands in', () => {
    const asked: string[] = [];
    const listen: Sf = (args) => (asked.push(args.join(' ')), { problem: 'no' });
    before({ ...wishes, integrationUser: "x' OR Name != '" }, listen);
    expect(asked[0]).toContain("Username = 'x\\' OR Name != \\''");
  });
});

describe('roles of the product', () => {
  const sets = ['Core_Partner_Rep', 'Core_Partner_Admin', 'Deals_Partner_Rep', 'Deals_Channel_Manager', 'Deals_Channel_Operations'];

  it('are made of one permission set per domain, and of those they build on', () => {
    expect(setsOf('Partner_Rep', sets)).toEqual(['Core_Partner_Rep', 'Deals_Partner_Rep']);
    expect(setsOf('Partner_Admin', sets)).toEqual(['Core_Partner_Rep', 'Deals_Partner_Rep', 'Core_Partner_Admin']);
    expect(setsOf('Channel_Operations', sets)).toEqual(['Deals_Channel_Manager', 'Deals_Channel_Operations']);
  });

  it('wait for the first domain that brings a set', () => {
    expect(setsOf('Finance', sets)).toEqual([]);
    expect(() => setsOf('Manager_Of_Everything', sets)).toThrow('no role');
  });

  it('do not take a set whose name says no role', () => {
    expect(roleOf('Core_Everything')).toBeNull();
    expect(roleOf('Deals_Channel_Manager')).toBe('Channel_Manager');
  });
});

describe('looking whether every job is scheduled', () => {
  const names = (...labels: string[]) =>
    org({ CronTrigger: labels.map((label) => ({ CronJobDetail: { Name: `Partner Portal AI: ${label}` } })) });

  it('knows the jobs that the domains register', () => {
    expect(registeredJobs()).toEqual(expect.arrayContaining(['job sweeper', 'retention', 'deal protection']));
  });

  it('names those that are not', () => {
    expect(after({ org: 'sandbox' }, names(...registeredJobs()))).toEqual([]);
    const some = registeredJobs().filter((label) => label !== 'deal protection');
    expect(after({ org: 'sandbox' }, names(...some))[0]?.says).toContain('Not scheduled: deal protection.');
  });
});

describe('publishing the site', () => {
  const clock = (): Clock => {
    let now = 0;
    return { now: () => now, wait: (milliseconds) => Promise.resolve((now += milliseconds)) };
  };
  const publishing =
    (...states: (string | object)[]): Sf =>
    (args) => {
      if (args[0] === 'community') return { result: { jobId: '08P000000000001' } } as Answer<never>;
      const state = states.length > 1 ? states.shift()! : states[0]!;
      return { result: { records: [typeof state === 'string' ? { Status: state } : state] } } as Answer<never>;
    };

  it('waits until the site is live', async () => {
    expect(await publishSite('sandbox', 'Partner Portal', publishing('New', 'Running', 'Completed'), clock())).toBeNull();
  });

  it('says why it is not, when the org gives up', async () => {
    const failed = publishing('Running', { Status: 'Failed', Error: 'c:dealList does not compile' });
    expect(await publishSite('sandbox', 'Partner Portal', failed, clock())).toContain('c:dealList does not compile');
  });

  it('does not wait for ever', async () => {
    expect(await publishSite('sandbox', 'Partner Portal', publishing('Running'), clock())).toContain('15 minutes');
  });

  it('says so when there is no such site', async () => {
    expect(await publishSite('sandbox', 'Gone', () => ({ problem: 'The Gone site does not exist.' }), clock())).toBe(
      'The Gone site does not exist.'
    );
  });
});

describe('the answer of the Salesforce CLI', () => {
  it('is read behind whatever it printed before, and a failure keeps its sentence', () => {
    expect(readAnswer('Warning: old\n{"status":0,"result":{"a":1}}')).toEqual({ result: { a: 1 } });
    expect(readAnswer('{"status":1,"message":"No such org"}')).toEqual({ problem: 'No such org' });
    expect(readAnswer('segfault')).toMatchObject({ problem: expect.stringContaining('segfault') as string });
  });
});
