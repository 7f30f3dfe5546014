import { describe, expect, it } from 'vitest';
import { parseXml } from '../../metadata/xml.ts';
import { flexiPageNode } from './flexipage.ts';
import { componentsOf, regionNamed } from './node.ts';

function page(body: string): ReturnType<typeof flexiPageNode> {
  const document = parseXml(`<FlexiPage>${body}<template><name>flexipage:recordHomeTemplateDesktop</name></template></FlexiPage>`, 'test');
  return flexiPageNode({ type: 'FlexiPage', name: 'Test_Page', path: 'test', body: document.body });
}

const component = (name: string, properties = ''): string =>
  `<itemInstances><componentInstance>${properties}<componentName>${name}</componentName><identifier>${name}1</identifier></componentInstance></itemInstances>`;
const property = (name: string, value: string): string =>
  `<componentInstanceProperties><name>${name}</name><value>${value}</value></componentInstanceProperties>`;
const region = (name: string, items: string, type = 'Region'): string =>
  `<flexiPageRegions>${items}<name>${name}</name><type>${type}</type></flexiPageRegions>`;

describe('a FlexiPage as a page tree', () => {
  it('has the template as root and its regions by name', () => {
    const node = page(region('main', component('dealScoreCard')));
    expect(node.definition).toBe('flexipage:recordHomeTemplateDesktop');
    expect(regionNamed(node, 'main')?.children?.map((child) => child.definition)).toEqual(['c:dealScoreCard']);
  });

  it('moves a facet under the component whose property names it', () => {
    const facet = region('tabContent', component('force:detailPanel'), 'Facet');
    const tabs = region(
      'myTabs',
      component('flexipage:tab', property('body', 'tabContent') + property('title', 'Standard.Tab.detail')),
      'Facet'
    );
    const node = page(facet + tabs + region('main', component('flexipage:tabset', property('tabs', 'myTabs'))));
    const tabset = regionNamed(node, 'main')!.children![0]!;
    const tab = regionNamed(tabset, 'tabs')!.children![0]!;
    expect(tab.attributes).toEqual({ title: 'Standard.Tab.detail' });
    expect(regionNamed(tab, 'body')!.children![0]!.definition).toBe('force:detailPanel');
  });

  it('gives booleans as booleans and leaves other text alone', () => {
    const node = page(region('main', component('dealScoreCard', property('compact', 'true') + property('rows', '10'))));
    expect([...componentsOf(node)].at(-1)?.attributes).toEqual({ compact: true, rows: '10' });
  });

  it('refuses a visibility rule rather than showing what should be hidden', () => {
    const hidden =
      '<itemInstances><componentInstance><componentName>secret</componentName><identifier>secret1</identifier><visibilityRule><criteria><operator>NE</operator></criteria></visibilityRule></componentInstance></itemInstances>';
    expect(() => page(region('main', hidden))).toThrow('the visibility rule of secret1 is not supported');
  });
});
