import { LightningElement, api } from 'lwc';
import type { ComponentNode, RegionNode } from '../../../pages/node.ts';
import type { PageScope } from '../types.ts';

/** Root of a site view: its regions from top to bottom. */
export default class FlexibleLayout extends LightningElement {
  @api node!: ComponentNode;
  @api scope!: PageScope;

  get regions(): readonly RegionNode[] {
    return this.node.children ?? [];
  }
}
