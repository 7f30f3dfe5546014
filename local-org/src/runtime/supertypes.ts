/** Supertypes of platform types, by lower-case qualified name. The compiler adds those it reads from the type jars. */
const declared = new Map<string, readonly string[]>();

/** Declares what a platform type extends or implements (qualified names, generics dropped). */
export function declareSupertypes(name: string, parents: readonly string[]): void {
  declared.set(
    name.toLowerCase(),
    parents.map((parent) => parent.toLowerCase())
  );
}

/** All direct and indirect supertypes in lower case. Every platform exception is a `System.Exception` without being declared. */
export function platformSupertypes(name: string): string[] {
  const seen = new Set<string>();
  const pending = [name];
  while (pending.length > 0) {
    const next = pending.pop()!;
    const parents = declared.get(next) ?? (next.endsWith('exception') && next !== 'system.exception' ? ['system.exception'] : []);
    for (const parent of parents) {
      if (!seen.has(parent)) {
        seen.add(parent);
        pending.push(parent);
      }
    }
  }
  return [...seen];
}
