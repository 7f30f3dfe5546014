import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference, NavigationMixin, type PageReference } from 'lightning/navigation';
import type { BulkAction, BulkRequest, BulkResult, Option, QueueColumn, QueuePlace, QueueRow } from 'c/coreTypes';
import type { ViewState } from 'c/coreViewState';
import { labels } from 'c/coreLabels';
import { format, formatCount, formatNumber } from 'c/coreFormat';
import { pageAt, placeIn } from 'c/corePlace';
import { type Row, headers, toRow } from './cells';

const SEARCH_DELAY = 300;
/** More than this do not fit in a line as chips. */
const MAX_CHIPS = 6;

/**
 * A list to work through: filter, search, order, pages, selection with bulk actions, export; a table on a desk, cards on a
 * phone. It holds no records: the owner passes the rows of a `QueuePlace` and answers these events:
 * - `query` with the wanted `QueuePlace`; also once at the beginning when the address names another place than the owner does
 * - `open` with `{ id }`, cancelable: otherwise the record page opens
 * - `bulk` with a `BulkRequest`, after the person has looked at what it covers; answer with `outcome` or `actionError`
 * - `undo` with the `BulkRequest` to take back, `export`, `retry`
 * Slots: `actions` beside the heading, `empty` where there is nothing.
 */
export default class CoreQueue extends NavigationMixin(LightningElement) {
  @api heading = '';
  @api state: ViewState = 'loading';
  /** Sentence for the error state, or why there is nothing. */
  @api message: string = labels.queueEmpty;
  @api emptyTitle = '';
  @api columns: readonly QueueColumn[] = [];
  @api total = 0;
  /** The domain's words for the number of rows. */
  @api countLabel: string = labels.queueCount;
  @api singularLabel: string = labels.queueOne;
  @api pageSize = 20;
  @api pageNumber = 1;
  @api filters: readonly Option[] = [];
  @api filterLabel: string = labels.queueFilter;
  @api filter = '';
  @api search = '';
  /** Offered only where the server can search. */
  @api searchable = false;
  @api sort = '';
  @api descending = false;
  @api bulkActions: readonly BulkAction[] = [];
  @api canExport = false;
  /** An action or an export is on its way. */
  @api busy = false;
  @api actionError = '';
  /** Object of the rows, for their links. */
  @api objectApiName = '';
  /** Name of this list in the address; without one the place is not kept. */
  @api placeKey = '';

  readonly labels = labels;
  selected: ReadonlySet<string> = new Set();
  action: BulkAction | null = null;
  actionText = '';
  private shownRows: readonly QueueRow[] = [];
  private result: BulkResult | null = null;
  private lastRequest: BulkRequest | null = null;
  private urls: ReadonlyMap<string, string> = new Map();
  private urlTurn = 0;
  private page?: PageReference;
  private searchTimer?: ReturnType<typeof setTimeout>;
  private focusOnResult = false;

  @wire(CurrentPageReference)
  wiredPage(page: PageReference | null): void {
    const first = !this.page;
    this.page = page ?? this.page;
    if (first) this.restorePlace();
  }

  connectedCallback(): void {
    // Rows and wire may have come before the owner said whose rows they are and how the list is called.
    void this.findUrls();
    this.restorePlace();
  }

  disconnectedCallback(): void {
    clearTimeout(this.searchTimer);
  }

  renderedCallback(): void {
    const result = this.focusOnResult ? this.template?.querySelector<HTMLElement>('[data-id="outcome"]') : null;
    if (!result) return;
    this.focusOnResult = false;
    result.focus();
  }

  @api
  get rows(): readonly QueueRow[] {
    return this.shownRows;
  }

  set rows(rows: readonly QueueRow[]) {
    this.shownRows = rows;
    this.selected = new Set(rows.filter(({ id }) => this.selected.has(id)).map(({ id }) => id));
    void this.findUrls();
  }

  @api
  get outcome(): BulkResult | null {
    return this.result;
  }

  set outcome(result: BulkResult | null) {
    this.result = result;
    if (!result) return;
    this.action = null;
    this.selected = new Set();
    this.focusOnResult = true;
  }

  get headers(): ReturnType<typeof headers> {
    return headers(this.columns, this.sort, this.descending);
  }

