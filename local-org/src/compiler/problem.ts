import type { Position } from '../parser/ast.ts';

/** A compile error on its way to the statement or declaration that collects it. */
export class Problem extends Error {
  readonly position: Position;

  constructor(position: Position, message: string) {
    super(message);
    this.position = position;
  }
}

export function fail(position: Position, message: string): never {
  throw new Problem(position, message);
}
