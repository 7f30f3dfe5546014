import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Component, OrgModel } from '../../metadata/model.ts';
import { readXml } from '../../metadata/xml.ts';
import { componentsOf } from './node.ts';
import { readSites } from './site.ts';

const SITE = path.resolve(import.meta.dirname, '../../../../unpackaged/site');
const BUNDLE = 'digitalExperiences/site/Partner_Portal1';
const copies: string[] = [];

afterEach(() => copies.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function component(type: string, name: string, file: string): [string, ReadonlyMap<string, Component>] {
  return [type.toLowerCase(), new Map([[name.toLowerCase(), { type, name, path: file, body: readXml(path.join(SITE, file)).body }]])];
}

function modelOf(folder: string): OrgModel {
  return {
    root: folder,
    packageDirectories: ['.'],
    components: new Map([
      component('DigitalExperienceConfig', 'Partner_Portal1', 'digitalExperienceConfigs/Partner_Portal1.digitalExperienceConfig-meta.xml'),
      component('Network', 'Partner Portal', 'networks/Partner Portal.network-meta.xml'),
      component('NavigationMenu', 'Partner_Portal_Navigation', 'navigationMenus/Partner_Portal_Navigation.navigationMenu-meta.xml')
    ])
  } as unknown as OrgModel;
}

/** A copy of the site with one content item changed. */
function changed(item: string, change: (content: { contentBody: Record<string, unknown> }) => void): OrgModel {
  const folder = mkdtempSync(path.join(tmpdir(), 'site-'));
  copies.push(folder);
  cpSync(SITE, folder, { recursive: true });
  const file = path.join(folder, BUNDLE, item, 'content.json');
  const content = JSON.parse(readFileSync(file, 'utf8')) as { contentBody: Record<string, unknown> };
  change(content);
  writeFileSync(file, JSON.stringify(content));
  return modelOf(folder);
}

describe('the partner site', () => {
  it('has the pages a partner needs, each with its component', () => {
    const [site] = readSites(modelOf(SITE));
    const on = (routeType: string): string[] => {
      const route = site!.routes.find((candidate) => candidate.routeType === routeType);
      return [...componentsOf(site!.views[route!.viewId]!.component)]
        .map((node) => node.definition)
        .filter((name) => name.startsWith('c:'));
    };
    expect(site!.basePath).toBe('/partners');
    expect(on('home')).toEqual(['c:recommendedForYou', 'c:dealList']);
    expect(on('custom-deals')).toEqual(['c:dealList']);
    expect(on('custom-new-deal')).toEqual(['c:dealForm']);
    expect(on('detail-Deal_Registration__c')).toEqual(['c:dealStatus']);
  });

  it('binds the record of the detail page', () => {
    const [site] = readSites(modelOf(SITE));
    const status = [...componentsOf(site!.views['Deal_Registration_Detail']!.component)].find((node) => node.definition === 'c:dealStatus');
    expect(status?.attributes).toEqual({ recordId: '{!recordId}' });
  });

  it('navigates by the menu that its theme layout names', () => {
    const [site] = readSites(modelOf(SITE));
    const bar = [...componentsOf(site!.themeLayouts['Inner']!)].find((node) => node.definition.startsWith('community_navigation:'));
    expect(site!.menus[String(bar?.attributes?.navigationMenuEditor)]?.map((item) => item.target)).toEqual([
      '/',
      '/deals',
      '/new-deal',
      '/library'
    ]);
  });

  it('gives every node of a page an id of its own, as deployment demands', () => {
    const [site] = readSites(modelOf(SITE));
    for (const [name, view] of Object.entries(site!.views)) {
      const ids = [...componentsOf(view.component)].flatMap((node) => [node.id, ...(node.children ?? []).map((region) => region.id)]);
      expect(new Set(ids).size, name).toBe(ids.length);
    }
  });

  it('is refused when a route and its view are of different types', () => {
    const model = changed('sfdc_cms__route/Deals__c', (content) => (content.contentBody.routeType = 'custom-other'));
    expect(() => readSites(model)).toThrow(
      'Route Deals__c of site Partner_Portal1 is of type custom-other, its view Deals of type custom-deals'
    );
  });

  it('is refused when a route names a view that does not exist', () => {
    const model = changed('sfdc_cms__route/Home', (content) => (content.contentBody.activeViewId = 'gone'));
    expect(() => readSites(model)).toThrow('names the missing view gone');
  });
});
