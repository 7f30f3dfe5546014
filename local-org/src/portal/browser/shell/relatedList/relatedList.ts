import { LightningElement, api } from 'lwc';
import { errorMessage, request } from 'portal/http';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import type { TableJson } from '../../../server/table.ts';
import type { PageScope } from '../types.ts';

/** Rows that look up to the record being shown. */
export default class RelatedList extends LightningElement {
  @api name = '';
  @api label = '';
  @api scope!: PageScope;
  table: TableJson | null = null;
  problem: string | null = null;
  private handler = () => this.load();

  get heading(): string {
    const count = this.table ? ` (${this.table.rows.length}${this.table.more ? '+' : ''})` : '';
    return `${this.label}${count}`;
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
      this.table = await request<TableJson>('GET', `page/related/${this.scope.recordId}/${encodeURIComponent(this.name)}`);
      this.problem = null;
    } catch (error) {
      this.problem = errorMessage(error);
    }
  }
}
