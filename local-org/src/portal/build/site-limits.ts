import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * What Lightning Web Runtime sites do not have, as Salesforce's "Base Lightning Component Limitations in LWR Sites", "LWR Template
 * Limitations" and the reference page of each module list it. By module; tags of the same components are refused with them.
 */
const MISSING: Readonly<Record<string, string>> = {
  'lightning/empApi': 'streaming is unsupported in LWR sites: ask again in intervals',
  'lightning/platformShowToastEvent': 'use lightning/toast',
  'lightning/modal': 'panels and modals are unsupported in LWR sites: show a dialog inside the component',
  'lightning/modalHeader': 'panels and modals are unsupported in LWR sites',
  'lightning/modalBody': 'panels and modals are unsupported in LWR sites',
  'lightning/modalFooter': 'panels and modals are unsupported in LWR sites',
  'lightning/platformUtilityBarApi': 'a site has no utility bar',
  'lightning/platformWorkspaceApi': 'a site has no console',
  'lightning/actions': 'quick actions belong to Lightning record pages',
  'lightning/alert': 'panels and modals are unsupported in LWR sites',
  'lightning/confirm': 'panels and modals are unsupported in LWR sites',
  'lightning/prompt': 'panels and modals are unsupported in LWR sites',
  'lightning/inputField': 'its lookup search is unsupported on desktop, the whole of it on phones',
  'lightning/recordForm': 'is made of lightning-input-field, which phones do not support',
  'lightning/mobileCapabilities': 'belongs to the Salesforce mobile app'
};

/** Modules that components of a site may import; whatever is on neither list has to be looked up and put on one. */
const KNOWN = new Set([
  'lwc',
  '@salesforce/apex',
  'lightning/navigation',
  'lightning/toast',
  'lightning/toastContainer',
  'lightning/uiRecordApi',
  'lightning/uiObjectInfoApi',
  'lightning/uiListsApi',
  'lightning/uiRelatedListApi',
  'lightning/messageService',
  'lightning/platformResourceLoader',
  'lightning/refresh'
]);
const SCOPES = [
  'apex',
  'label',
  'schema',
  'user',
  'client',
  'community',
  'site',
  'customPermission',
  'userPermission',
  'resourceUrl',
  'messageChannel',
  'contentAssetUrl',
  'i18n'
];
/** Salesforce says that some properties of `@salesforce/i18n` are unsupported and not which: who needs a format asks `Intl`, given one of these. */
const LOCALE = new Set(['lang', 'dir', 'locale', 'currency', 'timeZone']);

/** Why a site cannot have a module; null when it can. */
export function siteProblem(specifier: string): string | null {
  if (MISSING[specifier]) return `${specifier} does not exist on LWR sites: ${MISSING[specifier]}`;
  if (KNOWN.has(specifier) || /^(c|\.{1,2})\//.test(specifier)) return null;
  const [scope, name, ...rest] = specifier.split('/');
  if (scope === 'lightningsnapin') return `${specifier} does not exist on LWR sites`;
  if (scope === '@salesforce' && name === 'apexContinuation')
    return `${specifier} does not exist on LWR sites: named credentials know no continuations`;
  if (scope === '@salesforce' && name === 'i18n')
    return LOCALE.has(rest.join('/')) ? null : `${specifier} is not among the locale data that LWR sites are known to give`;
  if (scope === '@salesforce' && name && SCOPES.includes(name)) return null;
  return `${specifier} is on no list of what LWR sites have: look it up`;
}

/** A reference of a bundle: a module it imports, or a base component or component of ours that its template shows. */
interface Reference {
  readonly specifier: string;
  readonly file: string;
  readonly tag: boolean;
}

export interface SiteProblem {
  /** The bundle that names the module, which may be deep below the one that was placed. */
  readonly bundle: string;
  readonly file: string;
  readonly reason: string;
}

/** Reads one file of a bundle: name without folder, and its text. */
export type BundleFiles = (bundle: string) => ReadonlyMap<string, string> | undefined;

/** What a component, and everything below it, asks for that a site does not have. */
export function siteProblems(bundle: string, files: BundleFiles): SiteProblem[] {
  const seen = new Set<string>();
  const problems: SiteProblem[] = [];
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const { specifier, file, tag } of referencesOf(files(name) ?? new Map<string, string>())) {
      const own = /^c\/(.+)$/.exec(specifier)?.[1];
      if (own) visit(own);
      // A base component in a template is there unless it is known not to be.
      else if (!tag || MISSING[specifier]) {
        const reason = siteProblem(specifier);
        if (reason) problems.push({ bundle: name, file, reason });
      }
    }
  };
  visit(bundle);
  return problems;
}

function referencesOf(files: ReadonlyMap<string, string>): Reference[] {
  const sources = [...files].filter(([file]) => !(file.endsWith('.js') && files.has(file.replace(/\.js$/, '.ts'))));
  return sources.flatMap(([file, text]): Reference[] =>
    file.endsWith('.html')
      ? [...text.matchAll(/<(c|lightning|lightningsnapin)-([a-z0-9-]+)/g)].map(([, namespace, name]) => ({
          specifier: `${namespace}/${name!.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())}`,
          file,
          tag: true
        }))
      : /\.(ts|js)$/.test(file)
        ? imports(text).map((specifier) => ({ specifier, file, tag: false }))
        : []
  );
}

/** Static and dynamic imports of what runs; types are gone before. */
function imports(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const statements = [...code.matchAll(/^\s*(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s*)?'([^']+)'/gm)];
  const dynamic = [...code.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)];
  return [...statements, ...dynamic].map((match) => match[1]!);
}

/** The files of bundles on disk, tests left out. */
export function filesOf(folders: ReadonlyMap<string, string>): BundleFiles {
  return (bundle) => {
    const folder = folders.get(bundle);
    if (!folder || !existsSync(folder)) return undefined;
    const names = readdirSync(folder).filter((name) => /\.(ts|js|html)$/.test(name));
    return new Map(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
  };
}
