/** The compiled program of a project, for tools that hold something against it. */
export { compileOrg } from './compiler/index.ts';
export type { CompileError, Program } from './compiler/program.ts';
export { loadModel } from './metadata/load.ts';
export type { OrgModel } from './metadata/model.ts';
export { auraEnabledFields } from './portal/server/arguments.ts';
export type { ApexType, ClassInfo, MethodInfo } from './runtime/type.ts';
export { isList, isMap, isSet } from './runtime/types.ts';
