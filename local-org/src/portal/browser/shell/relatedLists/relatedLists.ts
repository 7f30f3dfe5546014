import { LightningElement, api } from 'lwc';
import type { ComponentNode } from '../../../pages/node.ts';
import type { PageScope } from '../types.ts';

/** The related lists of the page layout. */
export default class RelatedLists extends LightningElement {
  @api node!: ComponentNode;
  @api scope!: PageScope;

  get lists(): { name: string; label: string; isApprovals: boolean }[] {
    return (this.scope.record?.relatedLists ?? []).map((list) => ({ ...list, isApprovals: list.kind === 'approvals' }));
  }
  get isEmpty(): boolean {
    return this.lists.length === 0;
  }
}
