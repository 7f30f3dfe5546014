/**
 * Brings the package and everything a managed package cannot carry into an org, in the order in which it works, and says what it
 * did. Needs the Salesforce CLI of this repository and an org it is logged in to.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const USAGE = `Usage: node unpackaged/scripts/install.ts --target-org ALIAS --integration-user USERNAME --service-url URL [options]

  --target-org ALIAS           org the Salesforce CLI is logged in to
  --integration-user USERNAME  user that calls the inference service; gets the integration permission sets
  --admin-user USERNAME        user that runs the health check; gets the admin permission sets (default: the CLI's user)
  --service-url URL            address of the inference service (https)
  --package ID                 install this unlocked package version without namespace (04t…) instead of deploying from source
  --without-site               leave the Experience Cloud site out
  --dry-run                    say what would be done, and do nothing`;

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const TOOLS = {
  sf: join(ROOT, 'node_modules', '@salesforce', 'cli', 'bin', 'run.js'),
  tsc: join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc')
} as const;
const INTEGRATION_SETS = ['AiIntegration', 'DealScoringIntegration', 'AiIntegrationStandardObjects'];
const ADMIN_SETS = ['ChannelAdmin', 'ChannelAdminStandardObjects', 'ChannelManager', 'ChannelManagerStandardObjects'];
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
const SCHEDULE = ['AiJobSweeper.schedule();', 'AiRetentionJob.schedule();', 'DealProtectionJob.schedule();'].join('\n');

export interface Options {
  targetOrg: string;
  integrationUser: string;
  adminUser: string | null;
  serviceUrl: string;
  packageId: string | null;
  withSite: boolean;
  dryRun: boolean;
}

export interface Step {
  readonly what: string;
  readonly tool: keyof typeof TOOLS;
  readonly args: readonly string[];
  /** A failure is told and the next step is taken: the package works without it. */
  readonly optional?: boolean;
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
  return {
    targetOrg: required('target-org'),
    integrationUser: required('integration-user'),
    adminUser: values['admin-user'] ?? null,
    serviceUrl,
    packageId,
    withSite: values['without-site'] !== true,
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
        package: { type: 'string' },
        'without-site': { type: 'boolean' },
        'dry-run': { type: 'boolean' }
      }
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** What to do, in order. `scheduleFile` holds the anonymous Apex that schedules the background jobs. */
export function plan(options: Options, scheduleFile: string): Step[] {
  const org = ['--target-org', options.targetOrg];
  const deploy = (path: string, what: string, optional = false): Step => ({
    what: `Deploy ${what}`,
    tool: 'sf',
    args: ['project', 'deploy', 'start', '--source-dir', path, '--ignore-conflicts', '--wait', '60', ...org],
    optional
  });
  const assign = (sets: readonly string[], user: string | null): Step => ({
    what: `Assign ${sets.join(', ')} to ${user ?? 'the user of the CLI'}`,
    tool: 'sf',
    args: [
      'org',
      'assign',
      'permset',
      ...sets.flatMap((name) => ['--name', name]),
      ...(user === null ? [] : ['--on-behalf-of', user]),
      ...org
    ]
  });
  const install: Step[] =
    options.packageId === null
      ? [
          // Components are written in TypeScript; what deploys is the JavaScript beside it.
          { what: 'Compile the components', tool: 'tsc', args: ['-p', 'tsconfig.lwc.json'] },
          deploy('force-app', 'the package from source')
        ]
      : [
          {
            what: `Install the package ${options.packageId}`,
            tool: 'sf',
            args: ['package', 'install', '--package', options.packageId, '--wait', '60', '--no-prompt', ...org]
          }
        ];
  return [
    ...install,
    // Without digital experiences there are no partner users to share with, and no site.
    ...UNPACKAGED.map(({ folder, what }) => deploy(`unpackaged/${folder}`, what, folder === 'sharingSets')),
    ...(options.withSite && existsSync(join(ROOT, 'unpackaged', 'site')) ? [deploy('unpackaged/site', 'Experience Cloud site', true)] : []),
    assign(INTEGRATION_SETS, options.integrationUser),
    assign(ADMIN_SETS, options.adminUser),
    // A package installation does this itself; scheduling twice changes nothing.
    ...(options.packageId === null
      ? [{ what: 'Schedule the background jobs', tool: 'sf' as const, args: ['apex', 'run', '--file', scheduleFile, ...org] }]
      : [])
  ];
}

/** The rest cannot be deployed: a secret never is, and people choose people. */
export function remaining(options: Options): string[] {
  return [
    'Setup → Named Credentials → External Credentials → Inference Service → principal Package: add the parameter Token with the key of this org.',
    ...(options.packageId === null ? [] : [`Setup → Named Credentials → Inference Service: set the URL to ${options.serviceUrl}.`]),
    'Setup → Queues → Deal Review: add your channel managers as members.',
    'Assign Channel Manager and Channel Manager: Standard Objects to your channel managers, Partner Rep to your partner users.',
    'Set Active, Account and Channel Manager on each Partner record.',
    'Open the AI Health page and follow the rows that are not green.'
  ];
}

function run(options: Options): number {
  const folder = mkdtempSync(join(tmpdir(), 'partner-portal-'));
  const scheduleFile = join(folder, 'schedule.apex');
  writeFileSync(scheduleFile, SCHEDULE);
  const results: string[] = [];
  let failed = false;
  try {
    for (const step of plan(options, scheduleFile)) {
      if (options.dryRun || failed) {
        results.push(
          `${options.dryRun ? 'would run' : 'not run  '}  ${step.what}${options.dryRun ? `\n             ${step.tool} ${step.args.join(' ')}` : ''}`
        );
        continue;
      }
      console.log(`\n${step.what} …`);
      const status = execute(step, options);
      results.push(`${status === 0 ? 'done     ' : step.optional ? 'skipped  ' : 'FAILED   '}  ${step.what}`);
      failed = status !== 0 && step.optional !== true;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`\n${results.join('\n')}`);
  if (!failed)
    console.log(
      `\nLeft for you:\n${remaining(options)
        .map((line, index) => `${index + 1}. ${line}`)
        .join('\n')}`
    );
  return failed ? 1 : 0;
}

/** The username and the address are put into the source on its way: see "replacements" in sfdx-project.json. */
function execute({ tool, args }: Step, options: Options): number {
  const env = {
    ...process.env,
    PARTNER_PORTAL_INSTALL: 'true',
    PARTNER_PORTAL_INTEGRATION_USER: options.integrationUser,
    PARTNER_PORTAL_SERVICE_URL: options.serviceUrl
  };
  const { status, error } = spawnSync(process.execPath, [TOOLS[tool], ...args], { cwd: ROOT, stdio: 'inherit', env });
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
