import { LightningElement, api } from 'lwc';
import { errorMessage, request } from 'portal/http';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import type { ComponentNode } from '../../../pages/node.ts';
import type { Activity } from '../../../server/activities.ts';
import { shortDateTime } from '../format.ts';
import type { PageScope } from '../types.ts';

/** What happened to the record, newest first. */
export default class Activities extends LightningElement {
  @api node!: ComponentNode;
  @api scope!: PageScope;
  activities: readonly Activity[] | null = null;
  problem: string | null = null;
  private handler = () => this.load();

  get items(): (Activity & { when: string; icon: string })[] {
    return (this.activities ?? []).map((activity) => ({
      ...activity,
      when: shortDateTime(activity.at),
      icon: activity.done ? 'utility:success' : 'utility:clock'
    }));
  }
  get isEmpty(): boolean {
    return this.activities?.length === 0;
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
      this.activities = await request<readonly Activity[]>('GET', `page/activities/${this.scope.recordId}`);
      this.problem = null;
    } catch (error) {
      this.problem = errorMessage(error);
    }
  }
}
