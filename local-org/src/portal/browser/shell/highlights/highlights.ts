import { LightningElement, api } from 'lwc';
import type { ComponentNode } from '../../../pages/node.ts';
import type { PageField, RecordPage } from '../../../server/record-page.ts';
import type { PageScope } from '../types.ts';

/** Name of the record, its compact layout, and what can be done with it. */
export default class Highlights extends LightningElement {
  @api node!: ComponentNode;
  @api scope!: PageScope;

  get record(): RecordPage {
    return this.scope.record!;
  }
  get fields(): readonly PageField[] {
    return this.record.highlights;
  }

  edit(): void {
    this.dispatchEvent(new CustomEvent('editrecord', { bubbles: true, composed: true }));
  }
}
