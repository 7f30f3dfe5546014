import { describe, expect, it } from 'vitest';
import { root } from '../lib/run.ts';
import { siteImports, sitePages } from './site.ts';
import { edited, readTree, without } from './tree.ts';

const tree = readTree(root);
const SITE = 'unpackaged/site/digitalExperiences/site/Partner_Portal1';
const content = (item: string): string => `${SITE}/${item}/content.json`;
const LAYOUT = content('sfdc_cms__themeLayout/scopedHeaderAndFooter');
const DEALS = content('sfdc_cms__view/Deals');
const replace = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

describe('imports of what stands on the site', () => {
  it('are such as a site has', () => {
    expect(siteImports(tree)).toEqual([]);
  });

  it('are refused, named with the component that brings them, when a site does not have them', () => {
    const toast = edited(
      tree,
      'force-app/core/lwc/coreToast/coreToast.ts',
      replace("'lightning/toast'", "'lightning/platformShowToastEvent'")
    );
    expect(siteImports(toast).join('\n')).toMatch(/stands on the site, and coreToast\/coreToast\.ts: lightning\/platformShowToastEvent/);
    const bell = edited(
      tree,
      'force-app/core/lwc/coreNotificationBell/coreNotificationBell.ts',
      (text) => `import { subscribe } from 'lightning/empApi';\n${text}`
    );
    expect(siteImports(bell).join('\n')).toContain(
      'coreHeaderActions stands on the site, and coreNotificationBell/coreNotificationBell.ts'
    );
    const template = edited(
      tree,
      'force-app/core/lwc/coreState/coreState.html',
      replace('<slot', '<lightning-input-field></lightning-input-field><slot')
    );
    expect(siteImports(template).join('\n')).toContain('coreState/coreState.html');
  });
});

describe('pages of the site', () => {
  const pages = (path: string, edit: (text: string) => string): string => sitePages(edited(tree, path, edit)).join('\n');

  it('are whole', () => {
    expect(sitePages(tree)).toEqual([]);
  });

  it('are refused for a component that is not there, or not exposed to sites', () => {
    expect(pages(DEALS, replace('c:dealList', 'c:dealLists'))).toContain('there is no component c:dealLists');
    const meta = 'force-app/deal-registration/lwc/dealList/dealList.js-meta.xml';
    expect(pages(meta, replace('lightningCommunity__Page', 'lightning__HomePage'))).toContain('c:dealList is not exposed');
    expect(pages(meta, replace('<isExposed>true', '<isExposed>false'))).toContain('c:dealList is not exposed');
  });

  it('are refused for a property that a component does not have', () => {
    expect(pages(DEALS, replace('"definition": "c:dealList"', '"attributes": { "rows": 5 }, "definition": "c:dealList"'))).toContain(
      'c:dealList has no property rows'
    );
  });

  it('are refused for a menu, view, layout or object that is not there', () => {
    expect(pages(LAYOUT, replace('Partner_Portal_Navigation', 'Gone'))).toContain('there is no navigation menu Gone');
    expect(pages(content('sfdc_cms__route/Deals__c'), replace('"Deals"', '"Gone"'))).toContain('there is no view Gone');
    expect(pages(content('sfdc_cms__theme/Build_Your_Own_LWR'), replace('snaThemeLayout', 'gone'))).toContain(
      'there is no theme layout gone'
    );
    expect(
      pages(content('sfdc_cms__route/Deal_Registration_Detail__c'), replace('detail-Deal_Registration__c', 'detail-Deal__c'))
    ).toContain('there is no object Deal__c');
  });

  it('are refused when a route and its view disagree, or nothing leads to a view', () => {
    expect(pages(content('sfdc_cms__route/Deals__c'), replace('custom-deals', 'custom-other'))).toContain('is of type custom-other');
    expect(sitePages(without(tree, content('sfdc_cms__route/Deals__c'))).join('\n')).toContain('no route shows this view');
  });

  it('are refused when the menu leads nowhere', () => {
    const menu = 'unpackaged/site/navigationMenus/Partner_Portal_Navigation.navigationMenu-meta.xml';
    expect(pages(menu, replace('/new-deal', '/newdeal'))).toContain('no page of the site lies at /newdeal');
  });

  it('are refused when two nodes share an id, a row is not filled, or the name beside the content is another', () => {
    expect(pages(LAYOUT, replace(/5b0e7c52-[\w-]+/, '473c5b91-1d0e-5914-8f71-f74617316210'))).toContain('two nodes have the id');
    expect(pages(LAYOUT, replace('\\"columnWidth\\":\\"7\\"', '\\"columnWidth\\":\\"9\\"'))).toContain('not 12');
    expect(pages(`${SITE}/sfdc_cms__view/Deals/_meta.json`, replace('"Deals"', '"Deal"'))).toContain(
      'its _meta.json is of sfdc_cms__view Deal'
    );
  });
});
