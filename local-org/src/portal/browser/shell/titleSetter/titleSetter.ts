import { LightningElement, api } from 'lwc';
import type { ComponentNode } from '../../../pages/node.ts';
import type { PageScope } from '../types.ts';

/** Sets the document's title as the page's SEO settings say. */
export default class TitleSetter extends LightningElement {
  @api node!: ComponentNode;
  @api scope!: PageScope;

  renderedCallback(): void {
    const title = String(this.node.attributes?.pageTitle ?? '');
    const page = title === '' || title.includes('{!') ? null : title;
    document.title = [page ?? this.fallback(), this.scope.site?.name].filter(Boolean).join(' | ');
  }

  /** Record titles name the object: the record itself is only known to the component that shows it. */
  private fallback(): string | undefined {
    return this.scope.objectApiName?.replace(/__c$/, '').replaceAll('_', ' ');
  }
}
