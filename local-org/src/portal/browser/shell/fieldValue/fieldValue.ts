import { LightningElement, api } from 'lwc';
import type { PageField } from '../../../server/record-page.ts';

/** One field's value as text, link, or check mark. */
export default class FieldValue extends LightningElement {
  @api field!: PageField;
  @api objectName?: string;

  get isBoolean(): boolean {
    return this.field.type === 'Boolean';
  }
  get checked(): string {
    return this.field.value === true ? 'utility:check' : 'utility:close';
  }
  get checkedText(): string {
    return this.field.value === true ? 'Yes' : 'No';
  }
  get href(): string | null {
    const { text, type, recordId } = this.field;
    if (recordId) return `/lightning/r/${recordId}/view`;
    if (!text) return null;
    if (type === 'Email') return `mailto:${text}`;
    if (type === 'Phone') return `tel:${text}`;
    return type === 'Url' && /^https?:\/\//i.test(text) ? text : null;
  }
  get target(): string | null {
    return this.field.type === 'Url' ? '_blank' : null;
  }
  get text(): string {
    return this.field.text ?? '—';
  }
}
