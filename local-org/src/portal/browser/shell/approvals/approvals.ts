import { LightningElement, api } from 'lwc';
import { errorMessage, request } from 'portal/http';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import type { ApprovalHistory } from '../../../server/approvals.ts';
import { shortDateTime } from '../format.ts';
import type { PageScope } from '../types.ts';

/** The record's approval history, and the decision when it waits for this user. */
export default class Approvals extends LightningElement {
  @api scope!: PageScope;
  history: ApprovalHistory | null = null;
  problem: string | null = null;
  action: 'Approve' | 'Reject' | null = null;
  busy = false;
  private handler = () => this.load();

  get steps(): { id: string; status: string; when: string; who: string; comments: string | null; badge: string }[] {
    return (this.history?.steps ?? []).map((step) => ({
      id: step.id,
      status: step.status === 'Started' ? 'Submitted' : step.status,
      when: shortDateTime(step.at),
      who: step.actor,
      comments: step.comments,
      badge:
        step.status === 'Approved'
          ? 'slds-theme_success'
          : step.status === 'Rejected'
            ? 'slds-theme_error'
            : step.status === 'Pending'
              ? 'slds-theme_warning'
              : ''
    }));
  }
  get isEmpty(): boolean {
    return this.history !== null && this.history.steps.length === 0;
  }
  get canDecide(): boolean {
    return Boolean(this.history?.workitemId) && this.action === null;
  }
  get commentLabel(): string {
    return `Comments (${this.action === 'Approve' ? 'approving' : 'rejecting'})`;
  }
  get confirmVariant(): string {
    return this.action === 'Reject' ? 'destructive' : 'brand';
  }

  connectedCallback(): void {
    registerRefreshHandler(this, this.handler);
    void this.load();
  }

  disconnectedCallback(): void {
    unregisterRefreshHandler(this.handler);
  }

  approve(): void {
    this.action = 'Approve';
  }
  reject(): void {
    this.action = 'Reject';
  }
  cancel(): void {
    this.action = null;
  }

  async confirm(): Promise<void> {
    const comments = this.template!.querySelector<HTMLElement & { value: string }>('lightning-textarea')?.value ?? '';
    this.busy = true;
    try {
      await request('POST', 'page/decide', { workitemId: this.history?.workitemId, action: this.action, comments });
      this.dispatchEvent(new ShowToastEvent({ title: this.action === 'Approve' ? 'Approved' : 'Rejected', variant: 'success' }));
      this.action = null;
      this.dispatchEvent(new CustomEvent('recordchange', { bubbles: true, composed: true }));
    } catch (error) {
      this.problem = errorMessage(error);
    } finally {
      this.busy = false;
    }
  }

  private async load(): Promise<void> {
    try {
      this.history = await request<ApprovalHistory>('GET', `page/approvals/${this.scope.recordId}`);
      this.problem = null;
    } catch (error) {
      this.problem = errorMessage(error);
    }
  }
}
