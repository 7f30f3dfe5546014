import { current } from '../../runtime/execution.ts';
import { construct, callMethod } from '../../runtime/call.ts';
import { defineType } from '../../runtime/library.ts';
import type { Implementation } from '../../runtime/library.ts';
import { BOOLEAN, STRING } from '../../runtime/types.ts';
import type { ApexType } from '../../runtime/type.ts';
import { ApexDouble } from '../../runtime/values/double.ts';
import { requireArgument, throwApex } from '../../runtime/values/exception.ts';
import { ApexList } from '../../runtime/values/list.ts';
import { ApexSet } from '../../runtime/values/set.ts';
import { TypeToken } from '../../runtime/values/type-token.ts';
import { deepCopy } from '../async/deep-copy.ts';
import { services } from '../services.ts';

const DAY_SECONDS = 86_400;
const KEY = /^[A-Za-z0-9]{1,50}$/;

type Scope = 'Org' | 'Session';

class CachePartition {
  readonly scope: Scope;
  readonly name: string;
  constructor(scope: Scope, name: string) {
    this.scope = scope;
    this.name = name;
  }

  private prefix(): string {
    return `${this.scope}:${this.scope === 'Session' ? current().user.id : ''}:${this.name.toLowerCase()}:`;
  }

  /** `key`, or `local.Partition.key` naming another partition. */
  private locate(key: string): string {
    const parts = key.split('.');
    const name = parts.pop() ?? '';
    if (!KEY.test(name)) throwApex('cache.InvalidParamException', `Invalid key: ${key}. Keys are alphanumeric, of 50 characters at most.`);
    return (parts.length > 0 ? new CachePartition(this.scope, parts[parts.length - 1]!).prefix() : this.prefix()) + name;
  }

  get(key: string): unknown {
    return deepCopy(services().cache.get(this.locate(key)));
  }

  /** A value that a builder computed is kept under the builder's name and the key. */
  load(builder: ApexType, key: string): unknown {
    const known = this.get(builtKey(builder, key));
    if (known !== null) return known;
    const info = builder.classInfo;
    if (!info) return throwApex('cache.InvalidCacheBuilderException', `${builder.name} is not a CacheBuilder`);
    const value = callMethod(construct(info), 'doLoad', [key]);
    this.put(builtKey(builder, key), value, DAY_SECONDS);
    return value;
  }

  put(key: string, value: unknown, ttlSeconds: number): void {
    if (value === null) throwApex('cache.InvalidParamException', 'Cache value cannot be null');
    services().cache.put(this.locate(key), deepCopy(value), ttlSeconds);
  }

  remove(key: string): boolean {
    return services().cache.remove(this.locate(key));
  }

  keys(): ApexSet {
    return new ApexSet(STRING, services().cache.keys(this.prefix()));
  }
}

function builtKey(builder: ApexType, key: string): string {
  return `${builder.name.replace('.', '')}${key}`;
}

function builderType(value: unknown): ApexType | null {
  return value instanceof TypeToken ? value.type : null;
}

function operations(partition: (self: unknown) => CachePartition, takesSelf: boolean): Record<string, Implementation> {
  const on = (body: (target: CachePartition, ...args: unknown[]) => unknown): Implementation =>
    takesSelf ? (self, ...args) => body(partition(self), ...args) : (...args) => body(partition(null), ...args);
  return {
    get: on((target, first, second) => {
      const builder = builderType(first);
      return builder ? target.load(builder, String(second)) : target.get(String(first));
    }),
    contains: on((target, keys) =>
      keys instanceof ApexList
        ? new ApexList(
            BOOLEAN,
            keys.items.map((key) => target.get(String(key)) !== null)
          )
        : target.get(String(keys)) !== null
    ),
    put: on((target, key, value, third) => {
      target.put(String(key), value, typeof third === 'number' ? third : DAY_SECONDS);
      return null;
    }),
    remove: on((target, first, second) => {
      const builder = builderType(first);
      return target.remove(builder ? builtKey(builder, String(second)) : String(first));
    }),
    getKeys: on((target) => target.keys()),
    getName: on((target) => target.name),
    getNumKeys: on((target) => target.keys().size),
    // Sizes are not modelled: nothing is ever used up.
    getCapacity: on(() => new ApexDouble(0)),
    isAvailable: on(() => true)
  };
}

for (const scope of ['Org', 'Session'] as const) {
  const root = new CachePartition(scope, 'default');
  defineType({
    name: `cache.${scope}`,
    statics: {
      ...operations(() => root, false),
      getPartition: (name: string | null) => new CachePartition(scope, requireArgument(name).replace(/^.*\./, ''))
    }
  });
  defineType({
    name: `cache.${scope}Partition`,
    methods: operations((self) => self as CachePartition, true),
    ...(scope === 'Org' ? { jsClass: CachePartition } : {})
  });
}
defineType({ name: 'cache.Partition', methods: operations((self) => self as CachePartition, true) });
defineType({ name: 'cache.CacheBuilder' });
