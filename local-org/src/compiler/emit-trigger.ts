import type { TriggerDeclaration, TypeDeclaration } from '../parser/ast.ts';
import { sobjectType } from '../runtime/types.ts';
import type { Compilation } from './compilation.ts';
import { Body, Unit } from './context.ts';
import { declareParents } from './declare-parents.ts';
import { declareMembers, declareType } from './declare.ts';
import { emitClass } from './emit-class.ts';
import { statements } from './statements.ts';
import type { ClassSymbol } from './symbols.ts';

export interface EmittedTrigger {
  readonly unit: Unit;
  readonly tree: TriggerDeclaration;
  /** Canonical name of the object. */
  readonly object: string;
}

/** A trigger's script evaluates to the function that runs its body. */
export function emitTrigger(compilation: Compilation, file: string, tree: TriggerDeclaration): EmittedTrigger {
  const unit = new Unit(compilation, file);
  const object = compilation.schema.objectName(tree.object);
  if (!object) compilation.report(file, tree, `Invalid type: ${tree.object}`);
  checkEvents(compilation, file, tree, object);
  const owner = tree.members.length > 0 ? declareHolder(compilation, file, tree) : null;
  if (owner) emitClass(unit, owner);
  const body = new Body(unit, { owner, static: true, returns: null, ...(object ? { triggerObject: sobjectType(object) } : {}) });
  unit.writer.write(`return function ${tree.name}$() {`);
  statements(body, tree.body);
  unit.writer.write(`${body.declarations()}};`);
  return { unit, tree, object: object ?? tree.object };
}

function checkEvents(compilation: Compilation, file: string, tree: TriggerDeclaration, object: string | null): void {
  const report = (message: string): void => compilation.report(file, tree, message);
  const repeated = tree.events.find((event, index) => tree.events.indexOf(event) !== index);
  if (repeated) report(`Duplicate Trigger Usage: ${repeated}`);
  if (tree.events.includes('before undelete')) report('Trigger Usage Before Undelete is not supported');
  if (object === null) return;
  const kind = compilation.schema.kind(object);
  if (kind === 'customMetadata') report(`SObject type does not allow triggers: ${object}`);
  if (kind === 'platformEvent' && tree.events.some((event) => event !== 'after insert'))
    report(`Platform Event SObjects only supports after insert: ${object}`);
}

/** Methods and variables declared in a trigger belong to a class nobody can name. */
function declareHolder(compilation: Compilation, file: string, tree: TriggerDeclaration): ClassSymbol {
  const declaration: TypeDeclaration = {
    line: tree.line,
    column: tree.column,
    kind: 'class',
    name: tree.name,
    modifiers: { words: [], annotations: [] },
    superclass: null,
    interfaces: [],
    members: tree.members.map((member) =>
      member.kind === 'method' ? { ...member, modifiers: { ...member.modifiers, words: [...member.modifiers.words, 'static'] } } : member
    ),
    constants: [],
    endLine: tree.line
  };
  const symbol = declareType(compilation, file, declaration, null);
  declareParents(compilation, symbol);
  declareMembers(compilation, symbol);
  return symbol;
}
