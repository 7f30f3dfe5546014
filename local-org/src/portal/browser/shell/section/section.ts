import { LightningElement, api } from 'lwc';
import type { ComponentNode, RegionNode } from '../../../pages/node.ts';
import type { PageScope } from '../types.ts';

interface SectionConfig {
  readonly columns: readonly { readonly UUID: string; readonly columnKey: string; readonly columnWidth: string }[];
}

/** A row of columns in the twelfths that its configuration gives them; on a phone they stand below each other. */
export default class Section extends LightningElement {
  @api node!: ComponentNode;
  @api scope!: PageScope;

  get columns(): { readonly key: string; readonly region: RegionNode; readonly className: string }[] {
    const config = JSON.parse(String(this.node.attributes?.sectionConfig ?? '{"columns":[]}')) as SectionConfig;
    return (this.node.children ?? []).map((region) => {
      const width = config.columns.find((column) => column.UUID === region.id || column.columnKey === region.name)?.columnWidth ?? '12';
      return { key: region.id, region, className: `slds-col slds-size_12-of-12 slds-large-size_${width}-of-12` };
    });
  }

  get className(): string {
    const centered = this.node.attributes?.sectionVerticalAlign === 'center' ? ' slds-grid_vertical-align-center' : '';
    return `slds-grid slds-wrap slds-gutters_small portal-section${centered}`;
  }
}
