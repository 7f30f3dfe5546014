import { LightningElement, api } from 'lwc';
import type { FieldChange, Option } from 'c/coreTypes';
import type { DocumentInput, DocumentView } from 'c/mdfTypes';
import { labels } from 'c/mdfLabels';
import { format } from 'c/coreFormat';
import { confidenceWords } from 'c/mdfBadges';

type FieldName = Exclude<keyof DocumentInput, 'id' | 'kind'>;

interface Field {
  readonly name: FieldName;
  readonly label: string;
  readonly type: 'text' | 'number' | 'date';
  readonly value: string | number | null | undefined;
  /** How it came there, in words: read and how sure, or corrected by a person. */
  readonly help: string;
}

const FIELDS: readonly (readonly [FieldName, string, 'text' | 'number' | 'date'])[] = [
  ['vendor', labels.documentVendor, 'text'],
  ['invoiceNumber', labels.documentInvoiceNumber, 'text'],
  ['issueDate', labels.documentIssueDate, 'date'],
  ['total', labels.documentTotal, 'number'],
  ['net', labels.documentNet, 'number'],
  ['tax', labels.documentTax, 'number'],
  ['currencyCode', labels.documentCurrency, 'text'],
  ['vendorTaxId', labels.documentVendorTaxId, 'text'],
  ['serviceFrom', labels.documentServiceFrom, 'date'],
  ['serviceTo', labels.documentServiceTo, 'date']
];

/**
 * One file of a claim: what was read, marked as read, to be corrected. Fires `correct` with a `DocumentInput`, and `remove` and
 * `readagain` with `{ id }`.
 */
export default class MdfDocumentFields extends LightningElement {
  @api kinds: readonly Option[] = [];
  @api busy = false;
  @api readOnly = false;

  readonly labels = labels;
  private document?: DocumentView;
  private changes: Partial<DocumentInput> = {};

  /** What the person typed stays when the file is read meanwhile. */
  @api
  get value(): DocumentView | undefined {
    return this.document;
  }

  set value(value: DocumentView | undefined) {
    if (value?.id !== this.document?.id) this.changes = {};
    this.document = value;
  }

  get fileName(): string {
    return this.document?.fileName ?? '';
  }

  get statusText(): string {
    return [this.document?.readStatusLabel, this.document?.readReason].filter(Boolean).join(': ');
  }

  get isWaiting(): boolean {
    return this.document?.readStatus === 'Waiting';
  }

  get canReadAgain(): boolean {
    return !this.readOnly && this.document?.readStatus === 'Not read';
  }

  get canRemove(): boolean {
    return !this.readOnly;
  }

  get kind(): string {
    return this.changes.kind ?? this.document?.kind ?? '';
  }

  get fields(): Field[] {
    const { document } = this;
    if (!document) return [];
    return FIELDS.map(([name, label, type]) => ({
      name,
      label,
      type,
      value: name in this.changes ? this.changes[name] : document[name],
      help: this.origin(name, document)
    }));
  }

  get removeLabel(): string {
    return format(labels.documentRemove, this.fileName);
  }

  get canSave(): boolean {
    return !this.readOnly && Object.keys(this.changes).length > 0;
  }

  handleChange({ detail }: CustomEvent<FieldChange>): void {
    const text = String(detail.value);
    const isNumber = FIELDS.some(([name, , type]) => name === detail.name && type === 'number');
    const empty = text.trim() === '' ? null : text;
    this.changes = { ...this.changes, [detail.name]: isNumber && empty !== null ? Number(empty) : empty };
  }

  handleSave(): void {
    const { document } = this;
    if (!document) return;
    const kept = Object.fromEntries(FIELDS.map(([name]) => [name, document[name] ?? null]));
    const detail: DocumentInput = { ...kept, kind: document.kind ?? null, ...this.changes, id: document.id };
    this.changes = {};
    this.dispatchEvent(new CustomEvent('correct', { detail }));
  }

  handleRemove(): void {
    this.dispatchEvent(new CustomEvent('remove', { detail: { id: this.document?.id } }));
  }

  handleReadAgain(): void {
    this.dispatchEvent(new CustomEvent('readagain', { detail: { id: this.document?.id } }));
  }

  private origin(name: FieldName, { corrected, values }: DocumentView): string {
    if (corrected?.includes(name)) return labels.documentCorrected;
    const read = values?.find((value) => value.name === name);
    return read ? `${labels.documentRead}. ${confidenceWords(read.confidence)}` : '';
  }
}
