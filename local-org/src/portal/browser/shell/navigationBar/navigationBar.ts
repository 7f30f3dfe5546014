import { LightningElement, api } from 'lwc';
import type { ComponentNode } from '../../../pages/node.ts';
import type { PageScope } from '../types.ts';

interface Item {
  readonly label: string;
  readonly href: string;
  readonly current: 'page' | null;
  readonly className: string;
}

/** The menu that the theme layout names, from navigation menu metadata. */
export default class NavigationBar extends LightningElement {
  @api node!: ComponentNode;
  @api scope!: PageScope;

  get items(): Item[] {
    const menu = String(this.node.attributes?.navigationMenuEditor ?? '');
    const { site, path } = this.scope;
    return (site?.menus[menu] ?? []).map(({ label, target }) => {
      const href = target.startsWith('/') ? `${site!.basePath}${target === '/' ? '' : target}` || '/' : target;
      const active = path.split('?')[0] === href;
      return { label, href, current: active ? 'page' : null, className: `portal-nav-item${active ? ' portal-nav-item_active' : ''}` };
    });
  }

  get missing(): string | null {
    const menu = String(this.node.attributes?.navigationMenuEditor ?? '');
    return this.scope.site?.menus[menu] ? null : `The site has no navigation menu ${menu}.`;
  }
}
