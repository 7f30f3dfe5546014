import { readCache, writeCache, contentHash } from './cache.ts';
import { ACC_ABSTRACT, ACC_BRIDGE, ACC_ENUM, ACC_INTERFACE, ACC_PUBLIC, ACC_STATIC, ACC_SYNTHETIC } from './class-file.ts';
import type { ClassFile } from './class-file.ts';
import { classesOf, openJar } from './jars.ts';
import { readClassSignature, readMethod, readType, typeName } from './signature.ts';
import { withUndeclared } from './undeclared.ts';

/**
 * The standard library's declarations. Type references are written as `System.List<System.String>`, `ANY` for Object,
 * `void`, `%T` for a type parameter of the declaring type, `SObjects.Account` for an SObject.
 */
export interface PlatformMethod {
  readonly name: string;
  readonly static: boolean;
  readonly abstract: boolean;
  readonly parameters: readonly string[];
  readonly returns: string;
}

export interface PlatformProperty {
  readonly name: string;
  readonly static: boolean;
  readonly type: string;
}

export interface PlatformType {
  /** `System.String`, `Messaging.InboundEmail.Header`. */
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly abstract: boolean;
  readonly typeParameters: readonly string[];
  readonly superclass: string | null;
  readonly interfaces: readonly string[];
  readonly methods: readonly PlatformMethod[];
  readonly properties: readonly PlatformProperty[];
  readonly constants: readonly string[];
  /** Parameter lists of the constructors; empty when it cannot be constructed. */
  readonly constructors: readonly (readonly string[])[];
}

const FORMAT = '5';

let loaded: ReadonlyMap<string, PlatformType> | null = null;

/** Platform types by lower-case qualified name, read from the type jar once and cached on disk. */
export function loadPlatformTypes(): ReadonlyMap<string, PlatformType> {
  if (loaded) return loaded;
  const jar = openJar('standard-types');
  const cacheName = `types/platform-${contentHash(FORMAT, jar.bytes)}.json`;
  const cached = readCache(cacheName);
  const types = cached === null ? [...classesOf(jar)].filter(isApexType).map(describe) : (JSON.parse(cached) as PlatformType[]);
  if (cached === null) writeCache(cacheName, JSON.stringify(types));
  loaded = new Map(withUndeclared(types).map((type) => [type.name.toLowerCase(), type]));
  return loaded;
}

function isApexType(file: ClassFile): boolean {
  return !file.name.includes('/SObjectStubs/') && !file.name.includes('/Component/');
}

function describe(file: ClassFile): PlatformType {
  const generic = file.signature === null ? null : readClassSignature(file.signature);
  const isEnum = (file.access & ACC_ENUM) !== 0;
  const superclass = generic ? generic.superclass : typeName(file.superclass);
  const visible = file.methods.filter((method) => (method.access & (ACC_BRIDGE | ACC_SYNTHETIC)) === 0 && method.name !== '<clinit>');
  return {
    name: typeName(file.name),
    kind: isEnum ? 'enum' : file.access & ACC_INTERFACE ? 'interface' : 'class',
    abstract: (file.access & ACC_ABSTRACT) !== 0,
    typeParameters: generic?.parameters ?? [],
    superclass: isEnum || superclass === 'ANY' ? null : superclass,
    interfaces: generic?.interfaces ?? file.interfaces.map(typeName),
    methods: isEnum
      ? []
      : visible
          .filter((method) => method.name !== '<init>' && method.access & ACC_PUBLIC)
          .map((method) => ({
            name: method.name.replace(/\$$/, ''),
            static: (method.access & ACC_STATIC) !== 0,
            abstract: (method.access & ACC_ABSTRACT) !== 0,
            ...readMethod(method.signature)
          })),
    properties: isEnum
      ? []
      : file.fields
          .filter((field) => field.access & ACC_PUBLIC)
          .map((field) => ({
            name: field.name.replace(/\$$/, ''),
            static: (field.access & ACC_STATIC) !== 0,
            type: readType(field.signature)
          })),
    constants: isEnum ? file.fields.filter((field) => field.access & ACC_ENUM).map((field) => field.name.replace(/\$$/, '')) : [],
    constructors: isEnum
      ? []
      : visible
          .filter((method) => method.name === '<init>' && method.access & ACC_PUBLIC)
          .map((method) => readMethod(method.signature).parameters)
  };
}
