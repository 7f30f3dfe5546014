import { LightningElement, api, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { showToast } from 'c/coreToast';
import type { WiredApex } from '@salesforce/apex';
import getFormOptions from '@salesforce/apex/DealRegistrationController.getFormOptions';
import getDeal from '@salesforce/apex/DealRegistrationController.getDeal';
import checkDuplicates from '@salesforce/apex/DealRegistrationController.checkDuplicates';
import saveDraft from '@salesforce/apex/DealRegistrationController.saveDraft';
import submitDeal from '@salesforce/apex/DealRegistrationController.submitDeal';
import DEAL from '@salesforce/schema/Deal_Registration__c';
import type { FieldChange } from 'c/coreTypes';
import type { DealInput, DealView, DuplicateHint, FormOptions } from 'c/dealTypes';
import { labels } from 'c/dealLabels';
import { labels as coreLabels } from 'c/coreLabels';
import { errorMessage, format } from 'c/coreFormat';
import { type ViewState, viewMessage, viewState } from 'c/coreViewState';
import { forgetUnsaved, recallUnsaved, rememberUnsaved } from 'c/coreUnsaved';
import { type FieldName, type Problems, cleanDomain, findProblems } from './validation';

const DUPLICATE_CHECK_DELAY = 400;
const NUMBERS: readonly FieldName[] = ['amount', 'employees'];
const IDENTIFYING: readonly FieldName[] = ['company', 'domain', 'country'];
const FIELDS: readonly FieldName[] = [
  'company',
  'domain',
  'contactName',
  'contactEmail',
  'phone',
  'street',
  'city',
  'state',
  'postalCode',
  'country',
  'industry',
  'employees',
  'product',
  'amount',
  'closeDate',
  'competitor',
  'description',
  'reply'
];

/** A partner registers a deal, completes a draft, or answers a question and sends the registration again. */
export default class DealForm extends NavigationMixin(LightningElement) {
  /** The registration to complete; empty for a new one. */
  @api recordId?: string;

  readonly labels = labels;
  readonly coreLabels = coreLabels;
  deal: DealInput = {};
  options?: FormOptions;
  existing?: DealView;
  hint: DuplicateHint | null = null;
  checking = false;
  saving = false;
  restored = false;
  showDetails = false;
  /** Why the last save failed; what was typed stays. */
  saveError = '';
  private loadError: unknown;
  private problems: Problems = {};
  private shownProblems: Problems = {};
  /** Where to put the focus once what is wrong is shown. */
  private focusOn: FieldName | null = null;
  private readonly touched = new Set<FieldName>();
  private checkTimer?: ReturnType<typeof setTimeout>;
  private checkNumber = 0;

  @wire(getFormOptions)
  wiredOptions({ data, error }: WiredApex<FormOptions>): void {
    if (data) this.options = data;
    if (error) this.loadError = error;
  }

  @wire(getDeal, { dealId: '$recordId' })
  wiredDeal({ data, error }: WiredApex<DealView>): void {
    if (error) this.loadError = error;
    if (!data || this.existing) return;
    this.existing = data;
    this.deal = Object.fromEntries(
      FIELDS.map((field) => [field, data[field]]).filter(([, value]) => value !== null && value !== undefined)
    );
    this.showDetails = true;
    this.restore();
  }

  connectedCallback(): void {
    if (!this.recordId) this.restore();
  }

  renderedCallback(): void {
    if (!this.focusOn) return;
    this.template?.querySelector<HTMLElement>(`[data-field="${this.focusOn}"]`)?.focus();
    this.focusOn = null;
  }

  disconnectedCallback(): void {
    clearTimeout(this.checkTimer);
  }

  get state(): ViewState {
    return viewState(this.view);
  }

  get loadErrorText(): string {
    return viewMessage(this.view);
  }

  get heading(): string {
    return this.existing ? labels.formEditTitle : labels.formTitle;
  }

  get amountLabel(): string {
    return format(labels.formAmount, this.existing?.currencyCode ?? this.options?.currencyCode ?? '');
  }

  get asksForReply(): boolean {
    return this.existing?.status === 'Info Requested';
  }

  get canSaveDraft(): boolean {
    return !this.existing || this.existing.status === 'Draft';
  }

  /** What is wrong, in the fields that the person has been in. */
  get errors(): Problems {
    return this.shownProblems;
  }

  get problemSummary(): string {
    const count = Object.keys(this.shownProblems).length;
    if (count === 0) return '';
    return count === 1 ? labels.formFixOneError : format(labels.formFixErrors, count);
  }

  get saveErrorText(): string {
    return this.saveError === '' ? '' : format(labels.formNotSaved, this.saveError);
  }

  get hintText(): string {
    if (this.checking) return labels.formChecking;
    if (!this.hint) return '';
    return this.hint.message ?? labels.formNoDuplicate;
  }

  get hintIcon(): string {
    return this.hint && this.hint.level !== 'none' ? 'utility:warning' : 'utility:success';
  }

  get hintVariant(): string {
    return this.hint && this.hint.level !== 'none' ? 'warning' : 'success';
  }

  get showHintIcon(): boolean {
    return !this.checking && this.hint !== null;
  }

  get detailsIcon(): string {
    return this.showDetails ? 'utility:chevrondown' : 'utility:chevronright';
  }

  get detailsClass(): string {
    return this.showDetails ? 'slds-grid slds-wrap slds-gutters_small' : 'slds-hide';
  }

  handleToggleDetails(): void {
    this.showDetails = !this.showDetails;
  }

  handleChange(event: CustomEvent<FieldChange>): void {
    const field = event.detail.name as FieldName;
    const value = String(event.detail.value);
    this.deal = { ...this.deal, [field]: NUMBERS.includes(field) ? toNumber(value) : value };
    this.saveError = '';
    this.touched.add(field);
    rememberUnsaved(this.unsavedKey, this.deal);
    this.validate(false);
    if (IDENTIFYING.includes(field)) this.scheduleDuplicateCheck();
  }

  handleDomainLeave(): void {
    if (!this.deal.domain) return;
    this.deal = { ...this.deal, domain: cleanDomain(this.deal.domain) };
    this.validate(false);
  }

  handleDiscard(): void {
    forgetUnsaved(this.unsavedKey);
    this.restored = false;
    this.deal = this.existing ? Object.fromEntries(FIELDS.map((field) => [field, this.existing?.[field]])) : {};
    this.touched.clear();
    this.problems = {};
    this.hint = null;
    this.shownProblems = {};
  }

  handleRetry(): void {
    window.location.reload();
  }

  handleCancel(): void {
    if (this.existing) this.leave('cancel', this.existing.id);
    else window.history.back();
  }

  async handleSaveDraft(): Promise<void> {
    if (!this.validate(true, true)) return;
    const saved = await this.save(saveDraft);
    if (!saved) return;
    showToast(this, { title: labels.formDraftSaved, message: format(labels.formDraftSavedText, saved.name) });
    this.leave('saved', saved.id);
  }

  async handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.validate(true)) return;
    const saved = await this.save(submitDeal);
    if (!saved) return;
    showToast(this, { title: labels.formSubmitted, message: format(labels.formSubmittedText, saved.name) });
    this.leave('saved', saved.id);
  }

  private async save(action: typeof saveDraft): Promise<DealView | null> {
    if (this.saving) return null;
    this.saving = true;
    this.saveError = '';
    try {
      const saved = await action({ deal: { ...this.deal, id: this.existing?.id ?? null } });
      forgetUnsaved(this.unsavedKey);
      return saved;
    } catch (error) {
      this.saveError = errorMessage(error, coreLabels.stateUnknownError);
      return null;
    } finally {
      this.saving = false;
    }
  }

  /** Shows what is wrong: in touched fields while typing, in all of them (and with the focus on the first) when saving. */
  private validate(all: boolean, draft = false): boolean {
    if (!this.options) return false;
    this.problems = findProblems(this.deal, this.options, draft);
    if (all) FIELDS.forEach((field) => this.touched.add(field));
    this.shownProblems = Object.fromEntries(Object.entries(this.problems).filter(([field]) => this.touched.has(field as FieldName)));
    this.focusOn = (all && FIELDS.find((field) => this.problems[field])) || null;
    if (this.focusOn && DETAIL_FIELDS.has(this.focusOn)) this.showDetails = true;
    return Object.keys(this.problems).length === 0;
  }

  private get view(): { error: unknown; loaded: boolean } {
    // Without the record that is to be edited there is nothing to show, whatever else has come.
    return { error: this.loadError, loaded: !this.loadError && Boolean(this.options && (!this.recordId || this.existing)) };
  }

  private scheduleDuplicateCheck(): void {
    clearTimeout(this.checkTimer);
    this.hint = null;
    if ((this.deal.company ?? '').trim().length < 3) return;
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- typing must not send a request per key
    this.checkTimer = setTimeout(() => void this.checkForDuplicates(), DUPLICATE_CHECK_DELAY);
  }

  private async checkForDuplicates(): Promise<void> {
    const number = ++this.checkNumber;
    this.checking = true;
    const { company = null, domain = null, country = null } = this.deal;
    try {
      const hint = await checkDuplicates({ company, domain: domain ? cleanDomain(domain) : null, country });
      if (number === this.checkNumber) this.hint = hint;
    } catch {
      // The hint is a courtesy: without it the registration goes on, and the conflict check after saving still runs.
      if (number === this.checkNumber) this.hint = null;
    } finally {
      if (number === this.checkNumber) this.checking = false;
    }
  }

  private restore(): void {
    const unsaved = recallUnsaved<DealInput>(this.unsavedKey);
    if (!unsaved) return;
    this.deal = { ...this.deal, ...unsaved };
    this.restored = true;
    this.showDetails = true;
  }

  /** A component that shows this form in its own place takes over; on a page of its own the form goes to the registration. */
  private leave(event: 'saved' | 'cancel', recordId: string): void {
    if (!this.dispatchEvent(new CustomEvent(event, { cancelable: true }))) return;
    void this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId, objectApiName: DEAL.objectApiName, actionName: 'view' }
    });
  }

  private get unsavedKey(): string {
    return `deal-form.${this.recordId ?? 'new'}`;
  }
}

const DETAIL_FIELDS: ReadonlySet<FieldName> = new Set([
  'state',
  'city',
  'contactName',
  'contactEmail',
  'phone',
  'industry',
  'employees',
  'competitor'
]);

function toNumber(text: string): number | null {
  return text.trim() === '' ? null : Number(text);
}
