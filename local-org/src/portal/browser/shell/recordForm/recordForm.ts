import { LightningElement, api } from 'lwc';
import { request, errorMessage, type FetchError } from 'portal/http';
import type { PageField, RecordPage } from '../../../server/record-page.ts';

type Control = 'checkbox' | 'choice' | 'long' | 'text';

const INPUT_TYPES: Readonly<Record<string, string>> = {
  Currency: 'number',
  Double: 'number',
  Integer: 'number',
  Long: 'number',
  Percent: 'number',
  Date: 'date',
  DateTime: 'datetime',
  Time: 'time',
  Email: 'email',
  Phone: 'tel',
  Url: 'url'
};

interface FormField {
  readonly field: PageField;
  readonly isCheckbox: boolean;
  readonly isChoice: boolean;
  readonly isLong: boolean;
  readonly isText: boolean;
  readonly isReadOnly: boolean;
  readonly inputType: string;
  readonly step: string | undefined;
  readonly maxLength: number | undefined;
  readonly options: readonly { label: string; value: string }[];
}

interface FormInput extends HTMLElement {
  readonly dataset: DOMStringMap;
  readonly type?: string;
  value: unknown;
  checked: boolean;
  reportValidity(): boolean;
  setCustomValidity(message: string): void;
}

/** Creates or edits a record with the fields of its page layout. Lookups are shown, not edited. */
export default class RecordForm extends LightningElement {
  @api record!: RecordPage;
  saving = false;
  problem: string | null = null;
  private focused = false;

  get sections(): {
    readonly label: string;
    readonly showLabel: boolean;
    readonly columns: readonly { readonly key: number; readonly fields: readonly FormField[] }[];
  }[] {
    return this.record.sections
      .map((section) => ({
        label: section.label,
        showLabel: section.showLabel,
        columns: section.columns.map((fields, key) => ({
          key,
          fields: fields.filter((field) => this.record.id !== null || field.editable).map(formField)
        }))
      }))
      .filter((section) => section.columns.some((column) => column.fields.length > 0));
  }

  get heading(): string {
    return this.record.id ? `Edit ${this.record.title}` : this.record.title;
  }

  renderedCallback(): void {
    if (this.focused) return;
    this.focused = true;
    (this.refs?.dialog as HTMLElement | undefined)?.focus();
  }

  leave(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.cancel();
  }

  cancel(): void {
    this.dispatchEvent(new CustomEvent('formclose'));
  }

  async save(event: Event): Promise<void> {
    event.preventDefault();
    const inputs = [...this.template!.querySelectorAll<FormInput>('[data-field]')];
    for (const input of inputs) input.setCustomValidity('');
    if (!inputs.map((input) => input.reportValidity()).every(Boolean)) return;
    const initial = new Map(this.record.sections.flatMap((section) => section.columns.flat()).map((field) => [field.name, field.value]));
    const fields: Record<string, unknown> = {};
    for (const input of inputs) {
      const name = input.dataset.field!;
      const value = input.dataset.checkbox ? input.checked : (input.value ?? null);
      if ((value === '' ? null : value) !== (initial.get(name) ?? null) || (this.record.id === null && value !== '' && value !== null))
        fields[name] = value;
    }
    this.saving = true;
    this.problem = null;
    try {
      const saved = this.record.id
        ? await request<{ id: string }>('PATCH', `ui/records/${this.record.id}`, { fields })
        : await request<{ id: string }>('POST', 'ui/records', { apiName: this.record.objectApiName, fields });
      this.dispatchEvent(new CustomEvent('formsave', { detail: { recordId: saved.id } }));
    } catch (error) {
      this.showProblem(error, inputs);
    } finally {
      this.saving = false;
    }
  }

  /** Errors of a field stand at the field; the rest above the form. */
  private showProblem(error: unknown, inputs: readonly FormInput[]): void {
    const output = (error as Partial<FetchError>).body?.output as
      { fieldErrors?: Record<string, { message: string }[]>; errors?: { message: string }[] } | undefined;
    const byField = output?.fieldErrors ?? {};
    for (const input of inputs) {
      const message = byField[input.dataset.field!]?.[0]?.message;
      if (!message) continue;
      input.setCustomValidity(message);
      input.reportValidity();
    }
    const shown = inputs.some((input) => byField[input.dataset.field!]);
    this.problem = output?.errors?.[0]?.message ?? (shown ? 'Correct the marked fields and save again.' : errorMessage(error));
  }
}

function formField(field: PageField): FormField {
  const control: Control =
    field.type === 'Boolean'
      ? 'checkbox'
      : field.type === 'Picklist'
        ? 'choice'
        : ['TextArea', 'LongTextArea', 'Html'].includes(field.type)
          ? 'long'
          : 'text';
  const editable = field.editable && field.type !== 'Reference' && field.type !== 'MultiselectPicklist';
  return {
    field,
    isCheckbox: editable && control === 'checkbox',
    isChoice: editable && control === 'choice',
    isLong: editable && control === 'long',
    isText: editable && control === 'text',
    isReadOnly: !editable,
    inputType: INPUT_TYPES[field.type] ?? 'text',
    step: INPUT_TYPES[field.type] === 'number' ? String(10 ** -(field.scale ?? 0)) : undefined,
    maxLength: control === 'long' || INPUT_TYPES[field.type] === undefined ? (field.length ?? undefined) : undefined,
    options: [{ label: '--None--', value: '' }, ...(field.options ?? [])]
  };
}
