import { LightningElement, api } from 'lwc';
import type { ComponentNode } from '../../../pages/node.ts';
import type { PageScope } from '../types.ts';

/** One related list, as the page's metadata configures it. */
export default class RelatedListSingle extends LightningElement {
  @api node!: ComponentNode;
  @api scope!: PageScope;

  get isApprovals(): boolean {
    return this.name === 'ProcessSteps';
  }
  get name(): string {
    return String(this.node.attributes?.relatedListApiName ?? '');
  }
  get label(): string {
    return this.scope.record?.relatedLists.find((list) => list.name === this.name)?.label ?? this.name;
  }
}
