import { LightningElement, api, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import type { WiredApex } from '@salesforce/apex';
import getFormOptions from '@salesforce/apex/DealRegistrationController.getFormOptions';
import getDeal from '@salesforce/apex/DealRegistrationController.getDeal';
import checkDuplicates from '@salesforce/apex/DealRegistrationController.checkDuplicates';
import saveDraft from '@salesforce/apex/DealRegistrationController.saveDraft';
import submitDeal from '@salesforce/apex/DealRegistrationController.submitDeal';
import type { DealInput, DealView, DuplicateHint, FormOptions } from 'c/dealTypes';
import { labels } from 'c/dealLabels';
import { labels as coreLabels } from 'c/coreLabels';
import { errorMessage, format, isDenied } from 'c/coreFormat';
import { type FieldName, type Problems, cleanDomain, findProblems } from './validation';
import { forgetUnsaved, recallUnsaved, rememberUnsaved } from './unsaved';

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

interface InputElement extends HTMLElement {
  dataset: { field: FieldName };
  value: string;
  setCustomValidity(message: string): void;
  reportValidity(): boolean;
  focus(): void;
}

/** A partner registers a deal, completes a draft, or answers a question and sends the registration again. */
export default class DealForm extends NavigationMixin(LightningElement) {
  /** The registration to complete; empty for a new one. */
  @api recordId?: string;

  readonly labels = labels;
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

  disconnectedCallback(): void {
    clearTimeout(this.checkTimer);
  }

  get state(): string {
    if (this.loadError) return isDenied(this.loadError, coreLabels.errorNoPermission) ? 'denied' : 'error';
    return this.options && (!this.recordId || this.existing) ? 'ready' : 'loading';
  }

  get loadErrorText(): string {
    return errorMessage(this.loadError, coreLabels.stateUnknownError);
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

  get problemSummary(): string {
    const count = Object.keys(this.problems).filter((field) => this.touched.has(field as FieldName)).length;
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

  handleChange(event: Event): void {
    const input = event.target as InputElement;
    const { field } = input.dataset;
    const value = (event as CustomEvent<{ value?: string }>).detail?.value ?? input.value;
    this.deal = { ...this.deal, [field]: NUMBERS.includes(field) ? toNumber(value) : value };
    this.saveError = '';
    this.touched.add(field);
    rememberUnsaved(this.unsavedKey, this.deal);
    this.validate(false);
    if (IDENTIFYING.includes(field)) this.scheduleDuplicateCheck();
  }

  handleDomainBlur(): void {
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
    this.showProblems();
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
    this.toast(labels.formDraftSaved, format(labels.formDraftSavedText, saved.name), 'success');
    this.leave('saved', saved.id);
  }

  async handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.validate(true)) return;
    const saved = await this.save(submitDeal);
    if (!saved) return;
    this.toast(labels.formSubmitted, format(labels.formSubmittedText, saved.name), 'success');
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
    if (all && FIELDS.some((field) => this.problems[field] && DETAIL_FIELDS.has(field))) this.showDetails = true;
    const first = this.showProblems();
    if (all && first) first.focus();
    return Object.keys(this.problems).length === 0;
  }

  private showProblems(): InputElement | null {
    let first: InputElement | null = null;
    for (const input of this.template?.querySelectorAll<InputElement>('[data-field]') ?? []) {
      const problem = this.touched.has(input.dataset.field) ? this.problems[input.dataset.field] : undefined;
      input.setCustomValidity(problem ?? '');
      input.reportValidity();
      if (problem && !first) first = input;
    }
    return first;
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
    const unsaved = recallUnsaved(this.unsavedKey);
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
      attributes: { recordId, objectApiName: 'Deal_Registration__c', actionName: 'view' }
    });
  }

  private toast(title: string, message: string, variant: 'success'): void {
    this.dispatchEvent(new ShowToastEvent({ title, message, variant }));
  }

  private get unsavedKey(): string {
    return this.recordId ?? 'new';
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
