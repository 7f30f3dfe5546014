import { LightningElement, api } from 'lwc';
import { errorMessage, request } from 'portal/http';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import type { ComponentNode } from '../../../pages/node.ts';
import type { ListViewPage } from '../../../server/list-views.ts';
import type { TableJson } from '../../../server/table.ts';
import type { PageScope } from '../types.ts';

/** What a column needs to be readable; a narrow card shows fewer of them. */
const COLUMN_PX = 140;

/** A list view as a card on Home. */
export default class ListCard extends LightningElement {
  @api node!: ComponentNode;
  @api scope!: PageScope;
  page: ListViewPage | null = null;
  problem: string | null = null;
  private handler = () => this.load();

  get objectApiName(): string {
    return String(this.node.attributes?.entityName ?? '');
  }
  get filterName(): string {
    return String(this.node.attributes?.filterName ?? '');
  }
  get heading(): string {
    return this.page ? `${this.page.label} (${this.page.rows.length}${this.page.more ? '+' : ''})` : this.filterName.replaceAll('_', ' ');
  }
  get href(): string {
    return `/lightning/o/${this.objectApiName}/list?filterName=${this.filterName}`;
  }

  get table(): TableJson | null {
    if (!this.page) return null;
    const fitting = Math.max(3, Math.floor((this.template!.host as HTMLElement).offsetWidth / COLUMN_PX));
    return {
      ...this.page,
      columns: this.page.columns.slice(0, fitting),
      rows: this.page.rows.map((row) => ({ ...row, cells: row.cells.slice(0, fitting) }))
    };
  }

  connectedCallback(): void {
    registerRefreshHandler(this, this.handler);
    void this.load();
  }

  disconnectedCallback(): void {
    unregisterRefreshHandler(this.handler);
  }

  private async load(): Promise<void> {
    try {
      this.page = await request<ListViewPage>(
        'GET',
        `page/views/${this.objectApiName}/${this.filterName}?pageSize=${Number(this.node.attributes?.pageSize ?? 5)}`
      );
      this.problem = null;
    } catch (error) {
      this.problem = errorMessage(error);
    }
  }
}
