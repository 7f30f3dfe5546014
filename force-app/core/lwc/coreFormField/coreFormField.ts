import { LightningElement, api } from 'lwc';
import { labels } from 'c/coreLabels';
import type { FieldChange, Option } from 'c/coreTypes';

type FieldType = 'text' | 'email' | 'tel' | 'url' | 'number' | 'date' | 'datetime' | 'checkbox' | 'textarea' | 'choice';
type Value = string | number | boolean | null | undefined;

interface Control extends HTMLElement {
  setCustomValidity(message: string): void;
  reportValidity(): boolean;
}

/**
 * One field of a form, with its label, its help and its error where they belong. What is wrong is the owner's to say
 * (`error`): the same rules hold on the server, so a field has none of its own.
 *
 * Fires `change` with `{ name, value }` on every keystroke and `leave` with `{ name }` when the person moves on.
 */
export default class CoreFormField extends LightningElement {
  @api name = '';
  @api label = '';
  @api type: FieldType = 'text';
  @api value: Value;
  @api help?: string;
  @api placeholder?: string;
  /** For type `choice`. */
  @api options: readonly Option[] = [];
  @api autocomplete?: string;
  @api min?: string;
  @api max?: string;
  @api step?: string;
  @api required = false;
  @api disabled = false;
  @api readOnly = false;

  readonly labels = labels;
  private wrong = '';
  private shown = '';

  renderedCallback(): void {
    this.showError();
  }

  /** What is wrong with the value; empty or missing when nothing is. */
  @api
  get error(): string | undefined {
    return this.wrong || undefined;
  }

  set error(error: string | undefined) {
    this.wrong = error ?? '';
    this.showError();
  }

  @api
  focus(): void {
    this.control?.focus();
  }

  get isLongText(): boolean {
    return this.type === 'textarea';
  }

  get isChoice(): boolean {
    return this.type === 'choice';
  }

  get choosePlaceholder(): string {
    return this.placeholder ?? labels.fieldChoose;
  }

  handleChange(event: CustomEvent<{ value?: string; checked?: boolean }>): void {
    // Base components let their event through every boundary: the owner must hear of a change once.
    event.stopPropagation();
    const { value, checked } = event.detail;
    const detail: FieldChange = { name: this.name, value: this.type === 'checkbox' ? Boolean(checked) : (value ?? '') };
    this.dispatchEvent(new CustomEvent('change', { detail }));
  }

  handleLeave(): void {
    this.dispatchEvent(new CustomEvent('leave', { detail: { name: this.name } }));
  }

  private showError(): void {
    const { control } = this;
    if (!control || this.wrong === this.shown) return;
    this.shown = this.wrong;
    control.setCustomValidity(this.wrong);
    control.reportValidity();
  }

  private get control(): Control | null {
    return this.template?.querySelector<Control>('[data-id="control"]') ?? null;
  }
}
