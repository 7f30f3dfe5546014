import { describe, expect, it } from 'vitest';
import { libraryType } from '../library.ts';
import { platformType } from '../types.ts';
import { apexStackTrace } from '../stack-trace.ts';
import { call, thrown } from '../test-support.ts';
import { ApexException } from '../values/exception.ts';

const create = (name: string, ...args: unknown[]): ApexException =>
  (libraryType(name)!.constructors!['*'] as (type: unknown, ...args: unknown[]) => unknown)(null, ...args) as ApexException;
const on = (exception: ApexException, method: string, ...args: unknown[]): unknown => call('System.Exception', method, exception, ...args);

describe('exceptions', () => {
  it('have a message, a type name and a cause', () => {
    const cause = create('System.MathException', 'Divide by 0');
    const exception = create('System.CalloutException', 'Failed', cause);
    expect([on(exception, 'getMessage'), on(exception, 'getTypeName'), on(exception, 'getCause')]).toEqual([
      'Failed',
      'System.CalloutException',
      cause
    ]);
    expect(on(create('System.CalloutException'), 'getMessage')).toBe('Script-thrown exception');
  });

  it('take a cause once', () => {
    const exception = create('System.CalloutException');
    on(exception, 'initCause', create('System.MathException'));
    expect(thrown(() => on(exception, 'initCause', create('System.MathException')))).toContain('Cause has already been set');
  });

  it('give row details only for DML', () => {
    const exception = new ApexException(platformType('System.DmlException'), 'Insert failed.');
    exception.dml = [
      { index: 3, id: null, statusCode: 'REQUIRED_FIELD_MISSING', message: 'Required fields are missing: [Name]', fields: ['Name'] }
    ];
    expect([on(exception, 'getNumDml'), on(exception, 'getDmlIndex', 0), on(exception, 'getDmlMessage', 0)]).toEqual([
      1,
      3,
      'Required fields are missing: [Name]'
    ]);
    expect(String(on(exception, 'getDmlType', 0))).toBe('REQUIRED_FIELD_MISSING');
    expect(thrown(() => on(exception, 'getDmlMessage', 1))).toContain('System.TypeException');
    expect(thrown(() => on(create('System.MathException'), 'getNumDml'))).toContain('System.TypeException');
  });

  it('show the Apex frames of a JavaScript stack', () => {
    const stack =
      'Error: x\n    at throwApex (/app/src/values/exception.ts:1:1)\n    at Deals.save$String (/p/classes/Deals.cls:12:5)\n    at /p/triggers/OnDeal.trigger:3:1\n    at Script.runInThisContext (node:vm:1:1)';
    expect(apexStackTrace(stack)).toBe('Class.Deals.save: line 12, column 1\nTrigger.OnDeal: line 3, column 1');
  });
});
