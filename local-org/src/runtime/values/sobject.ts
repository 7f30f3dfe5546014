import { current, isRunning } from '../execution.ts';
import { throwApex } from './exception.ts';

/** An error put on a row or on one of its fields by addError. */
export interface RowError {
  readonly message: string;
  /** Canonical field name, null when the error is on the row. */
  readonly field: string | null;
  readonly escape: boolean;
}

/** A row of any object. Field names are canonical API names: whoever takes names from users resolves them first. */
export class SObject {
  readonly objectName: string;
  /** Populated fields in the order they were set or selected; a relationship's rows are under its name. */
  values: Map<string, unknown> = new Map();
  /** What the query that made this row selected; null for rows made in code. */
  queried: Set<string> | null = null;
  errors: RowError[] = [];
  /** Rows of Trigger.old, and of Trigger.new after the save. */
  readOnly = false;

  constructor(objectName: string, values?: Readonly<Record<string, unknown>>) {
    this.objectName = objectName;
    if (values) this.values = new Map(Object.entries(values));
  }

  /** The stored value, null when there is none. */
  get(fieldName: string): unknown {
    return this.values.get(fieldName) ?? null;
  }

  has(fieldName: string): boolean {
    return this.values.has(fieldName);
  }

  put(fieldName: string, value: unknown): unknown {
    if (this.readOnly) throwApex('System.FinalException', 'Record is read-only');
    const previous = this.values.get(fieldName) ?? null;
    this.values.set(fieldName, value ?? null);
    return previous;
  }

  /** What `row.Field` gives: checkboxes are never null, and a queried row must have selected the field. */
  read(fieldName: string): unknown {
    const value = this.values.get(fieldName);
    if (value !== undefined && value !== null) return value;
    if (value === undefined && this.queried && !this.queried.has(fieldName) && fieldName !== 'Id') {
      throwApex(
        'System.SObjectException',
        `SObject row was retrieved via SOQL without querying the requested field: ${this.objectName}.${fieldName}`
      );
    }
    return isCheckbox(this.objectName, fieldName) ? false : null;
  }

  /** Same fields under a new identity; nested rows are shared unless `deep`. */
  copy(deep = false): SObject {
    const copy = new SObject(this.objectName);
    copy.values = new Map(this.values);
    copy.queried = this.queried ? new Set(this.queried) : null;
    if (deep) for (const [name, value] of copy.values) if (value instanceof SObject) copy.values.set(name, value.copy(true));
    return copy;
  }
}

function isCheckbox(objectName: string, fieldName: string): boolean {
  if (!isRunning()) return false;
  return current().org.model.objects.get(objectName.toLowerCase())?.fields.get(fieldName.toLowerCase())?.type === 'Boolean';
}
