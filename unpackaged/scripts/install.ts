/**
 * Brings the package and everything a managed package cannot carry into an org, in the order in which it works, and says what it
 * did. Needs the Salesforce CLI of this repository and an org it is logged in to.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { SITE } from './publish-site.ts';
import { readFiles, render, writeProject } from './render.ts';
import { isWellFormedSender } from './sender.ts';
import { ROOT, SF } from './sf.ts';
import { setsOf } from './roles.ts';
import { take, type AnyStep, type Outcome } from './steps.ts';

const USAGE = `Usage: npm run install:sandbox -- --target-org ALIAS --integration-user USERNAME --service-url URL --site-sender ADDRESS [options]

  --target-org ALIAS           org the Salesforce CLI is logged in to
  --integration-user USERNAME  user that calls the inference service; gets the integration permission sets
  --admin-user USERNAME        user that runs the health check; gets the admin permission sets (default: the CLI's user)
  --service-url URL            address of the inference service (https)
  --site-sender ADDRESS        address the site's mail comes from, of a domain you can verify
  --package ID                 install this package version (04t…) instead of deploying from source
  --namespace NAME             namespace of that package version, when it has one
  --without-site               leave the Experience Cloud site out; --site-sender is then not needed
  --dry-run                    say what would be done, and do nothing`;

const TOOLS = {
  sf: SF,
  tsc: join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'),
  'check-org': join(ROOT, 'unpackaged', 'scripts', 'check-org.ts'),
  'publish-site': join(ROOT, 'unpackaged', 'scripts', 'publish-site.ts')
} as const;
/** Set by set: what the CLI assigns is a permission set, not a group. */
const INTEGRATION_SETS = [...setsOf('Integration'), 'Integration_Standard_Objects'];
const ADMIN_SETS = [
  ...setsOf('Channel_Admin'),
  'Channel_Admin_Standard_Objects',
  ...setsOf('Channel_Manager'),
  'Channel_Manager_Standard_Objects'
];
/** One after the other: each may name what came before it. */
const UNPACKAGED = [
  { folder: 'permissionsets', what: 'permission sets for standard objects' },
  { folder: 'queues', what: 'review queue' },
  { folder: 'workflows', what: 'field updates of the approval process' },
  { folder: 'approvalProcesses', what: 'approval process' },
  { folder: 'email', what: 'email template' },
  { folder: 'platformEventSubscriberConfigs', what: 'user the AI work runs as' },
  { folder: 'sharingSets', what: 'sharing set for partner users' }
];
/** Names no class, so that it works before the package is there and beside one with a namespace. */
const ABORT = `for (CronTrigger job : [SELECT Id FROM CronTrigger WHERE CronJobDetail.Name LIKE 'Partner Portal AI: %']) {
    System.abortJob(job.Id);
}`;
const SCHEDULE = 'BackgroundJobs.schedule();';

export interface Options {
  targetOrg: string;
  integrationUser: string;
  adminUser: string | null;
  serviceUrl: string;
  siteSender: string | null;
  packageId: string | null;
  namespace: string;
  withSite: boolean;
  dryRun: boolean;
}

export interface Step extends AnyStep {
  readonly tool: keyof typeof TOOLS;
  /** Deploys what was rendered for this org, from the project it was written to. */
  readonly rendered?: boolean;
}

/** Files the plan refers to, written before its first step. */
export interface Prepared {
  readonly abort: string;
  readonly schedule: string;
}

class UsageError extends Error {}

