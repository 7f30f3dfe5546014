import type { Component, OrgModel } from '../../metadata/model.ts';
import { xmlChild, xmlFlag, xmlObjects, xmlText, xmlTexts } from '../../metadata/xml.ts';
import { flexiPageNode } from './flexipage.ts';
import type { ComponentNode } from './node.ts';

export interface AppTab {
  readonly name: string;
  readonly label: string;
  readonly kind: 'home' | 'object' | 'page';
  readonly objectApiName?: string;
}

export interface LightningApp {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly color: string | null;
  readonly tabs: readonly AppTab[];
}

export function readApps(model: OrgModel): LightningApp[] {
  return components(model, 'customapplication')
    .filter((app) => xmlText(app.body, 'uiType') === 'Lightning')
    .map((app) => ({
      name: app.name,
      label: xmlText(app.body, 'label') ?? app.name,
      description: xmlText(app.body, 'description') ?? '',
      color: xmlText(xmlChild(app.body, 'brand'), 'headerColor'),
      tabs: xmlTexts(app.body, 'tabs').map((tab) => tabOf(model, app.name, tab))
    }));
}

function tabOf(model: OrgModel, app: string, name: string): AppTab {
  if (name === 'standard-home') return { name, label: 'Home', kind: 'home' };
  const objectName = name.startsWith('standard-') ? name.slice('standard-'.length) : name;
  const tab = model.components.get('customtab')?.get(name.toLowerCase());
  if (!tab && !name.startsWith('standard-')) throw new Error(`Application ${app} names the missing tab ${name}`);
  const flexiPage = xmlText(tab?.body ?? null, 'flexiPage');
  if (flexiPage) return { name, label: xmlText(tab!.body, 'label') ?? name, kind: 'page' };
  const object = model.objects.get(objectName.toLowerCase());
  if (!object || (tab && !xmlFlag(tab.body, 'customObject')))
    throw new Error(`Tab ${name} of application ${app} is of a kind the local org does not show`);
  return { name, label: object.pluralLabel, kind: 'object', objectApiName: object.name };
}

/** The page of a custom tab. */
export function tabPage(model: OrgModel, tabName: string): { readonly label: string; readonly page: ComponentNode } | null {
  const tab = model.components.get('customtab')?.get(tabName.toLowerCase());
  const name = xmlText(tab?.body ?? null, 'flexiPage');
  const page = name ? flexiPage(model, name) : null;
  return tab && page ? { label: xmlText(tab.body, 'label') ?? tabName, page: flexiPageNode(page) } : null;
}

/** The page assigned in an app for an object's record or for Home, falling back to the platform's default arrangement. */
export function assignedPage(model: OrgModel, appName: string, action: 'View' | 'Tab', target: string): ComponentNode | null {
  const app = model.components.get('customapplication')?.get(appName.toLowerCase());
  const override = xmlObjects(app?.body ?? null, 'actionOverrides').find(
    (candidate) =>
      xmlText(candidate, 'actionName') === action &&
      xmlText(candidate, 'type') === 'Flexipage' &&
      xmlText(candidate, 'pageOrSobjectType')?.toLowerCase() === target.toLowerCase() &&
      xmlText(candidate, 'formFactor') !== 'Small'
  );
  const name = override ? xmlText(override, 'content') : null;
  if (!name) return null;
  const page = flexiPage(model, name);
  if (!page) throw new Error(`Application ${appName} names the missing FlexiPage ${name}`);
  return flexiPageNode(page);
}

/** What Lightning shows for an object nobody built a page for. */
export function defaultRecordPage(objectApiName: string): ComponentNode {
  const id = `${objectApiName}.default`;
  const component = (definition: string, children: ComponentNode['children'] = [], attributes = {}): ComponentNode => ({
    id: `${id}.${definition}`,
    type: 'component',
    definition,
    attributes,
    children
  });
  const region = (name: string, children: readonly ComponentNode[]) => ({ id: `${id}.${name}`, type: 'region' as const, name, children });
  const tab = (title: string, definition: string): ComponentNode => ({
    ...component('flexipage:tab', [region('body', [component(definition)])], { title }),
    id: `${id}.${title}`
  });
  return component('flexipage:recordHomeTemplateDesktop', [
    region('header', [component('force:highlightsPanel')]),
    region('main', [
      component('flexipage:tabset', [
        region('tabs', [tab('Standard.Tab.detail', 'force:detailPanel'), tab('Standard.Tab.relatedLists', 'force:relatedListContainer')])
      ])
    ]),
    region('sidebar', [component('runtime_sales_activities:activityPanel')])
  ]);
}

function flexiPage(model: OrgModel, name: string): Component | undefined {
  return model.components.get('flexipage')?.get(name.toLowerCase());
}

function components(model: OrgModel, type: string): Component[] {
  return [...(model.components.get(type)?.values() ?? [])];
}
