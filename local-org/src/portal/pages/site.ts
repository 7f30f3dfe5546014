import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Component, OrgModel } from '../../metadata/model.ts';
import { xmlChild, xmlFlag, xmlNumber, xmlObjects, xmlText } from '../../metadata/xml.ts';
import type { ComponentNode } from './node.ts';

export interface SiteRoute {
  readonly apiName: string;
  readonly title: string;
  /** `home`, `custom-deals`, `detail-Deal_Registration__c`, `login-main`; equals the view's type. */
  readonly routeType: string;
  readonly urlPrefix: string;
  readonly viewId: string;
}

export interface SiteView {
  readonly title: string;
  readonly themeLayoutType: string;
  readonly component: ComponentNode;
}

export interface SiteDefinition {
  /** Developer name of the site, `Partner_Portal1`. */
  readonly id: string;
  readonly name: string;
  readonly basePath: string;
  readonly routes: readonly SiteRoute[];
  readonly views: Readonly<Record<string, SiteView>>;
  /** By layout type, as views name them. */
  readonly themeLayouts: Readonly<Record<string, ComponentNode>>;
  /** Menus by developer name, in order. */
  readonly menus: Readonly<Record<string, readonly { readonly label: string; readonly target: string }[]>>;
  readonly branding: Readonly<Record<string, string>>;
}

/** A site bundle that cannot be shown as it is: the message names the content item. */
export class SiteError extends Error {}

interface Content {
  readonly title: string;
  readonly contentBody: Record<string, unknown>;
}

/** The Experience Cloud sites in the source tree: their pages are the portal's pages. */
export function readSites(model: OrgModel): SiteDefinition[] {
  return bundleFolders(model).map((folder) => readSite(model, folder));
}

function readSite(model: OrgModel, folder: string): SiteDefinition {
  const id = path.basename(folder);
  const config = findConfig(model, id);
  const contents = (type: string): Map<string, Content> => readContents(path.join(folder, type));
  const views = new Map([...contents('sfdc_cms__view')].map(([name, view]) => [name, viewOf(view)]));
  const viewTypes = new Map([...contents('sfdc_cms__view')].map(([name, view]) => [name, String(view.contentBody.viewType)]));
  const routes = [...contents('sfdc_cms__route')].map(([apiName, route]) => routeOf(id, apiName, route, viewTypes));
  const theme = [...contents('sfdc_cms__theme').values()][0];
  if (!theme) throw new SiteError(`Site ${id} has no theme`);
  const layouts = contents('sfdc_cms__themeLayout');
  const branding = contents('sfdc_cms__brandingSet').get(String(theme.contentBody.activeBrandingSetId));
  const network = [...(model.components.get('network')?.values() ?? [])].find((component) => xmlText(component.body, 'picassoSite') === id);
  return {
    id,
    name: xmlText(config.body, 'label') ?? id,
    basePath: `/${xmlText(xmlChild(config.body, 'site'), 'urlPathPrefix') ?? ''}`.replace(/\/$/, ''),
    routes,
    views: Object.fromEntries(views),
    themeLayouts: Object.fromEntries(
      (theme.contentBody.layouts as { layoutId: string; layoutType: string }[]).map(({ layoutId, layoutType }) => {
        const layout = layouts.get(layoutId);
        if (!layout) throw new SiteError(`Theme of site ${id} names the missing theme layout ${layoutId}`);
        return [layoutType, layout.contentBody.component as ComponentNode];
      })
    ),
    menus: Object.fromEntries(menusOf(model, network?.name).map((menu) => [menu.name, menuItems(menu)])),
    branding: (branding?.contentBody.values as Record<string, string> | undefined) ?? {}
  };
}

function viewOf(view: Content): SiteView {
  return {
    title: view.title,
    themeLayoutType: String(view.contentBody.themeLayoutType),
    component: view.contentBody.component as ComponentNode
  };
}

/** Deployment fails when a route and its view disagree, so starting fails too. */
function routeOf(site: string, apiName: string, route: Content, viewTypes: ReadonlyMap<string, string>): SiteRoute {
  const { activeViewId, routeType, urlPrefix } = route.contentBody as Record<string, string | undefined>;
  const viewType = viewTypes.get(activeViewId ?? '');
  if (!viewType) throw new SiteError(`Route ${apiName} of site ${site} names the missing view ${activeViewId}`);
  if (viewType !== routeType)
    throw new SiteError(`Route ${apiName} of site ${site} is of type ${routeType}, its view ${activeViewId} of type ${viewType}`);
  return { apiName, title: route.title, routeType, urlPrefix: urlPrefix ?? '', viewId: activeViewId! };
}

function findConfig(model: OrgModel, site: string): Component {
  const configs = [...(model.components.get('digitalexperienceconfig')?.values() ?? [])];
  const config = configs.find((component) => xmlText(component.body, 'space') === `site/${site}`);
  if (!config) throw new SiteError(`No DigitalExperienceConfig has the space site/${site}`);
  return config;
}

function menusOf(model: OrgModel, network: string | undefined): Component[] {
  return [...(model.components.get('navigationmenu')?.values() ?? [])].filter((menu) => xmlText(menu.body, 'container') === network);
}

function menuItems(menu: Component): { label: string; target: string }[] {
  return [...xmlObjects(menu.body, 'navigationMenuItem')]
    .sort((a, b) => (xmlNumber(a, 'position') ?? 0) - (xmlNumber(b, 'position') ?? 0))
    .filter((item) => ['InternalLink', 'ExternalLink'].includes(xmlText(item, 'type') ?? '') && !xmlFlag(item, 'hidden'))
    .map((item) => ({ label: xmlText(item, 'label') ?? '', target: xmlText(item, 'target') ?? '/' }));
}

function bundleFolders(model: OrgModel): string[] {
  return model.packageDirectories.flatMap((directory) => siteFolders(path.resolve(model.root, directory)));
}

/** `digitalExperiences/site/<Name>` folders at any depth of a package directory. */
function siteFolders(directory: string): string[] {
  if (!existsSync(directory)) return [];
  const folders = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'node_modules');
  return folders.flatMap((entry) => {
    const folder = path.join(directory, entry.name);
    if (entry.name !== 'digitalExperiences') return siteFolders(folder);
    const sites = path.join(folder, 'site');
    return existsSync(sites) ? readdirSync(sites).map((name) => path.join(sites, name)) : [];
  });
}

function readContents(folder: string): Map<string, Content> {
  if (!existsSync(folder)) return new Map();
  return new Map(
    readdirSync(folder).map((name) => [name, JSON.parse(readFileSync(path.join(folder, name, 'content.json'), 'utf8')) as Content])
  );
}
