import type { ApexType } from '../runtime/type.ts';
import type { Body } from './context.ts';
import { tableName } from './known-types.ts';

/** Methods whose query text may bind variables of the caller by name. */
const DYNAMIC: Readonly<Record<string, ReadonlySet<string>>> = {
  'system.database': new Set(['query', 'countquery', 'getquerylocator', 'getcursor']),
  'system.search': new Set(['query', 'find'])
};

/**
 * Dynamic SOQL finds its binds at run time, so the call hands over everything that a simple name could mean there: local
 * variables and parameters, then plain fields of the class. Null for any other method.
 */
export function dynamicBinds(body: Body, type: ApexType, method: string): string | null {
  if (!DYNAMIC[tableName(type)?.toLowerCase() ?? '']?.has(method.toLowerCase())) return null;
  const entries = new Map<string, string>();
  for (const { name, js } of body.variables()) if (!entries.has(name.toLowerCase())) entries.set(name.toLowerCase(), js);
  for (const field of body.owner?.fields.values() ?? []) {
    const key = field.name.toLowerCase();
    if (entries.has(key) || field.accessors || (body.options.static && !field.static)) continue;
    entries.set(key, field.static ? `${body.unit.staticsReference(field.owner)}().${field.jsName}` : `this.${field.jsName}`);
  }
  return `new Map([${[...entries].map(([name, js]) => `[${JSON.stringify(name)}, ${js}]`).join(', ')}])`;
}
