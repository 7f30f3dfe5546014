import { LightningElement, api, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import type { WiredApex } from '@salesforce/apex';
import CLAIM from '@salesforce/schema/MDF_Claim__c';
import getForm from '@salesforce/apex/MdfClaimController.getForm';
import getClaim from '@salesforce/apex/MdfClaimController.getClaim';
import saveDraft from '@salesforce/apex/MdfClaimController.saveDraft';
import submitClaim from '@salesforce/apex/MdfClaimController.submitClaim';
import addFile from '@salesforce/apex/MdfClaimController.addFile';
import removeDocument from '@salesforce/apex/MdfClaimController.removeDocument';
import correctDocument from '@salesforce/apex/MdfClaimController.correctDocument';
import readAgain from '@salesforce/apex/MdfClaimController.readAgain';
import draftSummary from '@salesforce/apex/MdfClaimController.draftSummary';
import type { FieldChange, FileChunk, Option } from 'c/coreTypes';
import type { ClaimForm, ClaimInput, ClaimView, DocumentInput, DocumentView, RequestView } from 'c/mdfTypes';
import { labels } from 'c/mdfLabels';
import { labels as coreLabels } from 'c/coreLabels';
import { errorMessage, format, formatDay } from 'c/coreFormat';
import { Poller } from 'c/corePoll';
import { showToast } from 'c/coreToast';
import { forgetUnsaved, recallUnsaved, rememberUnsaved } from 'c/coreUnsaved';
import { type ViewState, viewMessage, viewState } from 'c/coreViewState';
import { money } from 'c/mdfBadges';
import { FIELDS, type FieldName, type Problems, findProblems } from './validation';

const NUMBERS: readonly FieldName[] = ['amountClaimed', 'exchangeRate'];

/** A partner claims money for an approved activity: files first, for what is read from them need not be typed. */
export default class MdfClaimForm extends NavigationMixin(LightningElement) {
  /** The claim to complete; empty for a new one. */
  @api recordId?: string;

  readonly labels = labels;
  readonly coreLabels = coreLabels;
  /** Handed to the upload, which calls it without this form. */
  readonly send = (chunk: FileChunk): Promise<void> => this.sendFile(chunk);
  input: ClaimInput = {};
  form?: ClaimForm;
  claim?: ClaimView;
  problems: Problems = {};
  busy = false;
  gaveUp = false;
  restored = false;
  actionError = '';
  private loadError: unknown;
  private focusOn: FieldName | null = null;
  private readonly poller = new Poller(
    () => this.look(),
    () => {
      this.gaveUp = true;
    }
  );

  @wire(getForm)
  wiredForm({ data, error }: WiredApex<ClaimForm>): void {
    if (data) this.form = data;
    if (error) this.loadError = error;
  }

  connectedCallback(): void {
    if (this.recordId) void this.load();
    else this.restore();
  }

  renderedCallback(): void {
    if (!this.focusOn) return;
    this.template?.querySelector<HTMLElement>(`[data-field="${this.focusOn}"]`)?.focus();
    this.focusOn = null;
  }

  disconnectedCallback(): void {
    this.poller.stop();
  }

  get state(): ViewState {
    return viewState(this.view);
  }

  get message(): string {
    return viewMessage(this.view);
  }

  get heading(): string {
    return this.recordId ? labels.formEditTitle : labels.formTitle;
  }

  get requests(): Option[] {
    const known = (this.form?.requests ?? []).map(({ id, name, title }) => ({ value: id, label: `${name} ${title}` }));
    const { claim } = this;
    if (!claim || known.some(({ value }) => value === claim.requestId)) return known;
    return [...known, { value: claim.requestId, label: `${claim.requestName} ${claim.requestTitle}` }];
  }

  get hasNoRequest(): boolean {
    return this.requests.length === 0;
  }

  get requestHelp(): string {
    const { request } = this;
    if (!request) return '';
    return format(labels.formRequestHelp, money(request.balance, request.currencyCode), request.claimBy ? formatDay(request.claimBy) : '–');
  }

  get requestIsFixed(): boolean {
    return this.documents.length > 0;
  }

  get cannotUpload(): boolean {
    return !this.input.requestId;
  }

  get documents(): readonly DocumentView[] {
    return this.claim?.documents ?? [];
  }

  get documentKinds(): readonly Option[] {
    return this.form?.documentKinds ?? [];
  }

  get isReading(): boolean {
    return Boolean(this.claim?.isReading);
  }

  get readingText(): string {
    return this.gaveUp ? labels.formReadingSlow : labels.formReading;
  }

  get needsRate(): boolean {
    const { currencyCode } = this.input;
    return Boolean(currencyCode && this.programCurrency && currencyCode !== this.programCurrency);
  }

  get rateLabel(): string {
    return format(labels.formRate, this.programCurrency);
  }

  get asksForReply(): boolean {
    return this.claim?.status === 'Info Requested';
  }

  get canSaveDraft(): boolean {
    return !this.claim || this.claim.status === 'Draft';
  }

  get missing(): readonly string[] {
    return this.claim?.missing ?? [];
  }

  get blocking(): readonly string[] {
    return this.claim?.blocking ?? [];
  }

  get isComplete(): boolean {
    return this.claim !== undefined && !this.isReading && this.missing.length === 0 && this.blocking.length === 0;
  }

  get problemSummary(): string {
    const count = Object.keys(this.problems).length;
    if (count === 0) return '';
    return count === 1 ? labels.formFixOne : format(labels.formFixMany, count);
  }

  get errorText(): string {
    return this.actionError === '' ? '' : format(labels.formNotSaved, this.actionError);
  }

  handleChange({ detail }: CustomEvent<FieldChange>): void {
    const name = detail.name as FieldName;
    const text = String(detail.value);
    const value = NUMBERS.includes(name) ? (text.trim() === '' ? null : Number(text)) : text;
    this.input = { ...this.input, [name]: name === 'currencyCode' ? text.trim().toUpperCase() : value };
    if (name === 'requestId') this.takeFromRequest();
    const { [name]: _solved, ...others } = this.problems;
    this.problems = others;
    this.actionError = '';
    rememberUnsaved(this.unsavedKey, this.input);
  }

  handleDiscard(): void {
    forgetUnsaved(this.unsavedKey);
    this.restored = false;
    this.input = this.claim ? inputOf(this.claim) : {};
    this.problems = {};
  }

  handleRetry(): void {
    window.location.reload();
  }

  async handleDraftSummary(): Promise<void> {
    await this.act(async () => {
      const claimId = await this.draftId();
      this.input = { ...this.input, activitySummary: await draftSummary({ claimId }) };
      rememberUnsaved(this.unsavedKey, this.input);
    });
  }

  async handleCorrect({ detail }: CustomEvent<DocumentInput>): Promise<void> {
    await this.act(async () => this.show(await correctDocument({ document: detail })));
  }

  async handleRemove({ detail }: CustomEvent<{ id: string }>): Promise<void> {
    await this.act(async () => this.show(await removeDocument({ documentId: detail.id })));
  }

  async handleReadAgain({ detail }: CustomEvent<{ id: string }>): Promise<void> {
    await this.act(async () => this.show(await readAgain({ documentId: detail.id })));
  }

  async handleSaveDraft(): Promise<void> {
    if (!this.validate(true)) return;
    await this.act(async () => {
      const saved = await saveDraft({ claim: this.toSave });
      this.done(saved, labels.formSaved, '');
    });
  }

  async handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.validate(false)) return;
    await this.act(async () => {
      const saved = await submitClaim({ claim: this.toSave });
      this.done(saved, labels.formSubmitted, format(labels.formSubmittedText, saved.name));
    });
  }

  private async sendFile(chunk: FileChunk): Promise<void> {
    const claimId = await this.draftId();
    this.show(await addFile({ claimId, fileName: chunk.name, base64: chunk.base64, kind: null }));
  }

  /** Files hang on a claim: the first one makes the draft. */
  private async draftId(): Promise<string> {
    if (!this.claim) {
      this.show(await saveDraft({ claim: this.toSave }));
      forgetUnsaved(this.unsavedKey);
    }
    return this.claim?.id ?? '';
  }

  private async load(): Promise<void> {
    try {
      const claim = await getClaim({ claimId: this.recordId ?? '' });
      this.input = inputOf(claim);
      this.show(claim);
      this.restore();
    } catch (error) {
      this.loadError = error;
    }
  }

  private async look(): Promise<void> {
    if (this.claim) this.show(await getClaim({ claimId: this.claim.id }));
  }

  /** Takes over documents and what is missing; what the person typed stays theirs. */
  private show(claim: ClaimView): void {
    this.claim = claim;
    if (!claim.isReading) this.gaveUp = false;
    if (claim.isReading && !this.gaveUp) this.poller.start();
    else this.poller.stop();
  }

  private takeFromRequest(): void {
    const { request, input } = this;
    if (!request) return;
    this.input = {
      ...input,
      currencyCode: input.currencyCode || request.currencyCode,
      activityStart: input.activityStart || request.activityStart,
      activityEnd: input.activityEnd || request.activityEnd
    };
  }

  private validate(draft: boolean): boolean {
    this.problems = findProblems(this.input, { draft, needsRate: this.needsRate, asksForReply: this.asksForReply });
    this.focusOn = FIELDS.find((field) => this.problems[field]) ?? null;
    return this.focusOn === null;
  }

  private done(saved: ClaimView, title: string, message: string): void {
    forgetUnsaved(this.unsavedKey);
    this.show(saved);
    showToast(this, { title, message });
    if (!this.dispatchEvent(new CustomEvent('saved', { cancelable: true }))) return;
    void this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId: saved.id, objectApiName: CLAIM.objectApiName, actionName: 'view' }
    });
  }

  private restore(): void {
    const unsaved = recallUnsaved<ClaimInput>(this.unsavedKey);
    if (!unsaved) return;
    this.input = { ...this.input, ...unsaved };
    this.restored = true;
  }

  private async act(action: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.actionError = '';
    try {
      await action();
    } catch (error) {
      this.actionError = errorMessage(error, coreLabels.stateUnknownError);
    } finally {
      this.busy = false;
    }
  }

  private get request(): RequestView | undefined {
    return this.form?.requests.find(({ id }) => id === this.input.requestId);
  }

  private get programCurrency(): string {
    return this.request?.currencyCode ?? this.claim?.programCurrencyCode ?? '';
  }

  private get toSave(): ClaimInput {
    const { exchangeRate, rateDate, rateSource, ...rest } = this.input;
    const rate = this.needsRate ? { exchangeRate, rateDate, rateSource } : {};
    return { ...rest, ...rate, id: this.claim?.id ?? null };
  }

  private get view(): { error: unknown; loaded: boolean } {
    return { error: this.loadError, loaded: !this.loadError && Boolean(this.form && (!this.recordId || this.claim)) };
  }

  private get unsavedKey(): string {
    return `claim-form.${this.recordId ?? 'new'}`;
  }
}

function inputOf(claim: ClaimView): ClaimInput {
  return Object.fromEntries(FIELDS.map((field) => [field, claim[field]]).filter(([, value]) => value !== null && value !== undefined));
}
