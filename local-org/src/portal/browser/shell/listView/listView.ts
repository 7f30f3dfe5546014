import { LightningElement, api } from 'lwc';
import { errorMessage, request } from 'portal/http';
import { go } from 'portal/router';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import type { ListViewPage } from '../../../server/list-views.ts';

interface Views {
  readonly label: string;
  readonly canCreate: boolean;
  readonly views: readonly { readonly name: string; readonly label: string }[];
}

/** An object's list views: choose, sort, open. */
export default class ListView extends LightningElement {
  private _objectApiName = '';
  private _filterName: string | null = null;
  views: Views | null = null;
  page: ListViewPage | null = null;
  problem: string | null = null;
  sort: string | null = null;
  descending = false;
  private size = 50;
  private handler = () => this.loadRows();

  @api
  get objectApiName(): string {
    return this._objectApiName;
  }
  set objectApiName(name: string) {
    if (name === this._objectApiName) return;
    this._objectApiName = name;
    this.views = null;
    this.page = null;
    this.sort = null;
    void this.load();
  }

  @api
  get filterName(): string | null {
    return this._filterName;
  }
  set filterName(name: string | null) {
    if (name === this._filterName) return;
    this._filterName = name;
    this.sort = null;
    if (this.views) void this.loadRows();
  }

  get options(): { label: string; value: string }[] {
    return (this.views?.views ?? []).map(({ name, label }) => ({ label, value: name }));
  }
  get current(): string {
    return this._filterName ?? this.views?.views[0]?.name ?? '';
  }
  get title(): string {
    return this.views?.label ?? '';
  }
  get canCreate(): boolean {
    return this.views?.canCreate ?? false;
  }
  get hasMore(): boolean {
    return this.page?.more ?? false;
  }
  get count(): string {
    if (!this.page) return '';
    const shown = this.page.rows.length;
    return this.page.more ? `First ${shown} records` : shown === 1 ? '1 record' : `${shown} records`;
  }

  connectedCallback(): void {
    registerRefreshHandler(this, this.handler);
  }

  disconnectedCallback(): void {
    unregisterRefreshHandler(this.handler);
  }

  choose(event: CustomEvent<{ value: string }>): void {
    go(`/lightning/o/${this._objectApiName}/list?filterName=${event.detail.value}`);
  }

  create(): void {
    this.dispatchEvent(new CustomEvent('createrecord', { bubbles: true, composed: true, detail: { objectApiName: this._objectApiName } }));
  }

  reorder(event: CustomEvent<{ sort: string; descending: boolean }>): void {
    this.sort = event.detail.sort;
    this.descending = event.detail.descending;
    void this.loadRows();
  }

  showMore(): void {
    this.size += 100;
    void this.loadRows();
  }

  private async load(): Promise<void> {
    try {
      this.views = await request<Views>('GET', `page/views/${this._objectApiName}`);
      await this.loadRows();
    } catch (error) {
      this.problem = errorMessage(error);
    }
  }

  private async loadRows(): Promise<void> {
    if (!this.current) return;
    try {
      const order = this.sort ? `&sort=${encodeURIComponent(this.sort)}&descending=${this.descending ? 1 : 0}` : '';
      this.page = await request<ListViewPage>('GET', `page/views/${this._objectApiName}/${this.current}?pageSize=${this.size}${order}`);
      this.problem = null;
    } catch (error) {
      this.problem = errorMessage(error);
    }
  }
}
