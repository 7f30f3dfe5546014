import type { Position } from '../parser/ast.ts';
import { fail } from './problem.ts';

const LONGEST = 255;

/** A declared name starts with a letter, ends in no underscore, and has no two of them in a row: those mark custom fields. */
export function checkIdentifier(position: Position, name: string): void {
  if (!/^[a-z]/i.test(name) || name.includes('__') || name.endsWith('_')) fail(position, `Invalid character in identifier: ${name}`);
  if (name.length > LONGEST) fail(position, `Identifier name is too long: ${name}`);
}
