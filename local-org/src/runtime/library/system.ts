import { toDisplayString } from '../convert.ts';
import { apexHashCode, strictEquals } from '../equality.ts';
import { current } from '../execution.ts';
import { defineType } from '../library.ts';
import { apexFrames } from '../stack-trace.ts';
import { ApexDatetime } from '../values/datetime.ts';
import { definePlatformEnum, enumConstant } from '../values/enum.ts';
import { systemAsserts } from './assert.ts';

definePlatformEnum('System.LoggingLevel', ['NONE', 'INTERNAL', 'FINEST', 'FINER', 'FINE', 'DEBUG', 'INFO', 'WARN', 'ERROR']);

/** Slot of a transaction whose caller wants its debug output: an array of lines. */
export const DEBUG_LINES = Symbol('debug lines');

/** Debug output goes to whoever asked for the transaction's, and to the error stream when that is wanted: never into a command's results. */
function debug(...args: unknown[]): void {
  const lines = current().slots.get(DEBUG_LINES) as string[] | undefined;
  if (!lines && !process.env['LOCAL_ORG_DEBUG']) return;
  const [level, message] = args.length === 2 ? args : [enumConstant('System.LoggingLevel', 'DEBUG'), args[0]];
  const line = apexFrames(new Error('position').stack)[0]?.line ?? 0;
  const text = `USER_DEBUG|[${line}]|${toDisplayString(level)}|${toDisplayString(message)}`;
  lines?.push(text);
  if (process.env['LOCAL_ORG_DEBUG']) process.stderr.write(`${text}\n`);
}

defineType({
  name: 'System.System',
  statics: {
    ...systemAsserts,
    debug,
    now: () => ApexDatetime.now(),
    today: () => ApexDatetime.now().date(),
    currentTimeMillis: () => BigInt(Date.now()),
    hashCode: (value: unknown) => apexHashCode(value),
    equals: (left: unknown, right: unknown) => strictEquals(left, right),
    getApplicationReadWriteMode: () => enumConstant('System.ApplicationReadWriteMode', 'DEFAULT')
  }
});

defineType({
  name: 'Internal.Object',
  methods: {
    equals: (left: unknown, right: unknown) => strictEquals(left, right),
    hashCode: (value: unknown) => apexHashCode(value),
    toString: (value: unknown) => toDisplayString(value)
  }
});