export function readOptions(args: readonly string[]): Options {
  const { values } = parse(args);
  const required = (name: 'target-org' | 'integration-user' | 'service-url'): string => {
    const value = values[name];
    if (!value) throw new UsageError(`--${name} is missing`);
    return value;
  };
  const serviceUrl = required('service-url').replace(/\/+$/, '');
  if (!URL.canParse(serviceUrl) || new URL(serviceUrl).protocol !== 'https:')
    throw new UsageError('--service-url must be an https address');
  const packageId = values.package ?? null;
  if (packageId !== null && !/^04t[A-Za-z0-9]{12,15}$/.test(packageId))
    throw new UsageError('--package must be the id of a package version (04t…)');
  const namespace = values.namespace ?? '';
  if (namespace !== '' && !/^[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*$/.test(namespace))
    throw new UsageError('--namespace must be the namespace of a package');
  if (namespace !== '' && packageId === null) throw new UsageError('--namespace goes with --package');
  const withSite = values['without-site'] !== true;
  const siteSender = values['site-sender'] ?? null;
  if (withSite && siteSender === null) throw new UsageError('--site-sender is missing: partners get the mail of the site from it');
  if (siteSender !== null && !isWellFormedSender(siteSender))
    throw new UsageError('--site-sender must be an address of a domain that you can verify');
  return {
    targetOrg: required('target-org'),
    integrationUser: required('integration-user'),
    adminUser: values['admin-user'] ?? null,
    serviceUrl,
    siteSender: withSite ? siteSender : null,
    packageId,
    namespace,
    withSite,
    dryRun: values['dry-run'] === true
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        'target-org': { type: 'string' },
        'integration-user': { type: 'string' },
        'admin-user': { type: 'string' },
        'service-url': { type: 'string' },
        'site-sender': { type: 'string' },
        package: { type: 'string' },
        namespace: { type: 'string' },
        'without-site': { type: 'boolean' },
        'dry-run': { type: 'boolean' }
      }
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** What to do, in order. A step that fails ends the rest, except what puts something back. */
export function plan(options: Options, prepared: Prepared): Step[] {
  const org = ['--target-org', options.targetOrg];
  const apex = (what: string, file: string, always = false): Step => ({
    what,
    tool: 'sf',
    args: ['apex', 'run', '--file', file, ...org],
    ...(always ? { always } : {})
  });
  const deploy = (path: string, what: string, rendered: boolean): Step => ({
    what: `Deploy ${what}`,
    tool: 'sf',
    args: ['project', 'deploy', 'start', '--source-dir', path, '--ignore-conflicts', '--wait', '60', ...org],
    rendered
  });
  const prefix = options.namespace === '' ? '' : `${options.namespace}__`;
  const assign = (sets: readonly string[], user: string | null): Step => ({
    what: `Assign ${sets.join(', ')} to ${user ?? 'the user of the CLI'}`,
    tool: 'sf',
    args: [
      'org',
      'assign',
      'permset',
      // The sets for standard objects are not in the package, so they carry no prefix.
      ...sets.flatMap((name) => ['--name', name.endsWith('Standard_Objects') ? name : prefix + name]),
      ...(user === null ? [] : ['--on-behalf-of', user]),
      ...org
    ]
  });
  const bring: Step[] =
    options.packageId === null
      ? [
          // Components are written in TypeScript; what deploys is the JavaScript beside it.
          { what: 'Compile the components', tool: 'tsc', args: ['-p', 'tsconfig.lwc.json'] },
          deploy('force-app', 'the package from source', false)
        ]
      : [
          {
            what: `Install the package ${options.packageId}`,
            tool: 'sf',
            args: ['package', 'install', '--package', options.packageId, '--wait', '60', '--no-prompt', ...org]
          }
        ];
  const sender = options.siteSender === null ? [] : ['--site-sender', options.siteSender];
  return [
    { what: 'Look at the org', tool: 'check-org', args: ['--integration-user', options.integrationUser, ...sender, ...org] },
    // An org refuses to change a class while a job of it is scheduled: an upgrade takes the jobs away and puts them back.
    apex('Take the background jobs off the schedule', prepared.abort),
    ...bring,
    // The install handler does it where there is a namespace: nobody outside may call the package's classes then.
    ...(options.namespace === '' ? [apex('Schedule the background jobs', prepared.schedule, true)] : []),
    ...UNPACKAGED.map(({ folder, what }) => deploy(`unpackaged/${folder}`, what, true)),
    ...(options.withSite ? [deploy('unpackaged/site', 'Experience Cloud site', true)] : []),
    assign(INTEGRATION_SETS, options.integrationUser),
    assign(ADMIN_SETS, options.adminUser),
    ...(options.withSite ? [{ what: 'Publish the site', tool: 'publish-site' as const, args: ['--name', SITE, ...org] }] : []),
    { what: 'Look whether every background job is scheduled', tool: 'check-org', args: ['--stage', 'after', ...org] }
  ];
}

/** The rest cannot be deployed: a secret never is, and people choose people. */
export function remaining(options: Options): string[] {
  return [
    'Setup → Named Credentials → External Credentials → Inference Service → principal Package: add the parameter Token with the key of this org.',
    ...(options.packageId === null ? [] : [`Setup → Named Credentials → Inference Service: set the URL to ${options.serviceUrl}.`]),
    ...(options.siteSender === null
      ? []
      : [
          `Answer the mail that Salesforce sends to ${options.siteSender}, and see that its domain has a DKIM key: until then the site's mail is not delivered.`
        ]),
    'Setup → Queues → Deal Review: add your channel managers as members.',
    'Setup → Permission Set Groups: assign Channel Manager to your channel managers, with the permission set Channel Manager: Standard Objects; Partner Rep to your partner users; Governance Reviewer to whoever reviews the AI.',
    'Set Active, Account and Channel Manager on each Partner record.',
    'Open the AI Health page and follow the rows that are not green.',
    ...(options.withSite
      ? [`After every later change of a component or of the site: npm run publish:site -- --target-org ${options.targetOrg}`]
      : [])
  ];
}

function run(options: Options): number {
  const folder = mkdtempSync(join(tmpdir(), 'partner-portal-'));
  const prepared: Prepared = { abort: join(folder, 'abort.apex'), schedule: join(folder, 'schedule.apex') };
  let outcome: Outcome;
  try {
    writeFileSync(prepared.abort, ABORT);
    writeFileSync(prepared.schedule, SCHEDULE);
    const { sourceApiVersion } = JSON.parse(readFileSync(join(ROOT, 'sfdx-project.json'), 'utf8')) as { sourceApiVersion: string };
    writeProject(folder, render(readFiles(join(ROOT, 'unpackaged')), readFiles(join(ROOT, 'force-app')), options), sourceApiVersion);
    outcome = take(plan(options, prepared), options.dryRun ? null : (step) => execute(step, folder, options));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const { results, failed } = outcome;
  console.log(`\n${results.join('\n')}`);
  if (!failed)
    console.log(
      `\nLeft for you:\n${remaining(options)
        .map((line, index) => `${index + 1}. ${line}`)
        .join('\n')}`
    );
  return failed ? 1 : 0;
}

/** The address of the service is put into the package's source on its way: see "replacements" in sfdx-project.json. */
function execute({ what, tool, args, rendered }: Step, folder: string, options: Options): number {
  console.log(`\n${what} …`);
  const env = { ...process.env, PARTNER_PORTAL_INSTALL: 'true', PARTNER_PORTAL_SERVICE_URL: options.serviceUrl };
  const cwd = rendered ? folder : ROOT;
  const { status, error } = spawnSync(process.execPath, [TOOLS[tool], ...args], { cwd, stdio: 'inherit', env });
  if (error) throw error;
  return status ?? 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = run(readOptions(process.argv.slice(2)));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\n${USAGE}`);
    process.exitCode = 2;
  }
}
