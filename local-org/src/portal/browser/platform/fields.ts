/** A field as components name it: `Object.Field` or an import of `@salesforce/schema/Object.Field`. */
export type FieldReference = string | { readonly objectApiName: string; readonly fieldApiName: string };
export type ObjectReference = string | { readonly objectApiName: string };

export function fieldName(field: FieldReference): string {
  return typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;
}

export function objectName(object: unknown): string {
  return typeof object === 'string' ? object : (object as { objectApiName: string }).objectApiName;
}

export function fieldNames(fields: unknown): string[] {
  if (fields === undefined || fields === null) return [];
  return (Array.isArray(fields) ? (fields as FieldReference[]) : [fields as FieldReference]).map(fieldName);
}
