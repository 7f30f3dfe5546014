/**
 * Takes the product out of an org again, in the order an org allows: what runs, who may use it, what names the package, the package.
 * Records of the package's objects go with it. The site itself can only be closed: no API deletes one.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { take, type Outcome } from './steps.ts';
import { SITE } from './publish-site.ts';
import { readFiles, render, writeProject, type Files } from './render.ts';
import { ROOT, SF } from './sf.ts';

const USAGE = `Usage: npm run uninstall:sandbox -- --target-org ALIAS [options]

  --target-org ALIAS   org the Salesforce CLI is logged in to
  --package ID         the installed package version (04t…); without it the source that was deployed is deleted
  --namespace NAME     namespace of that package version, when it has one
  --without-site       the site was left out when installing
  --delete-data        say that the records of the package (registrations, audit log, …) may go; nothing is done without it
  --dry-run            say what would be done, and do nothing`;

export interface Removal {
  readonly targetOrg: string;
  readonly packageId: string | null;
  readonly namespace: string;
  readonly withSite: boolean;
  readonly deleteData: boolean;
  readonly dryRun: boolean;
}

export interface RemovalStep {
  readonly what: string;
  readonly args: readonly string[];
}

const NAVIGATION = 'navigationMenus/';
/** Deleted one kind after the other, each before what it names. */
const ORDER: readonly (readonly [folder: string, type: string])[] = [
  ['platformEventSubscriberConfigs', 'PlatformEventSubscriberConfig'],
  ['approvalProcesses', 'ApprovalProcess'],
  ['sharingSets', 'SharingSet'],
  ['queues', 'Queue'],
  ['email', 'EmailTemplate'],
  ['permissionsets', 'PermissionSet']
];

/** Apex that ends what runs and takes the permission sets from everybody, so that they can be deleted. */
export function farewell(sets: readonly string[]): string {
  return `for (CronTrigger job : [SELECT Id FROM CronTrigger WHERE CronJobDetail.Name LIKE 'Partner Portal AI: %']) {
    System.abortJob(job.Id);
}
delete [SELECT Id FROM PermissionSetAssignment WHERE PermissionSet.Name IN (${sets.map((name) => `'${name}'`).join(', ')})];`;
}

export function steps(removal: Removal, files: Record<'farewell' | 'closed' | 'empty' | 'beside' | 'package', string>): RemovalStep[] {
  const org = ['--target-org', removal.targetOrg];
  const destroy = (what: string, manifest: string): RemovalStep => ({
    what,
    args: ['project', 'deploy', 'start', '--manifest', files.empty, '--post-destructive-changes', manifest, '--wait', '60', ...org]
  });
  const deploy = (what: string, folder: string): RemovalStep => ({
    what,
    args: ['project', 'deploy', 'start', '--source-dir', folder, '--ignore-conflicts', '--wait', '60', ...org]
  });
  return [
    {
      what: 'Take the jobs off the schedule and the permission sets from everybody',
      args: ['apex', 'run', '--file', files.farewell, ...org]
    },
    ...(removal.withSite ? [deploy('Close the site and take our components off its pages', files.closed)] : []),
    destroy('Delete what lies beside the package', files.beside),
    removal.packageId === null
      ? destroy('Delete what was deployed from source', files.package)
      : { what: 'Uninstall the package', args: ['package', 'uninstall', '--package', removal.packageId, '--wait', '60', ...org] }
  ];
}

/** The site as it is left: closed, its pages without components and its menu without pages of ours. */
export function closedSite(files: Files): Files {
  return new Map(
    [...files]
      .filter(([path]) => path.startsWith('site/'))
      .map(([path, text]) => {
        if (path.endsWith('/content.json')) return [path, `${JSON.stringify(withoutOwn(JSON.parse(text)), null, 2)}\n`];
        if (path.includes('/networks/'))
          return [
            path,
            text.replace(/<status>\w+</, '<status>DownForMaintenance<').replace(/\s*<permissionSet>[^<]+<\/permissionSet>/g, '')
          ];
        if (path.includes(NAVIGATION))
          return [
            path,
            text.replace(/\s*<navigationMenuItem>(?:(?!<\/navigationMenuItem>)[\s\S])*<target>\/\w[\s\S]*?<\/navigationMenuItem>/g, '')
          ];
        return [path, text];
      })
  );
}

function withoutOwn(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((each) => !isOwn(each)).map(withoutOwn);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withoutOwn(each)]));
}

/** Components of the platform come from namespaces of its own; ours is `c`, or the package's. */
function isOwn(value: unknown): boolean {
  const definition = (value as { definition?: unknown } | null)?.definition;
  return typeof definition === 'string' && !/^(?:community_|dxp_|experience_|lightning)\w*:/.test(definition);
}

