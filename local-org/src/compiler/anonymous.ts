import type { OrgModel } from '../metadata/model.ts';
import { parseSource } from '../parser/parse.ts';
import { Body, Unit } from './context.ts';
import { internals } from './program-types.ts';
import type { CompileError, Program } from './program.ts';
import { statements } from './statements.ts';
import { declareParents } from './declare-parents.ts';
import { declareMembers, declareType } from './declare.ts';
import { emitClass } from './emit-class.ts';
import type { AnonymousBlock, TypeDeclaration } from '../parser/ast.ts';
import type { Compilation } from './compilation.ts';
import type { ClassSymbol } from './symbols.ts';

export interface CompiledAnonymous {
  readonly run: (() => void) | null;
  readonly errors: readonly CompileError[];
}

const FILE = 'AnonymousBlock.apex';

/** Compiles a block of statements against a program: execute-anonymous. */
export function compileAnonymous(_model: OrgModel, program: Program, text: string): CompiledAnonymous {
  const { compilation, linker } = internals(program);
  const parsed = parseSource('anonymous', text);
  if (!parsed.tree) return { run: null, errors: parsed.problems.map((problem) => ({ file: FILE, ...problem })) };
  const before = compilation.errors.length;
  const unit = new Unit(compilation, FILE);
  const owner = declareHolder(compilation, parsed.tree);
  emitClass(unit, owner);
  const body = new Body(unit, { owner, static: true, returns: null });
  unit.writer.write('return function anonymous$() {');
  statements(body, parsed.tree.body);
  unit.writer.write(`${body.declarations()}};`);
  const errors = compilation.errors.splice(before);
  if (errors.length > 0) return { run: null, errors };
  linker.classOf(owner);
  for (const inner of owner.inner.values()) linker.classOf(inner);
  return { run: linker.run(unit) as () => void, errors: [] };
}

/** Methods and types declared in the block belong to a class nobody can name. */
function declareHolder(compilation: Compilation, tree: AnonymousBlock): ClassSymbol {
  const declaration: TypeDeclaration = {
    line: tree.line,
    column: tree.column,
    kind: 'class',
    name: 'AnonymousBlock',
    modifiers: { words: [], annotations: [] },
    superclass: null,
    interfaces: [],
    members: tree.members.map((member) =>
      member.kind === 'method' ? { ...member, modifiers: { ...member.modifiers, words: [...member.modifiers.words, 'static'] } } : member
    ),
    constants: [],
    endLine: tree.line
  };
  const symbol = declareType(compilation, FILE, declaration, null);
  declareParents(compilation, symbol);
  declareMembers(compilation, symbol);
  return symbol;
}
