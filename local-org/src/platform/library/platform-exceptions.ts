import { defineType } from '../../runtime/library.ts';
import { platformType } from '../../runtime/types.ts';
import { ApexException } from '../../runtime/values/exception.ts';

/** Exceptions of platform services that Apex may construct; those of the language are the runtime's. */
for (const name of [
  'eventbus.RetryableException',
  'System.DuplicateMessageException',
  'System.DataWeaveScriptException',
  'cache.CacheException',
  'cache.Org.OrgCacheException',
  'cache.Session.SessionCacheException',
  'cache.InvalidParamException'
]) {
  defineType({
    name,
    constructors: {
      '*': ((_type: unknown, ...args: (string | ApexException | null)[]) =>
        new ApexException(platformType(name)).initialize(...args)) as never
    }
  });
}
