import type { FieldModel, ObjectModel } from '../metadata/model.ts';

/** Parts of a name and of the row itself, which everyone who sees the object sees. */
const ALWAYS_VISIBLE = new Set([
  'Id',
  'Name',
  'FirstName',
  'LastName',
  'MiddleName',
  'Suffix',
  'Salutation',
  'OwnerId',
  'RecordTypeId',
  'CreatedById',
  'CreatedDate',
  'LastModifiedById',
  'LastModifiedDate',
  'SystemModstamp',
  'IsDeleted',
  'LastActivityDate',
  'LastViewedDate',
  'LastReferencedDate',
  'MasterRecordId',
  'PhotoUrl'
]);

const ADDRESS_PART =
  /^(Billing|Shipping|Mailing|Other|)(Street|City|State|PostalCode|Country|StateCode|CountryCode|Latitude|Longitude|GeocodeAccuracy)$/;

/** Whether a field of a governed object has field-level security: one that must have a value never has. */
export function isPermissionable(object: ObjectModel, field: FieldModel): boolean {
  if (
    field.required ||
    field.nameField ||
    object.kind === 'customSetting' ||
    object.kind === 'customMetadata' ||
    object.kind === 'platformEvent'
  )
    return false;
  return field.custom || !ALWAYS_VISIBLE.has(field.name);
}

/** `Account.BillingAddress` for the parts of an address, which share one permission. */
export function permissionKey(object: ObjectModel, field: FieldModel): string {
  const address = field.custom ? null : ADDRESS_PART.exec(field.name);
  const compound = address ? `${address[1]}Address` : null;
  return `${object.name}.${compound !== null && object.fields.has(compound.toLowerCase()) ? compound : field.name}`.toLowerCase();
}
