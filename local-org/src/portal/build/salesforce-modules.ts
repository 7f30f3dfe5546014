import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { OrgModel } from '../../metadata/model.ts';

const require = createRequire(import.meta.url);

/** What a `@salesforce/…` module needs to know of the org. */
export interface ModuleSources {
  readonly model: OrgModel;
  /** True when the class has an `@AuraEnabled` static method of that name. */
  readonly auraEnabled: (className: string, method: string) => boolean;
}

type Generator = (name: string, sources: ModuleSources) => string;

/**
 * The JavaScript behind a scoped import, or null when the specifier is not one of the `@salesforce/` scopes.
 * Throws with the reason when the scope is known and the thing it names does not exist in the org, or the scope is not supported.
 */
export function salesforceModule(specifier: string, sources: ModuleSources): string | null {
  if (!specifier.startsWith('@salesforce/')) return null;
  const [, scope = '', ...rest] = specifier.split('/');
  const generate = SCOPES[scope];
  if (!generate) throw new Error(`${specifier} is not supported by the local org: no module scope @salesforce/${scope}`);
  return generate(rest.join('/'), sources);
}

const SCOPES: Readonly<Record<string, Generator>> = {
  apex,
  label: (name, { model }) => {
    if (!name.startsWith('c.')) throw new Error(`@salesforce/label/${name}: only labels of the package (c.…) can be read`);
    const text = model.labels.get(name.slice(2).toLowerCase());
    if (text === undefined) throw new Error(`Custom label ${name.slice(2)} does not exist`);
    return constant(text);
  },
  schema,
  user: (name) => context(name, { Id: 'context.user.id', isGuest: 'context.user.isGuest' }, '@salesforce/user'),
  client: (name) =>
    context(
      name,
      { formFactor: "window.innerWidth < 768 ? 'Small' : window.innerWidth < 1024 ? 'Medium' : 'Large'" },
      '@salesforce/client'
    ),
  community: (name) => context(name, { Id: 'context.site?.id', basePath: "context.site?.basePath ?? ''" }, '@salesforce/community'),
  site: (name) =>
    context(
      name,
      { Id: 'context.site?.id', activeLanguages: "[{ label: 'English (US)', code: 'en-US', default: true }]" },
      '@salesforce/site'
    ),
  customPermission: (name, { model }) => {
    const known = model.components.get('custompermission')?.has(name.toLowerCase());
    if (!known) throw new Error(`Custom permission ${name} does not exist`);
    return fromContext(`context.customPermissions.includes(${JSON.stringify(name)}) ? true : undefined`);
  },
  userPermission: (name) => fromContext(`context.userPermissions.includes(${JSON.stringify(name)}) ? true : undefined`),
  resourceUrl: (name, { model }) => {
    if (!model.components.get('staticresource')?.has(name.toLowerCase())) throw new Error(`Static resource ${name} does not exist`);
    return constant(`/portal/resource/${name}`);
  },
  messageChannel: (name, { model }) => {
    const developerName = name.replace(/^c\./, '').replace(/__c$/, '');
    if (!model.components.get('lightningmessagechannel')?.has(developerName.toLowerCase()))
      throw new Error(`Message channel ${name} does not exist`);
    return constant({ channel: developerName });
  },
  i18n
};

function apex(name: string, { model, auraEnabled }: ModuleSources): string {
  if (name === '') return `export { refreshApex, getSObjectValue } from 'portal/apex';`;
  const [className, method, ...more] = name.replace(/^c\./, '').split('.');
  if (!className || !method || more.length > 0) throw new Error(`@salesforce/apex/${name}: expected Class.method`);
  const known = model.apex.some((source) => source.kind === 'class' && source.name.toLowerCase() === className.toLowerCase());
  if (!known) throw new Error(`Apex class ${className} does not exist`);
  if (!auraEnabled(className, method)) throw new Error(`Apex class ${className} has no @AuraEnabled static method ${method}`);
  return `import { apexMethod } from 'portal/apex';\nexport default apexMethod(${JSON.stringify(className)}, ${JSON.stringify(method)});`;
}

/** `Deal_Registration__c`, `Deal_Registration__c.Name`, `Deal_Registration__c.Partner__r.Name`: checked hop by hop. */
function schema(name: string, { model }: ModuleSources): string {
  const [objectName = '', ...fields] = name.split('.');
  const root = model.objects.get(objectName.toLowerCase());
  if (!root) throw new Error(`Object ${objectName} does not exist`);
  if (fields.length === 0) return constant({ objectApiName: root.name });
  let objects = [root];
  for (const [index, field] of fields.entries()) {
    const found = objects
      .map((object) => object.fields.get(field.toLowerCase()) ?? object.parentRelationships.get(field.toLowerCase()))
      .find(Boolean);
    if (!found) throw new Error(`Field ${objects.map((object) => object.name).join('/')}.${field} does not exist`);
    if (index < fields.length - 1) objects = (found.referenceTo ?? []).flatMap((target) => model.objects.get(target.toLowerCase()) ?? []);
  }
  return constant({ fieldApiName: fields.join('.'), objectApiName: root.name });
}

/** Locale data that ships with the base components; the time zone is the running user's. */
function i18n(name: string): string {
  if (name === 'timeZone') return fromContext('context.user.timeZone');
  const folder = path.join(path.dirname(require.resolve('lightning-base-components/package.json')), 'scopedImports');
  const file = path.join(folder, `@salesforce-i18n-${name}.js`);
  if (!existsSync(file)) throw new Error(`@salesforce/i18n/${name} is not supported by the local org`);
  return readFileSync(file, 'utf8');
}

function context(name: string, members: Readonly<Record<string, string>>, scope: string): string {
  const expression = members[name];
  if (!expression) throw new Error(`${scope}/${name} is not supported by the local org`);
  return fromContext(expression);
}

function fromContext(expression: string): string {
  return `import { context } from 'portal/context';\nexport default ${expression};`;
}

function constant(value: unknown): string {
  return `export default ${JSON.stringify(value)};`;
}
