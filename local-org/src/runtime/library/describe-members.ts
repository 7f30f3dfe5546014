import type { Implementation } from '../library.ts';

interface Members {
  readonly methods: Record<string, Implementation>;
  readonly properties: Record<string, { get: Implementation }>;
}

/**
 * Describe results offer each value twice: `getLabel()` and `.Label`, `isCustom()` and `.Custom`. `getters` lists the
 * first kind by property name, `flags` the second.
 */
export function describeMembers(
  getters: Readonly<Record<string, Implementation>>,
  flags: Readonly<Record<string, Implementation>>
): Members {
  const methods: Record<string, Implementation> = {};
  const properties: Record<string, { get: Implementation }> = {};
  for (const [name, get] of Object.entries(getters)) {
    methods[`get${name}`] = get;
    properties[name] = { get };
  }
  for (const [name, get] of Object.entries(flags)) {
    methods[`is${name}`] = get;
    properties[name] = { get };
  }
  return { methods, properties };
}
