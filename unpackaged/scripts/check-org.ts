/**
 * Looks at an org before anything is deployed, and again afterwards: what would fail half way, or be missed by nobody but a partner,
 * is said in sentences.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isWellFormedSender } from './sender.ts';
import { query, quoted, ROOT, sf, type Sf } from './sf.ts';

export interface Wishes {
  readonly org: string;
  readonly integrationUser: string;
  /** Null when the site is left out. */
  readonly siteSender: string | null;
}

interface Finding {
  readonly stops: boolean;
  readonly says: string;
}

const INTEGRATION_LICENCE = 'Salesforce Integration';
const API_LICENCE = 'SalesforceAPIIntegrationPsl';
const stop = (says: string): Finding => ({ stops: true, says });
const warn = (says: string): Finding => ({ stops: false, says });

export function before(wishes: Wishes, run: Sf = sf): Finding[] {
  return [...integrationUser(wishes, run), ...experiences(wishes, run), ...sender(wishes, run)];
}

/** A user of the integration licence gets no set with standard objects before the permission-set licence that goes with it. */
function integrationUser({ org, integrationUser: username }: Wishes, run: Sf): Finding[] {
  const rows = query<{ Id: string; IsActive: boolean; Profile: { UserLicense: { Name: string } } }>(
    run,
    org,
    `SELECT Id, IsActive, Profile.UserLicense.Name FROM User WHERE Username = ${quoted(username)}`
  );
  if ('problem' in rows) return [stop(`The org cannot be asked: ${rows.problem}`)];
  const user = rows.result[0];
  if (!user)
    return [
      stop(`There is no user ${username}. Make one with the licence Salesforce Integration, or Salesforce, and no other work to do.`)
    ];
  const findings: Finding[] = user.IsActive ? [] : [stop(`The user ${username} is not active.`)];
  if (user.Profile.UserLicense.Name !== INTEGRATION_LICENCE) return findings;
  const licences = query(
    run,
    org,
    `SELECT Id FROM PermissionSetLicenseAssign WHERE AssigneeId = ${quoted(user.Id)} AND PermissionSetLicense.DeveloperName = ${quoted(API_LICENCE)}`
  );
  if ('problem' in licences) return [...findings, stop(`The licences of ${username} cannot be read: ${licences.problem}`)];
  if (licences.result.length === 0)
    findings.push(
      stop(
        `${username} lacks the permission-set licence Salesforce API Integration: npx sf org assign permsetlicense --name ${API_LICENCE} --on-behalf-of ${username} --target-org ${org}`
      )
    );
  return findings;
}

/** Sharing sets and partner users exist with digital experiences only. */
function experiences({ org }: Wishes, run: Sf): Finding[] {
  const networks = query(run, org, 'SELECT Id FROM Network LIMIT 1');
  return 'problem' in networks ? [stop(`Digital experiences are off: Setup → Digital Experiences → Settings. (${networks.problem})`)] : [];
}

/** Mail from a domain nobody has verified is accepted and never delivered. */
function sender({ org, siteSender }: Wishes, run: Sf): Finding[] {
  if (siteSender === null) return [];
  if (!isWellFormedSender(siteSender)) return [stop(`${siteSender} cannot send for the site: it must be an address of a domain of yours.`)];
  const domain = siteSender.split('@')[1]!;
  const keys = query(run, org, `SELECT Id FROM EmailDomainKey WHERE Domain = ${quoted(domain)} AND IsActive = TRUE`);
  const addresses = query(run, org, `SELECT Id FROM OrgWideEmailAddress WHERE Address = ${quoted(siteSender)}`);
  const known = [keys, addresses].some((rows) => 'result' in rows && rows.result.length > 0);
  return known
    ? []
    : [
        warn(
          `Neither a DKIM key of ${domain} nor the organization-wide address ${siteSender} was found. Make one (Setup → DKIM Keys, or Organization-Wide Addresses), or the site's mail is not delivered.`
        )
      ];
}

/** Every background job is scheduled, whoever was to do it. */
export function after({ org }: Pick<Wishes, 'org'>, run: Sf = sf): Finding[] {
  const rows = query<{ CronJobDetail: { Name: string } }>(
    run,
    org,
    "SELECT CronJobDetail.Name FROM CronTrigger WHERE CronJobDetail.Name LIKE 'Partner Portal AI: %'"
  );
  if ('problem' in rows) return [stop(`The scheduled jobs cannot be read: ${rows.problem}`)];
  const kinds = registeredJobs();
  const names = rows.result.map((row) => row.CronJobDetail.Name);
  const missing = kinds.filter((kind) => !names.some((name) => name.startsWith(`Partner Portal AI: ${kind}`)));
  return missing.length === 0
    ? []
    : [stop(`Not scheduled: ${missing.join(', ')}. Partner AI Administration → health check → Schedule the background jobs.`)];
}

/** Labels of the jobs that the source tree registers. */
export function registeredJobs(root: string = ROOT): string[] {
  const folder = join(root, 'force-app');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?:^|[\\/])Background_Job\.\w+\.md-meta\.xml$/.test(path))
    .map((path) => /<label>([^<]+)<\/label>/.exec(readFileSync(join(folder, path), 'utf8'))?.[1])
    .filter((label) => label !== undefined);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      stage: { type: 'string', default: 'before' },
      'target-org': { type: 'string', default: '' },
      'integration-user': { type: 'string', default: '' },
      'site-sender': { type: 'string' }
    }
  });
  const wishes: Wishes = {
    org: values['target-org'],
    integrationUser: values['integration-user'],
    siteSender: values['site-sender'] ?? null
  };
  const findings = values.stage === 'after' ? after(wishes) : before(wishes);
  for (const finding of findings) (finding.stops ? console.error : console.warn)(`${finding.stops ? '✗' : '!'} ${finding.says}`);
  process.exitCode = findings.some((finding) => finding.stops) ? 1 : 0;
}
