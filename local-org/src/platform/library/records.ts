import { current } from '../../runtime/execution.ts';
import { defineFamily } from '../../runtime/library.ts';
import type { Implementation, LibraryType } from '../../runtime/library.ts';
import { unsupported } from '../../runtime/unsupported.ts';
import { throwApex } from '../../runtime/values/exception.ts';
import { loadPlatformTypes } from '../../types/platform-types.ts';
import type { PlatformType } from '../../types/platform-types.ts';
import { fieldProperties } from './members.ts';

/**
 * Platform classes that only carry data: an empty constructor and properties. They are made from their declarations when
 * first used.
 */
function dataClass({ name, properties, constructors }: PlatformType): LibraryType {
  class Data {}
  return {
    name,
    jsClass: Data,
    properties: fieldProperties(...properties.filter((property) => !property.static).map((property) => property.name)),
    ...(constructors.some((parameters) => parameters.length === 0) ? { constructors: { '*': () => new Data() } } : {})
  };
}

defineFamily('Messaging.Inbound', (key) => {
  const declared = loadPlatformTypes().get(key);
  return declared?.kind === 'class' ? dataClass(declared) : null;
});

/** Connect in Apex calls services that the local org does not have. A test with data of its own cannot call them on the platform either. */
function connectCall(type: string, method: string): Implementation {
  return () =>
    current().isTest
      ? throwApex(
          'System.UnsupportedOperationException',
          'ConnectApi methods are not supported in data siloed tests. Please use @IsTest(SeeAllData=true).'
        )
      : unsupported(`${type}.${method}`);
}

defineFamily('ConnectApi.', (key) => {
  const declared = loadPlatformTypes().get(key);
  if (declared?.kind !== 'class') return null;
  const statics = declared.methods.filter((method) => method.static);
  return {
    ...dataClass(declared),
    statics: Object.fromEntries(statics.map((method) => [method.name, connectCall(declared.name, method.name)]))
  };
});
