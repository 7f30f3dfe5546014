import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import type { Conflict } from 'c/dealTypes';
import { labels } from 'c/dealLabels';
import { format } from 'c/coreFormat';

interface Row extends Conflict {
  readonly key: string;
  readonly title: string;
  readonly kindLabel: string;
  readonly match: string;
  readonly owner: string;
}

const KINDS: Readonly<Record<Conflict['kind'], string>> = {
  registration: labels.cardKindRegistration,
  opportunity: labels.cardKindOpportunity,
  account: labels.cardKindAccount,
  lead: labels.cardKindLead
};

/** Records that may be about the same customer, each with the evidence for and against. For channel managers only. */
export default class DealConflicts extends NavigationMixin(LightningElement) {
  @api conflicts: readonly Conflict[] = [];

  readonly labels = labels;

  get noConflicts(): boolean {
    return this.conflicts.length === 0;
  }

  get rows(): Row[] {
    return this.conflicts.map((conflict, index) => ({
      ...conflict,
      key: `${index}`,
      title: conflict.name ?? labels.cardHiddenRecord,
      kindLabel: KINDS[conflict.kind],
      match: format(labels.cardMatch, `${Math.round(conflict.probability * 100)} %`),
      owner: conflict.partnerName ?? (conflict.samePartner ? labels.cardSamePartner : '')
    }));
  }

  handleOpen(event: Event): void {
    event.preventDefault();
    const recordId = (event.currentTarget as HTMLElement).dataset.id ?? '';
    void this[NavigationMixin.Navigate]({ type: 'standard__recordPage', attributes: { recordId, actionName: 'view' } });
  }
}
