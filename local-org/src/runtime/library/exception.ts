import { defineType } from '../library.ts';
import { platformType, STRING } from '../interning.ts';
import { fieldToken } from '../schema/tokens.ts';
import { apexFrames, apexStackTrace } from '../stack-trace.ts';
import { enumConstant } from '../values/enum.ts';
import { ApexException, requireArgument, throwApex } from '../values/exception.ts';
import type { DmlError } from '../values/exception.ts';
import { ApexId } from '../values/id.ts';
import { ApexList } from '../values/list.ts';

/** Platform exceptions that Apex code may construct; user exceptions extend `System.Exception`. */
const CONSTRUCTIBLE = [
  'AssertException',
  'AsyncException',
  'AuraHandledException',
  'CalloutException',
  'DmlException',
  'EmailException',
  'ExternalObjectException',
  'FinalException',
  'FlowException',
  'FormulaEvaluationException',
  'FormulaValidationException',
  'HandledException',
  'IllegalArgumentException',
  'InvalidHeaderException',
  'InvalidParameterValueException',
  'JSONException',
  'ListException',
  'MathException',
  'NoAccessException',
  'NoDataFoundException',
  'NoSuchElementException',
  'NullPointerException',
  'PlatformCacheException',
  'ProcedureException',
  'QueryException',
  'RequiredFeatureMissingException',
  'SearchException',
  'SecurityException',
  'SerializationException',
  'SObjectException',
  'StringException',
  'TouchHandledException',
  'TypeException',
  'UnexpectedException',
  'UnsupportedOperationException',
  'VisualforceException',
  'XmlException'
];

function dmlError(exception: ApexException, index: number): DmlError {
  const error = exception.dml[requireArgument(index)];
  return error ?? throwApex('System.TypeException', `The dml exception does not have an error at index: ${index}`);
}

const DML_ONLY = new Set(['System.DmlException', 'System.EmailException']);

/** DML details exist on DML and email exceptions only. */
const detail =
  <T>(read: (error: DmlError) => T) =>
  (exception: ApexException, index: number): T => {
    if (!DML_ONLY.has(exception.type.name))
      throwApex('System.TypeException', 'DML methods are only supported on DmlException and EmailException');
    return read(dmlError(exception, index));
  };

function initCause(exception: ApexException, cause: ApexException | null): void {
  requireArgument(cause);
  if (exception.apexCause) throwApex('System.IllegalArgumentException', 'Cause has already been set');
  if (cause === exception) throwApex('System.IllegalArgumentException', 'Exception cannot be its own cause');
  exception.apexCause = cause;
}

defineType({
  name: 'System.Exception',
  jsClass: ApexException,
  methods: {
    getMessage: (exception: ApexException) => exception.getMessage(),
    setMessage: (exception: ApexException, message: string | null) => exception.setMessage(message),
    getCause: (exception: ApexException) => exception.apexCause,
    initCause,
    getTypeName: (exception: ApexException) => exception.type.name,
    getLineNumber: (exception: ApexException) => apexFrames(exception.stack)[0]?.line ?? null,
    getStackTraceString: (exception: ApexException) => apexStackTrace(exception.stack),
    getNumDml: (exception: ApexException) => {
      if (!DML_ONLY.has(exception.type.name))
        throwApex('System.TypeException', 'DML methods are only supported on DmlException and EmailException');
      return exception.dml.length;
    },
    getDmlMessage: detail((error) => error.message),
    getDmlId: detail((error) => (error.id === null ? null : ApexId.of(error.id).value)),
    getDmlIndex: detail((error) => error.index),
    getDmlType: detail((error) => enumConstant('System.StatusCode', error.statusCode)),
    getDmlStatusCode: detail((error) => error.statusCode),
    getDmlFields: detail(
      ({ fields, object }) =>
        new ApexList(platformType('Schema.SObjectField'), object === undefined ? [] : fields.map((field) => fieldToken(object, field)))
    ),
    getDmlFieldNames: detail((error) => new ApexList(STRING, [...error.fields])),
    toString: (exception: ApexException) => exception.toString()
  }
});

for (const name of CONSTRUCTIBLE) {
  const qualified = `System.${name}`;
  defineType({
    name: qualified,
    constructors: {
      '*': ((_: unknown, ...args: (string | ApexException | null)[]) =>
        new ApexException(platformType(qualified)).initialize(...args)) as never
    }
  });
}

defineType({
  name: 'System.QueryException',
  methods: { getInaccessibleFields: (exception: ApexException) => exception.details['inaccessibleFields'] ?? null }
});
