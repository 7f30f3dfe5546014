import { LightningElement } from 'lwc';
import { errorMessage, request } from 'portal/http';
import { currentPath, go, onNavigate, ownPrefix } from 'portal/router';
import { refreshAll } from 'lightning/refresh';
import { RECORDS_CHANGED } from 'lightning/uiRecordApi';
import { useAddresses } from 'lightning/navigation';
import type { LightningApp } from '../../../pages/apps.ts';
import type { ComponentNode } from '../../../pages/node.ts';
import type { RecordPage } from '../../../server/record-page.ts';
import { lightningAddresses, locate, type LightningLocation } from '../lightning-addresses.ts';
import type { PageScope } from '../types.ts';

const APP_KEY = 'portal.app';

/** Lightning Experience: the app's tabs, and home, list, record and app pages from the org's metadata. */
export default class Lightning extends LightningElement {
  apps: readonly LightningApp[] = [];
  app: LightningApp | null = null;
  location: LightningLocation = { kind: 'unknown' };
  page: ComponentNode | null = null;
  scope: PageScope | null = null;
  form: RecordPage | null = null;
  problem: string | null = null;
  launcher = false;
  private path = '';
  private turn = 0;

  get isList(): boolean {
    return this.location.kind === 'list' && this.problem === null;
  }
  get listObject(): string {
    return this.location.kind === 'list' ? this.location.objectApiName : '';
  }
  get listFilter(): string | null {
    return this.location.kind === 'list' ? this.location.filterName : null;
  }
  get appLabel(): string {
    return this.app?.label ?? '';
  }
  get launcherExpanded(): string {
    return String(this.launcher);
  }
  get tabs(): { key: string; label: string; href: string; current: 'page' | null; className: string }[] {
    return (this.app?.tabs ?? []).map((tab) => {
      const href =
        tab.kind === 'home'
          ? '/lightning/page/home'
          : tab.kind === 'object'
            ? `/lightning/o/${tab.objectApiName}/list`
            : `/lightning/n/${tab.name}`;
      const active =
        (tab.kind === 'home' && this.location.kind === 'home') ||
        (tab.kind === 'page' && this.location.kind === 'tab' && this.location.tab === tab.name) ||
        (tab.kind === 'object' && this.activeObject === tab.objectApiName);
      return {
        key: tab.name,
        label: tab.label,
        href,
        current: active ? 'page' : null,
        className: `slds-context-bar__item${active ? ' slds-is-active' : ''}`
      };
    });
  }
  private get activeObject(): string | undefined {
    return this.location.kind === 'list'
      ? this.location.objectApiName
      : this.location.kind === 'record'
        ? this.scope?.objectApiName
        : undefined;
  }

  async connectedCallback(): Promise<void> {
    ownPrefix('/lightning');
    useAddresses(lightningAddresses);
    try {
      this.apps = await request<readonly LightningApp[]>('GET', 'page/apps');
      this.app = this.apps.find((app) => app.name === sessionStorage.getItem(APP_KEY)) ?? this.apps[0] ?? null;
      if (!this.app) throw new Error('You have access to no app. Ask your administrator for a permission set.');
    } catch (error) {
      this.problem = errorMessage(error);
      return;
    }
    onNavigate((path) => void this.show(path));
    window.addEventListener(RECORDS_CHANGED, () => void this.show(this.path));
    await this.show(currentPath());
  }

  toggleLauncher(): void {
    this.launcher = !this.launcher;
  }

  chooseApp(event: Event): void {
    const name = (event.currentTarget as HTMLElement).dataset.name!;
    sessionStorage.setItem(APP_KEY, name);
    this.app = this.apps.find((app) => app.name === name) ?? this.app;
    this.launcher = false;
    const [first] = this.tabs;
    go(first?.href ?? '/lightning/page/home');
  }

  skip(event: Event): void {
    event.preventDefault();
    (this.refs?.main as HTMLElement | undefined)?.focus();
  }

  async createRecord(event: CustomEvent<{ objectApiName: string }>): Promise<void> {
    await this.attempt(async () => {
      this.form = await request<RecordPage>('GET', `page/new/${event.detail.objectApiName}`);
    });
  }

  editRecord(): void {
    this.form = this.scope?.record ?? null;
  }

  closeForm(): void {
    this.form = null;
  }

  async formSaved(event: CustomEvent<{ recordId: string }>): Promise<void> {
    const created = this.form?.id === null;
    this.form = null;
    if (created) go(`/lightning/r/${event.detail.recordId}/view`);
    else await this.recordChanged();
  }

  async recordChanged(): Promise<void> {
    await this.show(this.path);
    await refreshAll();
  }

  private async show(path: string): Promise<void> {
    const turn = ++this.turn;
    const location = locate(path);
    const [first] = this.tabs;
    if (location.kind === 'home' && first && !this.app!.tabs.some((tab) => tab.kind === 'home')) {
      // An app without Home opens on its first tab.
      go(first.href, true);
      return;
    }
    const samePage = path === this.path;
    this.path = path;
    await this.attempt(async () => {
      const next = await this.load(location, path);
      if (turn !== this.turn) return;
      this.location = location;
      if (!samePage || JSON.stringify(this.page) !== JSON.stringify(next.page)) this.page = next.page;
      this.scope = next.scope;
      document.title = [next.title, this.appLabel].filter(Boolean).join(' | ');
    });
  }

  private async load(location: LightningLocation, path: string): Promise<{ page: ComponentNode | null; scope: PageScope; title: string }> {
    const app = this.app!.name;
    switch (location.kind) {
      case 'home':
        return { ...(await request<{ page: ComponentNode }>('GET', `page/home/${app}`)), scope: { path }, title: 'Home' };
      case 'tab': {
        const tab = await request<{ page: ComponentNode; label: string }>('GET', `page/tab/${location.tab}`);
        return { page: tab.page, scope: { path }, title: tab.label };
      }
      case 'record': {
        const { page, record } = await request<{ page: ComponentNode; record: RecordPage }>(
          'GET',
          `page/record/${app}/${location.recordId}`
        );
        return { page, scope: { path, recordId: record.id!, objectApiName: record.objectApiName, record }, title: record.title };
      }
      case 'list':
        return {
          page: null,
          scope: { path, objectApiName: location.objectApiName },
          title: location.objectApiName.replace(/__c$/, '').replaceAll('_', ' ')
        };
      default:
        throw new Error('This page does not exist.');
    }
  }

  private async attempt(body: () => Promise<void>): Promise<void> {
    try {
      await body();
      this.problem = null;
    } catch (error) {
      this.page = null;
      this.problem = errorMessage(error);
    }
  }
}
