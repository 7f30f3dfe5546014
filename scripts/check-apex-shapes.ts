/**
 * Holds the TypeScript declarations of @AuraEnabled methods (config/lwc-types/apex.d.ts) to the Apex they describe: same
 * parameters, and no result member that Apex does not give or gives in another type. A declaration may say more than Apex can
 * (a union of texts for a String) and less (members that no component reads).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { auraEnabledFields, compileOrg, isList, isMap, isSet, loadModel } from '@partner-portal-ai/local-org/compile';
import type { ApexType, ClassInfo, MethodInfo } from '@partner-portal-ai/local-org/compile';
import { bin, root, run } from './lib/run.ts';

/** Types that compare what is declared with what Apex says. A difference is its path, so that the compiler prints where it is. */
const COMPARISON = `
type Plain<T> = NonNullable<T>;
type Join<Key, Path> = Key extends string ? Path extends '' ? Key : Path extends string ? \`\${Key}.\${Path}\` : never : never;
type Difference<Declared, Apex> = Declared extends readonly (infer D)[]
  ? Apex extends readonly (infer A)[] ? Difference<Plain<D>, Plain<A>> : ''
  : Declared extends object
    ? Apex extends object
      ? { [K in keyof Declared]-?: K extends keyof Apex ? Join<K, Difference<Plain<Declared[K]>, Plain<Apex[K]>>> : K }[keyof Declared]
      : ''
    : [Declared] extends [Apex] ? never : '';
type Differences<Declared, Apex> = Difference<Plain<Declared>, Plain<Apex>>;
type Same<Declared, Apex> = [Differences<Declared, Apex>] extends [never] ? true : { differs: Differences<Declared, Apex> };
type SameNames<Declared, Apex> = [Exclude<keyof Apex, keyof Declared>] extends [never] ? Same<Declared, Apex> : { missing: Exclude<keyof Apex, keyof Declared> };
type ResultOf<Method extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<Method>>;
type ParametersOf<Method extends (...args: never[]) => unknown> = Plain<Parameters<Method>[0]>;
`;

const PRIMITIVES: Readonly<Record<string, string>> = {
  Boolean: 'boolean',
  Date: 'string',
  Datetime: 'string',
  Decimal: 'number',
  Double: 'number',
  Id: 'string',
  Integer: 'number',
  Long: 'number',
  String: 'string',
  Time: 'string'
};

/** TypeScript of what a component receives, or may send, for a value of an Apex type; any of it may be null. */
function shapeOf(type: ApexType): string {
  if (isList(type) || isSet(type)) return `readonly (${shapeOf(type.args[0]!)})[] | null`;
  if (isMap(type)) return `Readonly<Record<string, ${shapeOf(type.args[1]!)}>> | null`;
  if (type.kind === 'void') return 'void';
  if (type.kind === 'primitive') return `${PRIMITIVES[type.name] ?? unsupported(type)} | null`;
  if (type.kind === 'enum') return 'string | null';
  if (type.kind === 'class' && type.classInfo) return `${membersOf(type.classInfo)} | null`;
  return unsupported(type);
}

function membersOf(info: ClassInfo): string {
  return `{ ${auraEnabledFields(info)
    .map((field) => `readonly ${field.name}?: ${shapeOf(field.type)}`)
    .join('; ')} }`;
}

function unsupported(type: ApexType): never {
  throw new Error(`A component cannot be told what ${type.name} looks like: return a class with @AuraEnabled members`);
}

function checksOf(info: ClassInfo, method: MethodInfo): string {
  const name = `${info.name}_${method.name}`;
  const parameters = method.parameters.map((parameter) => `${parameter.name}: ${shapeOf(parameter.type)}`).join('; ');
  return [
    `import ${name} from '@salesforce/apex/${info.name}.${method.name}';`,
    `export const ${name}_result: Same<ResultOf<typeof ${name}>, ${shapeOf(method.returns)}> = true;`,
    ...(parameters === '' ? [] : [`export const ${name}_parameters: SameNames<ParametersOf<typeof ${name}>, { ${parameters} }> = true;`])
  ].join('\n');
}

const { program, errors } = compileOrg(loadModel(root));
if (!program) throw new Error(errors.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));
const methods = [...program.classes.values()].flatMap((info) =>
  info.methods.filter((method) => method.annotations.some(({ name }) => name === 'auraenabled')).map((method) => ({ info, method }))
);

const folder = join(root, '.cache/apex-shapes');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'shapes.ts'), [COMPARISON, ...methods.map(({ info, method }) => checksOf(info, method)), ''].join('\n'));
writeFileSync(
  join(folder, 'tsconfig.json'),
  JSON.stringify({
    extends: '../../tsconfig.lwc.json',
    compilerOptions: { noEmit: true },
    include: ['shapes.ts', '../../config/lwc-types/*.d.ts']
  })
);
const [node, tsc] = bin('typescript/bin/tsc');
const code = await run(node, [tsc, '-p', folder]);
if (code === 0) console.log(`${methods.length} @AuraEnabled methods are declared as they are`);
process.exitCode = code;
