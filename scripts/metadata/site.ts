import { siteProblems } from '@partner-portal-ai/local-org/site-limits';
import { componentsOf, textOf, all, type Check, type SourceTree } from './tree.ts';

interface Node {
  readonly definition?: string;
  readonly id?: string;
  readonly type?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly children?: readonly Node[];
}

interface Content {
  readonly type: string;
  readonly contentBody: Readonly<Record<string, unknown>> & { readonly component?: Node };
}

/** A piece of a site: its kind and name by the folders it lies in. */
interface Item {
  readonly path: string;
  readonly site: string;
  readonly kind: string;
  readonly name: string;
  readonly content: Content;
}

/** Imports of everything reachable from a component that stands on a site, against what Salesforce says such a site has. */
export const siteImports: Check = (tree) => {
  const files = bundleFiles(tree);
  const placed = new Map(
    itemsOf(tree).flatMap((item) =>
      nodesOf(item).flatMap(({ definition }) => (definition?.startsWith('c:') ? [[definition.slice(2), item.path] as const] : []))
    )
  );
  return [...placed].flatMap(([bundle, path]) =>
    siteProblems(bundle, files).map(
      ({ bundle: where, file, reason }) => `${path}: ${bundle} stands on the site, and ${where}/${file}: ${reason}`
    )
  );
};

/**
 * What the names on a site's pages must lead to: components that exist and are exposed to sites, with properties they have; views,
 * theme layouts, menus and routes that exist and agree; ids that are unique; column widths that fill a row.
 */
