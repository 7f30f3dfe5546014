import type { ComponentNode } from '../../pages/node.ts';
import type { RecordPage } from '../../server/record-page.ts';
import type { SiteDefinition } from '../../pages/site.ts';

/** What a page tells every component placed on it. */
export interface PageScope {
  readonly recordId?: string;
  readonly objectApiName?: string;
  /** Record pages only: what the native parts show, and how they say that it changed. */
  readonly record?: RecordPage;
  /** Sites only. */
  readonly site?: SiteDefinition;
  readonly view?: ComponentNode;
  readonly path: string;
}
