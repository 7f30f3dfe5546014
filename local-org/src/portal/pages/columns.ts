import type { ObjectModel } from '../../metadata/model.ts';

/**
 * List views and related lists name standard columns by codes of their own. Those of the objects shown here, to paths
 * that can be queried; anything else must be a field of the object.
 */
const STANDARD_COLUMNS: Readonly<Record<string, string>> = {
  NAME: 'Name',
  CREATED_DATE: 'CreatedDate',
  LAST_UPDATE: 'LastModifiedDate',
  CREATEDBY_USER: 'CreatedBy.Name',
  UPDATEDBY_USER: 'LastModifiedBy.Name',
  'OWNER.NAME': 'Owner.Name',
  'CORE.USERS.ALIAS': 'Owner.Name',
  'CORE.USERS.FULL_NAME': 'Owner.Name',
  OBJECT_ID: 'Id',
  'ACCOUNT.NAME': 'Name',
  'OPPORTUNITY.NAME': 'Name',
  'OPPORTUNITY.STAGE_NAME': 'StageName',
  'OPPORTUNITY.AMOUNT': 'Amount',
  'OPPORTUNITY.CLOSE_DATE': 'CloseDate',
  'TASK.SUBJECT': 'Subject',
  'TASK.STATUS': 'Status',
  'TASK.DUE_DATE': 'ActivityDate'
};

/** The field or relationship path behind a column name. Throws naming the column when there is none. */
export function columnPath(object: ObjectModel, column: string): string {
  const standard = STANDARD_COLUMNS[column.toUpperCase()];
  if (standard) return standard;
  const field = object.fields.get(column.toLowerCase());
  if (field) return field.name;
  throw new Error(`Column ${column} of ${object.name} is not supported by the local org`);
}