export const sitePages: Check = (tree) => {
  const items = itemsOf(tree);
  const bundles = new Map(componentsOf(tree, 'LightningComponentBundle').map((bundle) => [bundle.fullName, bundle]));
  const menus = new Set(componentsOf(tree, 'NavigationMenu').map((menu) => menu.fullName));
  const problems: string[] = [];
  const named = (kind: string, name: unknown): Item | undefined => items.find((item) => item.kind === kind && item.name === name);
  for (const item of items) {
    const say = (problem: string): number => problems.push(`${item.path}: ${problem}`);
    const ids = nodesOf(item).flatMap(({ id }) => (id === undefined ? [] : [id]));
    for (const id of new Set(ids.filter((each, index) => ids.indexOf(each) !== index))) say(`two nodes have the id ${id}`);
    for (const node of nodesOf(item)) {
      if (node.definition?.startsWith('c:')) {
        const bundle = bundles.get(node.definition.slice(2));
        if (!bundle) say(`there is no component ${node.definition}`);
        else {
          const targets = all(all(bundle.body, 'targets')[0] ?? bundle.body, 'target').map((target) => target.text);
          if (textOf(bundle.body, 'isExposed') !== 'true' || !targets.includes('lightningCommunity__Page'))
            say(`${node.definition} is not exposed to pages of a site (lightningCommunity__Page)`);
          if (Object.keys(node.attributes ?? {}).some((name) => name !== 'dxpStyle') && !targets.includes('lightningCommunity__Default'))
            say(`${node.definition} is given properties and has none for a site (lightningCommunity__Default)`);
          for (const name of Object.keys(node.attributes ?? {}))
            if (name !== 'dxpStyle' && !hasProperty(tree, bundle.path, name)) say(`${node.definition} has no property ${name}`);
        }
      }
      const menu = node.attributes?.navigationMenuEditor;
      if (typeof menu === 'string' && menu !== '' && !menus.has(menu)) say(`there is no navigation menu ${menu}`);
      const widths = columnWidths(node);
      if (widths.length > 0 && widths.reduce((sum, width) => sum + width, 0) !== 12)
        say(`columns of ${node.id} are ${widths.join(' + ')} wide, not 12`);
    }
    if (item.kind === 'sfdc_cms__route') {
      const view = named('sfdc_cms__view', item.content.contentBody.activeViewId);
      if (!view) say(`there is no view ${String(item.content.contentBody.activeViewId)}`);
      else if (view.content.contentBody.viewType !== item.content.contentBody.routeType)
        say(`is of type ${String(item.content.contentBody.routeType)}, its view of type ${String(view.content.contentBody.viewType)}`);
      const object = /^(?:detail|list|relatedlist)-(\w+__c)$/.exec(String(item.content.contentBody.routeType))?.[1];
      if (object && !componentsOf(tree, 'CustomObject').some(({ fullName }) => fullName === object)) say(`there is no object ${object}`);
      if (/^custom-/.test(String(item.content.contentBody.routeType)) && !/__c$/.test(item.name)) say('a route of our own ends in __c');
    }
    if (
      item.kind === 'sfdc_cms__view' &&
      !items.some((other) => other.content.contentBody.activeViewId === item.name && other.kind === 'sfdc_cms__route')
    )
      say('no route shows this view');
    if (item.kind === 'sfdc_cms__theme') {
      for (const { layoutId } of item.content.contentBody.layouts as { layoutId: string }[])
        if (!named('sfdc_cms__themeLayout', layoutId)) say(`there is no theme layout ${layoutId}`);
      if (!named('sfdc_cms__brandingSet', item.content.contentBody.activeBrandingSetId))
        say(`there is no branding set ${String(item.content.contentBody.activeBrandingSetId)}`);
    }
    const meta = JSON.parse(tree.get(item.path.replace(/content\.json$/, '_meta.json')) ?? '{}') as { apiName?: string; type?: string };
    if (meta.apiName !== item.name || meta.type !== item.kind) say(`its _meta.json is of ${meta.type ?? 'nothing'} ${meta.apiName ?? ''}`);
  }
  for (const menu of componentsOf(tree, 'NavigationMenu'))
    for (const entry of all(menu.body, 'navigationMenuItem')) {
      const target = textOf(entry, 'target') ?? '';
      if (textOf(entry, 'type') !== 'InternalLink') continue;
      const prefix = target.replace(/^\//, '').split('/')[0]!;
      if (!items.some((item) => item.kind === 'sfdc_cms__route' && item.content.contentBody.urlPrefix === prefix))
        problems.push(`${menu.path}: no page of the site lies at ${target}`);
    }
  return problems;
};

/** Properties are `@api` members of the class; a record page gives `recordId` and `objectApiName` by itself. */
function hasProperty(tree: SourceTree, meta: string, name: string): boolean {
  const source = tree.get(meta.replace(/\.js-meta\.xml$/, '.ts')) ?? '';
  return new RegExp(`@api\\s+(?:get\\s+|readonly\\s+|override\\s+)*${name}\\b`).test(source);
}

function columnWidths(node: Node): number[] {
  if (typeof node.attributes?.sectionConfig !== 'string') return [];
  const { columns } = JSON.parse(node.attributes.sectionConfig) as { columns?: readonly { columnWidth: string }[] };
  return (columns ?? []).map((column) => Number(column.columnWidth));
}

function nodesOf(item: Item): Node[] {
  const walk = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(walk)];
  return item.content.contentBody.component ? walk(item.content.contentBody.component) : [];
}

function itemsOf(tree: SourceTree): Item[] {
  return [...tree].flatMap(([path, text]) => {
    const [, site, kind, name] = /\/digitalExperiences\/site\/([^/]+)\/([^/]+)\/([^/]+)\/content\.json$/.exec(path) ?? [];
    return site && kind && name ? [{ path, site, kind, name, content: JSON.parse(text) as Content }] : [];
  });
}

function bundleFiles(tree: SourceTree): (bundle: string) => ReadonlyMap<string, string> | undefined {
  const bundles = new Map<string, Map<string, string>>();
  for (const [path, text] of tree) {
    const [, bundle, file] = /\/lwc\/([^/]+)\/([^/]+\.(?:ts|html))$/.exec(path) ?? [];
    if (bundle && file) bundles.set(bundle, (bundles.get(bundle) ?? new Map<string, string>()).set(file, text));
  }
  return (bundle) => bundles.get(bundle);
}