  get viewRows(): Row[] {
    return this.shownRows.map((row) => toRow(row, this.columns, this.selected.has(row.id), this.urls.get(row.id) ?? '#'));
  }

  get selectedRows(): Row[] {
    return this.viewRows.filter(({ selected }) => selected);
  }

  get decidingHeaders(): ReturnType<typeof headers> {
    return this.headers.filter(({ decides, isName }) => decides || isName);
  }

  get countText(): string {
    return this.state === 'loading' ? '' : formatCount(this.total, this.singularLabel, this.countLabel);
  }

  get emptyText(): string {
    return this.search && this.state === 'empty' ? format(labels.queueNothingFound, this.search) : this.message;
  }

  get chips(): { value: string; label: string; pressed: 'true' | 'false'; class: string }[] {
    if (this.filters.length > MAX_CHIPS) return [];
    return this.filters.map(({ value, label }) => {
      const on = value === this.filter;
      return { value, label, pressed: on ? 'true' : 'false', class: on ? 'chip chip_on' : 'chip' };
    });
  }

  get filtersAsList(): boolean {
    return this.filters.length > MAX_CHIPS;
  }

  get sortOptions(): Option[] {
    return this.columns
      .filter(({ sortable }) => sortable)
      .flatMap(({ name, label }) => [
        { value: `${name} up`, label: format(labels.queueAscending, label) },
        { value: `${name} down`, label: format(labels.queueDescending, label) }
      ]);
  }

  get sortValue(): string {
    return this.sort ? `${this.sort} ${this.descending ? 'down' : 'up'}` : '';
  }

  get canSelect(): boolean {
    return this.bulkActions.length > 0;
  }

  get allSelected(): boolean {
    return this.selected.size > 0 && this.selected.size === this.shownRows.length;
  }

  get nothingSelected(): boolean {
    return this.selected.size === 0;
  }

  get bulkDisabled(): boolean {
    return this.busy || this.nothingSelected;
  }

  get selectedText(): string {
    return format(labels.queueSelected, formatNumber(this.selected.size));
  }

  get barClass(): string {
    return this.nothingSelected ? 'bulk' : 'bulk bulk_on';
  }

  get pageCount(): number {
    return Math.max(1, Math.ceil(this.total / this.pageSize));
  }

  get isLooking(): boolean {
    return this.action !== null;
  }

  get consequence(): string {
    return this.action ? format(this.action.consequence, formatNumber(this.selected.size)) : '';
  }

  get cannotConfirm(): boolean {
    return this.bulkDisabled || (Boolean(this.action?.textRequired) && this.actionText.trim() === '');
  }

  get errorBesideTable(): string {
    return this.isLooking ? '' : this.actionError;
  }

  get problemsTitle(): string {
    return format(labels.queueProblems, this.result?.problems.length ?? 0);
  }

  get hasProblems(): boolean {
    return Boolean(this.result && this.result.problems.length > 0);
  }

  get outcomeIcon(): string {
    return this.hasProblems ? 'utility:warning' : 'utility:success';
  }

  handleChip(event: Event): void {
    this.ask({ filter: (event.currentTarget as HTMLElement).dataset.value ?? '', pageNumber: 1 });
  }

  handleFilter(event: CustomEvent<{ value: string }>): void {
    this.ask({ filter: event.detail.value, pageNumber: 1 });
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    clearTimeout(this.searchTimer);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- typing must not send a request per key
    this.searchTimer = setTimeout(() => this.ask({ search: value.trim(), pageNumber: 1 }), SEARCH_DELAY);
  }

  handleClearSearch(): void {
    this.ask({ search: '', pageNumber: 1 });
  }

  handleSort(event: Event): void {
    const { name = '' } = (event.currentTarget as HTMLElement).dataset;
    this.ask({ sort: name, descending: this.sort === name && !this.descending, pageNumber: 1 });
  }

  handleSortChoice(event: CustomEvent<{ value: string }>): void {
    const [sort = '', direction] = event.detail.value.split(' ');
    this.ask({ sort, descending: direction === 'down', pageNumber: 1 });
  }

  handleTurn(event: CustomEvent<number>): void {
    this.ask({ pageNumber: event.detail });
  }

