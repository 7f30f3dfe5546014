import { toDisplayString } from '../convert.ts';
import { apexHashCode, strictEquals } from '../equality.ts';
import { defineType } from '../library.ts';
import { apexFrames } from '../stack-trace.ts';
import { ApexDatetime } from '../values/datetime.ts';
import { definePlatformEnum, enumConstant } from '../values/enum.ts';
import { systemAsserts } from './assert.ts';

definePlatformEnum('System.LoggingLevel', ['NONE', 'INTERNAL', 'FINEST', 'FINER', 'FINE', 'DEBUG', 'INFO', 'WARN', 'ERROR']);

/** Debug output goes to the error stream when asked for, so that it never mixes with a command's results. */
function debug(...args: unknown[]): void {
  if (!process.env['LOCAL_ORG_DEBUG']) return;
  const [level, message] = args.length === 2 ? args : [enumConstant('System.LoggingLevel', 'DEBUG'), args[0]];
  const line = apexFrames(new Error('position').stack)[0]?.line ?? 0;
  process.stderr.write(`USER_DEBUG|[${line}]|${toDisplayString(level)}|${toDisplayString(message)}\n`);
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
