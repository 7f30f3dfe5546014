import type { OrgModel } from '../metadata/model.ts';
import '../platform/library/index.ts';
import '../runtime/library/index.ts';
import { UnsupportedInLocalOrg } from '../runtime/unsupported.ts';
import { parseSource } from '../parser/parse.ts';
import { Compilation } from './compilation.ts';
import { Unit } from './context.ts';
import { declareParents } from './declare-parents.ts';
import { addStaticImplementations, declareMembers, declareType } from './declare.ts';
import { emitClass } from './emit-class.ts';
import { emitTrigger } from './emit-trigger.ts';
import { declarePlatformSupertypes } from './known-types.ts';
import { Linker } from './link.ts';
import { brokenClasses, brokenFiles } from './broken.ts';
import { checkClass } from './class-checks.ts';
import { buildProgram } from './program-types.ts';
import type { CompileError, Program, TriggerInfo } from './program.ts';
import type { TriggerDeclaration } from '../parser/ast.ts';

export interface CompileOptions {
  /** Leaves out what does not compile, and what depends on it, instead of giving no program. */
  readonly partial?: boolean;
}

export interface Compiled {
  readonly program: Program | null;
  readonly errors: readonly CompileError[];
}

/** Compiles every class and trigger of an org. With any error there is no program, unless a partial one is asked for. */
export function compileOrg(model: OrgModel, { partial = false }: CompileOptions = {}): Compiled {
  declarePlatformSupertypes();
  const compilation = new Compilation(model);
  const triggers: { file: string; tree: TriggerDeclaration }[] = [];
  for (const source of model.apex) {
    const parsed = parseSource(source.kind, source.text);
    for (const problem of parsed.problems) compilation.report(source.path, problem, problem.message);
    if (!parsed.tree) {
      if (source.kind === 'class') compilation.unparsed.set(source.name.toLowerCase(), source.path);
      continue;
    }
    if (parsed.tree.kind === 'trigger') {
      triggers.push({ file: source.path, tree: parsed.tree });
      continue;
    }
    const key = parsed.tree.name.toLowerCase();
    if (compilation.classes.has(key)) compilation.report(source.path, parsed.tree, `Type name already in use: ${parsed.tree.name}`);
    else compilation.classes.set(key, declareType(compilation, source.path, parsed.tree, null));
  }
  const classes = [...compilation.classes.values()];
  for (const symbol of classes) declareParents(compilation, symbol);
  for (const symbol of classes) declareMembers(compilation, symbol);
  for (const symbol of classes) checkClass(compilation, symbol);
  for (const symbol of compilation.bySymbolType.values()) addStaticImplementations(symbol);
  const units = classes.map((symbol) => {
    const unit = new Unit(compilation, symbol.file);
    emitClass(unit, symbol);
    return unit;
  });
  const emitted = triggers.map(({ file, tree }) => emitTrigger(compilation, file, tree));
  const errors = sorted(compilation.errors);
  if (errors.length > 0 && !partial) return { program: null, errors };
  const broken = brokenFiles(compilation);
  const linker = new Linker(compilation, broken);
  for (const symbol of compilation.bySymbolType.values()) linker.classOf(symbol);
  for (const unit of units) if (!broken.has(unit.file)) linker.run(unit);
  const infos: TriggerInfo[] = emitted.map(({ unit, tree, object }) => ({
    name: tree.name,
    object,
    events: tree.events,
    file: unit.file,
    run: broken.has(unit.file) ? refusal(tree.name, broken.get(unit.file)!) : (linker.run(unit) as () => void)
  }));
  return { program: buildProgram(compilation, linker, infos, brokenClasses(classes, broken)), errors };
}

/** Rows must not be saved as if a trigger that does not compile were not there. */
function refusal(trigger: string, reason: string): () => never {
  return () => {
    throw new UnsupportedInLocalOrg(`Trigger ${trigger} is not part of the program: ${reason}`);
  };
}

function sorted(errors: readonly CompileError[]): CompileError[] {
  return [...errors].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
}

export { compileAnonymous } from './anonymous.ts';