/** A manifest of what lies beside the package, the pages of the site about our objects first. */
export function besideManifest(files: Files, withSite: boolean, apiVersion: string): string {
  const named = (folder: string): string[] =>
    [...files.keys()]
      .filter((path) => path.startsWith(`${folder}/`) && path.endsWith('-meta.xml') && !path.endsWith('Folder-meta.xml'))
      .map((path) => decodeURIComponent(path.slice(folder.length + 1)).replace(/\.[^./]+-meta\.xml$/, ''));
  const pages = [...files].flatMap(([path, text]) => {
    const [, site, item] = /\/digitalExperiences\/(site\/\w+)\/(sfdc_cms__(?:route|view)\/\w+)\/content\.json$/.exec(path) ?? [];
    return site && item && /"(?:routeType|viewType)"\s*:\s*"(?:custom-|(?:detail|list|relatedlist)-)/.test(text) ? [`${site}.${item}`] : [];
  });
  const updates = [...files].flatMap(([path, text]) => {
    const object = /^workflows\/(.+)\.workflow-meta\.xml$/.exec(path)?.[1];
    return object ? [...text.matchAll(/<fullName>(\w+)<\/fullName>/g)].map((match) => `${object}.${match[1]}`) : [];
  });
  return manifest(
    [
      ...(withSite && pages.length > 0 ? ([['DigitalExperience', pages.sort()]] as const) : []),
      ...ORDER.map(([folder, type]) => [type, named(folder)] as const),
      ['WorkflowFieldUpdate', updates] as const
    ].filter(([, members]) => members.length > 0),
    apiVersion
  );
}

export function manifest(types: readonly (readonly [type: string, members: readonly string[]])[], apiVersion: string): string {
  const lines = types.flatMap(([type, members]) => [
    '  <types>',
    ...members.map((member) => `    <members>${member}</members>`),
    `    <name>${type}</name>`,
    '  </types>'
  ]);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Package xmlns="http://soap.sforce.com/2006/04/metadata">',
    ...lines,
    `  <version>${apiVersion}</version>`,
    '</Package>',
    ''
  ].join('\n');
}

export function readRemoval(args: readonly string[]): Removal {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'target-org': { type: 'string' },
      package: { type: 'string' },
      namespace: { type: 'string' },
      'without-site': { type: 'boolean' },
      'delete-data': { type: 'boolean' },
      'dry-run': { type: 'boolean' }
    }
  });
  if (!values['target-org']) throw new TypeError('--target-org is missing');
  if (values.namespace && !values.package) throw new TypeError('--namespace goes with --package');
  const dryRun = values['dry-run'] === true;
  if (!dryRun && values['delete-data'] !== true)
    throw new TypeError(
      'Uninstalling deletes all records of the package. Export what you must keep (the audit log above all), then say --delete-data.'
    );
  return {
    targetOrg: values['target-org'],
    packageId: values.package ?? null,
    namespace: values.namespace ?? '',
    withSite: values['without-site'] !== true,
    deleteData: values['delete-data'] === true,
    dryRun
  };
}

function run(removal: Removal): Outcome {
  const folder = mkdtempSync(join(tmpdir(), 'partner-portal-'));
  try {
    const { sourceApiVersion } = JSON.parse(readFileSync(join(ROOT, 'sfdx-project.json'), 'utf8')) as { sourceApiVersion: string };
    const packaged = readFiles(join(ROOT, 'force-app'));
    const files = render(readFiles(join(ROOT, 'unpackaged')), packaged, {
      namespace: removal.namespace,
      integrationUser: '',
      siteSender: null
    });
    writeProject(folder, closedSite(files), sourceApiVersion);
    const write = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    mkdirSync(join(folder, 'unpackaged', 'site'), { recursive: true });
    const sets = [...packaged.keys(), ...files.keys()].flatMap((path) => /([^/]+)\.permissionset-meta\.xml$/.exec(path)?.[1] ?? []);
    const paths = {
      farewell: write('farewell.apex', farewell(sets)),
      closed: join('unpackaged', 'site'),
      empty: write('package.xml', manifest([], sourceApiVersion)),
      beside: write('beside.xml', besideManifest(files, removal.withSite, sourceApiVersion)),
      package: join(ROOT, 'manifest', 'package.xml')
    };
    return take(
      steps(removal, paths),
      removal.dryRun
        ? null
        : ({ what, args }) => {
            console.log(`\n${what} …`);
            const { status, error } = spawnSync(process.execPath, [SF, ...args], { cwd: folder, stdio: 'inherit' });
            if (error) throw error;
            return status ?? 1;
          }
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { results, failed } = run(readRemoval(process.argv.slice(2)));
    console.log(`\n${results.join('\n')}`);
    if (!failed)
      console.log(
        `\nLeft for you:\n1. Experience Workspaces → ${SITE} → Administration → Settings: deactivate it. No API deletes a site.\n2. Give the records that partner users own to somebody, and deactivate users made for the product (integration).`
      );
    process.exitCode = failed ? 1 : 0;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.error(`${error.message}\n\n${USAGE}`);
    process.exitCode = 2;
  }
}
