import { LightningElement, api } from 'lwc';
import type { ComponentNode, RegionNode } from '../../../pages/node.ts';
import type { PageScope } from '../types.ts';

/** A Lightning page: header, then main content with an optional sidebar. Serves the record, app and home templates. */
export default class ColumnsPage extends LightningElement {
  @api node!: ComponentNode;
  @api scope!: PageScope;

  get header(): RegionNode | undefined {
    return this.named('header');
  }
  get top(): RegionNode | undefined {
    return this.named('top');
  }
  get main(): RegionNode | undefined {
    return this.named('main');
  }
  get bottomLeft(): RegionNode | undefined {
    return this.named('bottomLeft');
  }
  get bottomRight(): RegionNode | undefined {
    return this.named('bottomRight');
  }
  get sidebar(): RegionNode | undefined {
    return this.named('sidebar');
  }
  get mainClass(): string {
    return `slds-col slds-size_12-of-12${this.sidebar ? ' slds-large-size_8-of-12' : ''}`;
  }

  private named(name: string): RegionNode | undefined {
    const region = this.node.children?.find((candidate) => candidate.name === name);
    return region?.children?.length ? region : undefined;
  }
}
