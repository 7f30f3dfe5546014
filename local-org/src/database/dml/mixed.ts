import { isSetupObject } from '../../metadata/standard.ts';
import { current } from '../../runtime/execution.ts';
import { ApexException } from '../../runtime/values/exception.ts';
import { platformType } from '../../runtime/types.ts';
import type { DmlOperation } from './statement.ts';
import type { SObject } from '../../runtime/values/sobject.ts';

/** First setup and first ordinary object written in the transaction. System.runAs and Test.startTest begin anew. */
export const MIXED_DML = Symbol('setup and ordinary DML');

interface Written {
  setup: string | null;
  data: string | null;
}

/** Fields whose change makes a user update a matter of setup. */
const USER_SETUP_FIELDS = ['UserRoleId', 'IsActive', 'ForecastEnabled', 'IsPortalEnabled', 'Username', 'ProfileId'];
/** Setup objects that the platform lets through. */
const EXEMPT = new Set(['Organization', 'EmailTemplate', 'CustomNotificationType', 'BusinessHours', 'Holiday', 'Network', 'RecordType']);

/** Refuses DML on setup objects after DML on others, and the reverse. */
export function noteDml(operation: DmlOperation, objectName: string, rows: readonly SObject[]): void {
  const { slots } = current();
  const written = (slots.get(MIXED_DML) as Written | undefined) ?? { setup: null, data: null };
  slots.set(MIXED_DML, written);
  const object = current().org.model.objects.get(objectName.toLowerCase());
  if (!object || object.kind === 'customSetting' || object.kind === 'customMetadata') return;
  const setup = isSetup(operation, objectName, rows);
  // Users without a role, and the exempt, go with either kind.
  if (!setup && isSetupObject(objectName)) return;
  const other = setup ? written.data : written.setup;
  if (other !== null) {
    const [later, earlier] = setup ? ['setup', 'non-setup'] : ['non-setup', 'setup'];
    const message = `DML operation on ${later} object is not permitted after you have updated a ${earlier} object (or vice versa): ${objectName}, original object: ${other}`;
    const exception = new ApexException(
      platformType('System.DmlException'),
      `${operation[0]!.toUpperCase()}${operation.slice(1)} failed. First exception on row 0; first error: MIXED_DML_OPERATION, ${message}: []`
    );
    exception.dml = [{ index: 0, id: null, statusCode: 'MIXED_DML_OPERATION', message, fields: [] }];
    throw exception;
  }
  if (setup) written.setup ??= objectName;
  else written.data ??= objectName;
}

function isSetup(operation: DmlOperation, objectName: string, rows: readonly SObject[]): boolean {
  if (!isSetupObject(objectName) || EXEMPT.has(objectName)) return false;
  // A group may be made and changed beside ordinary rows, and not deleted.
  if (objectName === 'Group') return operation === 'delete' || operation === 'undelete';
  if (objectName !== 'User') return true;
  return rows.some((row) =>
    row.get('Id') === null
      ? row.get('UserRoleId') !== null
      : USER_SETUP_FIELDS.some((field) => row.has(field) && !(row.queried?.has(field) ?? false))
  );
}
