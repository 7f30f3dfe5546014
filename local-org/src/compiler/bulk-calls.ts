import type { ExpressionOf } from '../parser/ast.ts';
import { SOBJECT, isList, isMap, isSet } from '../runtime/types.ts';
import { nameOf } from './known-types.ts';
import { fail } from './problem.ts';
import type { Typed } from './typed.ts';

/** What `addAll`, `putAll` and their kin take: elements of exactly the receiver's type. */
export function checkBulk(target: Typed, node: ExpressionOf<'call'>, args: readonly Typed[]): void {
  const [source] = args;
  if (target.type.kind !== 'collection' || args.length !== 1 || !source || !isList(source.type) || source.query) return;
  const given = source.type.args[0];
  const key = node.name.toLowerCase();
  if (isMap(target.type) && key === 'putall') {
    const wanted = target.type.args[1];
    if (given?.kind === 'sobject' && wanted !== given && wanted !== SOBJECT)
      fail(node, `Invalid putAll type ${nameOf(source.type)} found for ${nameOf(target.type)}`);
  }
  const wanted = target.type.args[0];
  if (isMap(target.type) || !/^(add|remove|retain|contains)all$/.test(key) || given === wanted) return;
  const narrowing = given === SOBJECT && wanted?.kind === 'sobject';
  const values = isSet(target.type) && given?.kind === 'primitive' && wanted?.kind === 'primitive';
  if (narrowing || values)
    fail(node, `Illegal all method call for argument type, ${nameOf(source.type)}, for collection: ${nameOf(target.type)}`);
}
