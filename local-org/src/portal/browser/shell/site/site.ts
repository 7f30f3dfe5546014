import { LightningElement } from 'lwc';
import { errorMessage, request } from 'portal/http';
import { currentPath, onNavigate, ownPrefix } from 'portal/router';
import { useAddresses } from 'lightning/navigation';
import type { ComponentNode } from '../../../pages/node.ts';
import type { SiteDefinition } from '../../../pages/site.ts';
import { locate, siteAddresses } from '../site-addresses.ts';
import type { PageScope } from '../types.ts';

/** An Experience Cloud site: finds the route of the address and shows its view inside the theme layout. */
export default class Site extends LightningElement {
  layout: ComponentNode | null = null;
  scope: PageScope | null = null;
  problem: string | null = null;
  private site: SiteDefinition | null = null;
  private stop: () => void = () => undefined;

  async connectedCallback(): Promise<void> {
    try {
      this.site = await request<SiteDefinition>('GET', 'site');
    } catch (error) {
      this.problem = errorMessage(error);
      return;
    }
    ownPrefix(this.site.basePath || '/');
    useAddresses(siteAddresses(this.site));
    this.stop = onNavigate((path) => this.show(path));
    this.show(currentPath());
  }

  disconnectedCallback(): void {
    this.stop();
  }

  private show(path: string): void {
    const site = this.site!;
    const location = locate(site, path);
    const route = location?.route ?? site.routes.find((candidate) => candidate.routeType === 'error');
    const view = route ? site.views[route.viewId] : undefined;
    if (!route || !view) {
      this.problem = 'This page does not exist.';
      return;
    }
    this.layout = site.themeLayouts[view.themeLayoutType] ?? null;
    if (!this.layout) this.problem = `The theme has no layout ${view.themeLayoutType}.`;
    this.scope = {
      site,
      path,
      view: view.component,
      ...(location?.recordId ? { recordId: location.recordId } : {}),
      ...(location?.objectApiName ? { objectApiName: location.objectApiName } : {})
    };
  }
}