  handleSelect(event: Event): void {
    const { checked, dataset } = event.target as HTMLInputElement;
    this.select(dataset.id ?? '', checked);
  }

  handleSelectAll(event: Event): void {
    const { checked } = event.target as HTMLInputElement;
    this.selected = new Set(checked ? this.shownRows.map(({ id }) => id) : []);
  }

  handleOpen(event: Event): void {
    const { id: recordId = '' } = (event.currentTarget as HTMLElement).dataset;
    const opened = new CustomEvent('open', { detail: { id: recordId }, cancelable: true });
    const { ctrlKey, metaKey, shiftKey } = event as MouseEvent;
    // Left to the browser: another tab or window.
    if (ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    if (this.dispatchEvent(opened)) void this[NavigationMixin.Navigate](this.recordPage(recordId));
  }

  handleBulk(event: Event): void {
    const { name } = (event.currentTarget as HTMLElement).dataset;
    this.action = this.bulkActions.find((action) => action.name === name) ?? null;
    this.actionText = '';
    this.result = null;
  }

  handleTakeOut(event: Event): void {
    this.select((event.currentTarget as HTMLElement).dataset.id ?? '', false);
    if (this.nothingSelected) this.action = null;
  }

  handleActionText(event: CustomEvent<{ value: string }>): void {
    this.actionText = event.detail.value;
  }

  handleLeave(): void {
    this.action = null;
  }

  handleConfirm(): void {
    if (!this.action || this.cannotConfirm) return;
    this.lastRequest = { name: this.action.name, ids: [...this.selected], text: this.actionText.trim() || null };
    this.dispatchEvent(new CustomEvent('bulk', { detail: this.lastRequest }));
  }

  handleUndo(): void {
    this.result = null;
    this.dispatchEvent(new CustomEvent('undo', { detail: this.lastRequest }));
  }

  handleDismiss(): void {
    this.result = null;
  }

  handleExport(): void {
    this.dispatchEvent(new CustomEvent('export'));
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }

  private select(id: string, chosen: boolean): void {
    const selected = new Set(this.selected);
    if (chosen) selected.add(id);
    else selected.delete(id);
    this.selected = selected;
  }

  private get place(): QueuePlace {
    const { filter, search, sort, descending, pageNumber } = this;
    return { filter, search, sort, descending, pageNumber };
  }

  private ask(change: Partial<QueuePlace>): void {
    const place: QueuePlace = { ...this.place, ...change };
    this.result = null;
    this.dispatchEvent(new CustomEvent('query', { detail: place }));
    if (!this.page || !this.placeKey) return;
    const kept = { ...place, descending: place.descending ? 'true' : '', pageNumber: String(place.pageNumber) };
    void this[NavigationMixin.Navigate](pageAt(this.page, this.placeKey, kept), true);
  }

  /** Only what the list knows: an address is written by anybody. */
  private restorePlace(): void {
    const kept = this.isConnected && this.placeKey ? placeIn(this.page, this.placeKey) : null;
    if (!kept) return;
    const filter = this.filters.some(({ value }) => value === kept.filter) ? (kept.filter ?? '') : this.filter;
    const sort = this.columns.some(({ name, sortable }) => sortable && name === kept.sort) ? (kept.sort ?? '') : this.sort;
    const place: QueuePlace = {
      filter,
      search: this.searchable ? (kept.search ?? '') : '',
      sort,
      descending: kept.descending === 'true',
      pageNumber: Math.max(1, Math.trunc(Number(kept.pageNumber)) || 1)
    };
    if (JSON.stringify(place) !== JSON.stringify(this.place)) this.dispatchEvent(new CustomEvent('query', { detail: place }));
  }

  private async findUrls(): Promise<void> {
    if (!this.isConnected || !this.objectApiName) return;
    const turn = ++this.urlTurn;
    const ids = this.shownRows.map(({ id }) => id);
    const urls = await Promise.all(ids.map((id) => this[NavigationMixin.GenerateUrl](this.recordPage(id))));
    if (turn === this.urlTurn) this.urls = new Map(ids.map((id, index) => [id, urls[index] || '#']));
  }

  private recordPage(recordId: string): PageReference {
    return { type: 'standard__recordPage', attributes: { recordId, objectApiName: this.objectApiName, actionName: 'view' } };
  }
}
