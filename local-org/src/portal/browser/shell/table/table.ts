import { LightningElement, api } from 'lwc';
import type { Cell, TableJson } from '../../../server/table.ts';

interface ShownCell {
  readonly key: string;
  readonly className: string;
  readonly label: string;
  readonly isCheck: boolean;
  readonly isLink: boolean;
  readonly text: string | null;
  readonly href: string;
}

/** Rows of a list view or related list. Headers sort when the list says so. */
export default class Table extends LightningElement {
  @api table!: TableJson;
  @api label = '';
  @api sortable = false;
  @api sort: string | null = null;
  @api descending = false;

  get columns(): { path: string; label: string; className: string; ariaSort: string | null; icon: string | null }[] {
    return this.table.columns.map((column) => {
      const sorted = this.sort === column.path;
      return {
        ...column,
        className: column.numeric ? 'slds-text-align_right' : '',
        ariaSort: sorted ? (this.descending ? 'descending' : 'ascending') : null,
        icon: sorted ? (this.descending ? 'utility:arrowdown' : 'utility:arrowup') : null
      };
    });
  }

  get rows(): { id: string; cells: ShownCell[] }[] {
    return this.table.rows.map((row) => ({ id: row.id, cells: row.cells.map((cell, index) => this.shown(cell, index)) }));
  }

  get isEmpty(): boolean {
    return this.table.rows.length === 0;
  }

  chooseSort(event: Event): void {
    const path = (event.currentTarget as HTMLElement).dataset.path!;
    this.dispatchEvent(new CustomEvent('sortchange', { detail: { sort: path, descending: this.sort === path && !this.descending } }));
  }

  private shown(cell: Cell, index: number): ShownCell {
    const column = this.table.columns[index]!;
    return {
      key: column.path,
      className: column.numeric ? 'slds-text-align_right' : '',
      label: column.label,
      isCheck: cell.value === true,
      isLink: cell.recordId !== null && cell.text !== null,
      text: cell.text,
      href: `/lightning/r/${cell.recordId}/view`
    };
  }
}
