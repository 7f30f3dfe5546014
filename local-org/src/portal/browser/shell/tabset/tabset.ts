import { LightningElement, api } from 'lwc';
import type { ComponentNode, RegionNode } from '../../../pages/node.ts';
import type { PageScope } from '../types.ts';

/** Labels of the platform's own tabs, which page metadata names by key. */
const STANDARD_LABELS: Readonly<Record<string, string>> = {
  'Standard.Tab.detail': 'Details',
  'Standard.Tab.relatedLists': 'Related',
  'Standard.Tab.activity': 'Activity',
  'Standard.Tab.fields': 'Fields'
};

export default class Tabset extends LightningElement {
  @api node!: ComponentNode;
  @api scope!: PageScope;

  get tabs(): { readonly key: string; readonly label: string; readonly body: RegionNode | undefined }[] {
    const tabs = this.node.children?.find((region) => region.name === 'tabs')?.children ?? [];
    return tabs.map((tab) => {
      const title = String(tab.attributes?.title ?? tab.id);
      return { key: tab.id, label: STANDARD_LABELS[title] ?? title, body: tab.children?.find((region) => region.name === 'body') };
    });
  }
}
