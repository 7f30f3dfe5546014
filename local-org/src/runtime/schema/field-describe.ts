import type { FieldModel, ObjectModel, PicklistValue } from '../../metadata/model.ts';
import { accessRules } from '../access.ts';
import { current } from '../execution.ts';
import { ApexList } from '../values/list.ts';
import { enumConstant } from '../values/enum.ts';
import type { ApexEnum } from '../values/enum.ts';
import { platformType } from '../interning.ts';
import { FIELD_TYPES, fieldLength, isGroupable, isSortable } from './field-types.ts';
import { fieldTokenFor, findField, findObject, tokenFor } from './tokens.ts';
import type { SObjectFieldToken, SObjectTypeToken } from './tokens.ts';

export class PicklistEntry {
  readonly entry: PicklistValue;

  constructor(entry: PicklistValue) {
    this.entry = entry;
  }

  apexKey(): string {
    return `${this.entry.value}\0${this.entry.label}\0${this.entry.active}\0${this.entry.default}`;
  }

  toString(): string {
    const { entry } = this;
    return `Schema.PicklistEntry[getLabel=${entry.label};getValue=${entry.value};isActive=${entry.active};isDefaultValue=${entry.default};]`;
  }
}

/** A value of `Schema.DescribeFieldResult`. Permissions are those of the user who runs at the time of the question. */
export class FieldDescribe {
  readonly object: ObjectModel;
  readonly field: FieldModel;

  constructor(object: ObjectModel, field: FieldModel) {
    this.object = object;
    this.field = field;
  }

  get token(): SObjectFieldToken {
    return fieldTokenFor(this.object, this.field);
  }

  get objectToken(): SObjectTypeToken {
    return tokenFor(this.object);
  }

  get displayType(): ApexEnum {
    return enumConstant('Schema.DisplayType', FIELD_TYPES[this.field.type][0]);
  }

  get soapType(): ApexEnum {
    return enumConstant('Schema.SoapType', FIELD_TYPES[this.field.type][1]);
  }

  can(access: 'read' | 'create' | 'edit'): boolean {
    const { field, object } = this;
    if (access === 'create' && !field.createable) return false;
    if (access === 'edit' && !field.updateable) return false;
    return accessRules().canAccessField(current().user, object.name, field.name, access);
  }

  get calculated(): boolean {
    return this.field.formula !== undefined || this.field.summary !== undefined;
  }

  get nillable(): boolean {
    const { field } = this;
    if (field.type === 'Boolean' || field.type === 'Id' || field.masterDetail) return false;
    return !field.required && !(field.nameField && field.createable);
  }

  get length(): number {
    return isTextual(this.field) ? fieldLength(this.field) : 0;
  }

  get sortable(): boolean {
    return isSortable(this.field);
  }

  get groupable(): boolean {
    return isGroupable(this.field);
  }

  get picklistEntries(): ApexList {
    return new ApexList(
      platformType('Schema.PicklistEntry'),
      (this.field.picklist?.values ?? []).map((value) => new PicklistEntry(value))
    );
  }

  get references(): ApexList {
    const names = (this.field.referenceTo ?? []).flatMap((name) => findObject(name) ?? []);
    return new ApexList(platformType('Schema.SObjectType'), names.map(tokenFor));
  }

  get controller(): SObjectFieldToken | null {
    const name = this.field.picklist?.controllingField;
    const field = name ? findField(this.object, name) : null;
    return field ? fieldTokenFor(this.object, field) : null;
  }

  /** Describe results are made anew for every question; equal ones stand for the same field. */
  apexKey(): string {
    return `${this.object.name}.${this.field.name}`;
  }

  toString(): string {
    return `Schema.DescribeFieldResult[getLabel=${this.field.label};getName=${this.field.name};]`;
  }
}

function isTextual(field: FieldModel): boolean {
  return FIELD_TYPES[field.type][1] === 'STRING' || FIELD_TYPES[field.type][1] === 'ID';
}
