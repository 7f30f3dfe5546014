import { LightningElement, api } from 'lwc';
import type { ComponentNode, RegionNode } from '../../../pages/node.ts';
import type { PageScope } from '../types.ts';

/** The frame of every page of a site: header, the page's view, footer. */
export default class ThemeLayout extends LightningElement {
  @api node!: ComponentNode;
  @api scope!: PageScope;

  get header(): RegionNode | undefined {
    return this.named('header');
  }

  get footer(): RegionNode | undefined {
    return this.named('footer');
  }

  skip(event: Event): void {
    event.preventDefault();
    (this.refs?.main as HTMLElement | undefined)?.focus();
  }

  private named(name: string): RegionNode | undefined {
    return this.node.children?.find((region) => region.name === name);
  }
}
