import type { Muted } from './muting.ts';

/** What the permission sets and the profile of one user add up to. */
export interface Permissions {
  readonly modifyAllData: boolean;
  readonly viewAllData: boolean;
  /** The profile grants every standard field of the objects it can reach, as the platform's own profiles do. */
  readonly standardFields: boolean;
  readonly objects: ReadonlyMap<string, ReadonlySet<string>>;
  readonly readFields: ReadonlySet<string>;
  readonly editFields: ReadonlySet<string>;
  readonly customPermissions: ReadonlySet<string>;
  readonly apexClasses: ReadonlySet<string>;
  /** Custom settings that may be read through the API and in user mode. */
  readonly customSettings: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** Permissions less what a group mutes of them. */
export function without(granted: Permissions, muted: Muted): Permissions {
  const objects = new Map([...granted.objects].map(([name, needs]) => [name, minus(needs, muted.objects.get(name) ?? NONE)]));
  return {
    ...granted,
    modifyAllData: granted.modifyAllData && !muted.userPermissions.has('modifyalldata'),
    viewAllData: granted.viewAllData && !muted.userPermissions.has('viewalldata'),
    objects,
    readFields: minus(granted.readFields, muted.readFields),
    editFields: minus(granted.editFields, muted.editFields),
    customPermissions: minus(granted.customPermissions, muted.customPermissions),
    apexClasses: minus(granted.apexClasses, muted.apexClasses)
  };
}

/** Permissions add up. */
export function together(a: Permissions, b: Permissions): Permissions {
  const objects = new Map(a.objects);
  for (const [name, needs] of b.objects) objects.set(name, union(needs, objects.get(name) ?? NONE));
  return {
    ...a,
    modifyAllData: a.modifyAllData || b.modifyAllData,
    viewAllData: a.viewAllData || b.viewAllData,
    objects,
    readFields: union(a.readFields, b.readFields),
    editFields: union(a.editFields, b.editFields),
    customPermissions: union(a.customPermissions, b.customPermissions),
    apexClasses: union(a.apexClasses, b.apexClasses),
    customSettings: union(a.customSettings, b.customSettings)
  };
}

function minus(all: ReadonlySet<string>, gone: ReadonlySet<string>): Set<string> {
  return new Set([...all].filter((each) => !gone.has(each)));
}

function union(a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> {
  return new Set([...a, ...b]);
}
