/**
 * Writes the metadata of `unpackaged/` as one org needs it: with its integration user and sender, and, beside a package that has a
 * namespace, with the prefix on every name that lives in the package. Names of the org's own (queue, routes, site) stay.
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** Files by path from the folder they were read from, with `/`. */
export type Files = ReadonlyMap<string, string>;

export interface Target {
  /** Empty when the package is deployed from source or has none. */
  readonly namespace: string;
  readonly integrationUser: string;
  readonly siteSender: string | null;
}

const PLACEHOLDERS = { integrationUser: 'integration@partner-portal-ai.example', siteSender: 'partner-portal@example.com' } as const;
/** Elements whose text is the name of a component of the package. */
const NAMING = [
  'permissionSet',
  'permissionSets',
  'platformEventConsumer',
  'apexClass',
  'customPermission',
  'flexiPage',
  'tab',
  'application'
];

export function render(unpackaged: Files, packaged: Files, target: Target): Files {
  const names = packagedNames(packaged);
  const prefix = target.namespace === '' ? '' : `${target.namespace}__`;
  const components = target.namespace === '' ? 'c' : target.namespace;
  return new Map(
    [...unpackaged].map(([path, text]) => {
      const filled = text
        .replaceAll(PLACEHOLDERS.integrationUser, target.integrationUser)
        .replaceAll(PLACEHOLDERS.siteSender, target.siteSender ?? PLACEHOLDERS.siteSender);
      return prefix === ''
        ? [path, filled]
        : [prefixed(path, names, prefix), named(prefixed(filled, names, prefix), names, prefix, components)];
    })
  );
}

interface PackagedNames {
  /** `Deal_Registration__c`, `Amount__c`, `AI_Work__e`. */
  readonly custom: ReadonlySet<string>;
  /** Classes, triggers, permission sets, … by their plain name. */
  readonly plain: ReadonlySet<string>;
}

function packagedNames(files: Files): PackagedNames {
  const custom = new Set<string>();
  const plain = new Set<string>();
  for (const path of files.keys()) {
    const file = decodeURIComponent(path.split('/').at(-1)!);
    const name = file.replace(/\.[^.]+-meta\.xml$|\.(cls|trigger)$/, '');
    if (/__(c|e|mdt|b|x)$/.test(name)) custom.add(name);
    else if (
      /\.(permissionset|permissionsetgroup|customPermission|flexipage|tab|app|externalCredential|namedCredential)-meta\.xml$|\.(cls|trigger)$/.test(
        file
      )
    )
      plain.add(name);
  }
  return { custom, plain };
}

/** `Deal_Registration__c` and `Partner__r`, wherever they stand as words of their own and carry no prefix yet. */
function prefixed(text: string, { custom }: PackagedNames, prefix: string): string {
  return text.replace(
    /(?<![A-Za-z0-9_])([A-Za-z][A-Za-z0-9_]*?)__(c|r|e|mdt|b|x)(?![A-Za-z0-9_])/g,
    (word, name: string, suffix: string) => (custom.has(suffix === 'r' ? `${name}__c` : word) ? prefix + word : word)
  );
}

function named(text: string, { plain }: PackagedNames, prefix: string, components: string): string {
  const elements = new RegExp(`<(${NAMING.join('|')})>([^<]+)</\\1>`, 'g');
  return text
    .replace(elements, (whole, element: string, name: string) => (plain.has(name) ? `<${element}>${prefix}${name}</${element}>` : whole))
    .replace(/<externalCredentialPrincipal>(\w+)-/g, (whole, name: string) =>
      plain.has(name) ? `<externalCredentialPrincipal>${prefix}${name}-` : whole
    )
    .replace(/("definition"\s*:\s*")c:/g, `$1${components}:`);
}

export function readFiles(folder: string): Files {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !/\.ts$/.test(entry.name)
  );
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.includes(`${sep}scripts${sep}`))
      .map((path) => [relative(folder, path).replaceAll(sep, '/'), readFileSync(path, 'utf8')])
  );
}

/** A Salesforce project of its own, so that the CLI deploys what was rendered and nothing else. */
export function writeProject(folder: string, files: Files, apiVersion: string): void {
  const project = { packageDirectories: [{ path: 'unpackaged', default: true }], namespace: '', sourceApiVersion: apiVersion };
  writeFileSync(join(folder, 'sfdx-project.json'), JSON.stringify(project, null, 2));
  for (const [path, text] of files) {
    const file = join(folder, 'unpackaged', ...path.split('/'));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
