import { LightningElement, api } from 'lwc';
import type { ComponentNode } from '../../../pages/node.ts';
import type { PageField, RecordPage } from '../../../server/record-page.ts';
import type { PageScope } from '../types.ts';

interface Section {
  readonly label: string;
  readonly showLabel: boolean;
  readonly columns: readonly { readonly key: number; readonly fields: readonly PageField[]; readonly className: string }[];
}

/** The page layout's fields, read only. */
export default class RecordDetail extends LightningElement {
  @api node!: ComponentNode;
  @api scope!: PageScope;

  get sections(): Section[] {
    const record: RecordPage = this.scope.record!;
    return record.sections
      .map((section) => {
        const columns = section.columns.filter((fields) => fields.length > 0);
        const width = columns.length > 1 ? ' slds-medium-size_6-of-12' : '';
        return {
          label: section.label,
          showLabel: section.showLabel,
          columns: columns.map((fields, key) => ({ key, fields, className: `slds-col slds-size_12-of-12${width}` }))
        };
      })
      .filter((section) => section.columns.length > 0);
  }
}
