import type { Position } from '../parser/ast.ts';
import { fail } from './problem.ts';

const LONGEST = 255;

export type Named = 'variable' | 'method' | 'type';

/** Words of the grammar that the parser lets through as names, and the platform does not. */
const KEYWORDS = new Set(
  'and as asc bulk by commit desc from having in like limit list map not nulls or select trigger using where'.split(' ')
);

/** Words no variable, field, constant or type may be called; a method may. */
const RESERVED = new Set(
  (
    'activate any array autonomous begin bigdecimal blob boolean byte case cast char collect const currency date datetime decimal ' +
    'default double end exception exit export float goto group hint import inner int integer into join long loop number object of ' +
    'outer package parallel pragma retrieve rollback set short sobject sort string switch synchronized system then time transaction ' +
    'void when'
  ).split(' ')
);

/** What only a type may not be called. */
const RESERVED_TYPES = new Set(['apexpages', 'page']);

/**
 * A declared name starts with a letter, ends in no underscore, has no two of them in a row (those mark custom fields), and is
 * no word of the language.
 */
export function checkIdentifier(position: Position, name: string, named: Named = 'variable'): void {
  if (!/^[a-z][a-z0-9_]*$/i.test(name) || name.includes('__') || name.endsWith('_'))
    fail(position, `Invalid character in identifier: ${name}`);
  if (name.length > LONGEST) fail(position, `Identifier name is too long: ${name}`);
  const key = name.toLowerCase();
  if (KEYWORDS.has(key)) fail(position, `Unexpected token '${name}'.`);
  if (named !== 'method' && RESERVED.has(key)) fail(position, `Identifier name is reserved: ${name}`);
  if (named === 'type' && RESERVED_TYPES.has(key)) fail(position, `Identifier type is reserved: ${name}`);
}
