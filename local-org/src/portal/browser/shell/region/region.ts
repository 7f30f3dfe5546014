import { LightningElement, api } from 'lwc';
import type { ComponentNode, RegionNode } from '../../../pages/node.ts';
import type { PageScope } from '../types.ts';

/** The components of a region, one below the other. */
export default class Region extends LightningElement {
  @api region: RegionNode | undefined;
  @api scope!: PageScope;

  get components(): readonly ComponentNode[] {
    return this.region?.children ?? [];
  }
}
