import { LightningElement, api } from 'lwc';
import { errorMessage, request } from 'portal/http';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import type { ComponentNode } from '../../../pages/node.ts';
import type { ListViewPage } from '../../../server/list-views.ts';
import type { PageScope } from '../types.ts';

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

  connectedCallback(): void {
    registerRefreshHandler(this, this.handler);
    void this.load();
  }

  disconnectedCallback(): void {
    unregisterRefreshHandler(this.handler);
  }

  private async load(): Promise<void> {
    try {
      this.page = await request<ListViewPage>('GET', `page/views/${this.objectApiName}/${this.filterName}?pageSize=${Number(this.node.attributes?.pageSize ?? 5)}&card=1`);
      this.problem = null;
    } catch (error) {
      this.problem = errorMessage(error);
    }
  }
}
