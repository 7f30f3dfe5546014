/** `1 AND (2 OR NOT 3)` over numbered criteria; without a filter all must hold. */
export function combine(filter: string | null, met: readonly boolean[]): boolean {
  if (filter === null || filter.trim() === '') return met.every(Boolean);
  const tokens = filter.toUpperCase().match(/\d+|AND|OR|NOT|[()]/g) ?? [];
  let at = 0;
  const or = (): boolean => {
    let value = and();
    while (tokens[at] === 'OR') {
      at += 1;
      const right = and();
      value = value || right;
    }
    return value;
  };
  const and = (): boolean => {
    let value = not();
    while (tokens[at] === 'AND') {
      at += 1;
      const right = not();
      value = value && right;
    }
    return value;
  };
  const not = (): boolean => {
    const token = tokens[at];
    at += 1;
    if (token === 'NOT') return !not();
    if (token === '(') {
      const value = or();
      if (tokens[at] !== ')') throw new Error(`Unbalanced filter logic: ${filter}`);
      at += 1;
      return value;
    }
    const value = met[Number(token) - 1];
    if (value === undefined) throw new Error(`Filter logic names a criterion that does not exist: ${filter}`);
    return value;
  };
  const value = or();
  if (at !== tokens.length) throw new Error(`Filter logic cannot be read: ${filter}`);
  return value;
}
