import { callMethod } from '../../runtime/call.ts';
import type { ClassInfo } from '../../runtime/type.ts';
import { ANY, cast, platformType, STRING, VOID } from '../../runtime/types.ts';
import { requireArgument, throwApex } from '../../runtime/values/exception.ts';
import { ApexList } from '../../runtime/values/list.ts';
import { ApexObject, STUB } from '../../runtime/values/object.ts';
import { TypeToken } from '../../runtime/values/type-token.ts';

/**
 * Test.createStub: an instance whose methods ask the StubProvider. Constructors do not run and members keep null, as on
 * the platform; static, private and inherited platform methods are not stubbed.
 */
export function createStub(token: TypeToken | null, provider: unknown): unknown {
  const { type } = requireArgument(token);
  const info = type.classInfo;
  if (!info || info.kind === 'enum') return throwApex('System.TypeException', `Cannot create a stub of ${type.name}`);
  if (info.kind === 'class') refuseClass(info);
  const prototype = info.jsClass ? (info.jsClass.prototype as object) : interfacePrototype(info);
  const stub = Object.create(prototype) as Record<string, unknown>;
  Object.defineProperty(stub, STUB, { value: true });
  for (const method of methodsOf(info)) {
    if (method.static || method.access === 'private') continue;
    stub[method.jsName] = (...args: unknown[]) => {
      const answer = callMethod(provider, 'handleMethodCall', [
        stub,
        method.name,
        TypeToken.of(method.returns),
        new ApexList(
          platformType('System.Type'),
          method.parameters.map((parameter) => TypeToken.of(parameter.type))
        ),
        new ApexList(
          STRING,
          method.parameters.map((parameter) => parameter.name)
        ),
        new ApexList(ANY, args)
      ]);
      return method.returns === VOID ? null : cast(answer, method.returns);
    };
  }
  return stub;
}

/** A stub is a subclass made elsewhere: it needs a class that can be seen there and a constructor that can be called. */
function refuseClass(info: ClassInfo): void {
  if (info.name.includes('.') && info.access === 'private')
    throwApex('System.TypeException', `Cannot create a stub of the private class ${info.name}`);
  if (info.constructors.length > 0 && info.constructors.every((constructor) => constructor.access === 'private')) {
    throwApex('System.TypeException', `Cannot create a stub of ${info.name}: it has private constructors only`);
  }
}

function* methodsOf(info: ClassInfo): Generator<ClassInfo['methods'][number]> {
  const seen = new Set<string>();
  const pending: ClassInfo[] = [info];
  for (let owner = pending.shift(); owner; owner = pending.shift()) {
    for (const method of owner.methods) {
      if (seen.has(method.jsName)) continue;
      seen.add(method.jsName);
      yield method;
    }
    for (const parent of [owner.superclass, ...owner.interfaces]) if (parent?.classInfo) pending.push(parent.classInfo);
  }
}

/** An interface has no JavaScript class: its stub is an object that only knows its type. */
function interfacePrototype(info: ClassInfo): object {
  return Object.create(ApexObject.prototype, { classInfo: { value: info } }) as object;
}
