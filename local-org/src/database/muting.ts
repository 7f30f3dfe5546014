import type { OrgModel, XmlObject } from '../metadata/model.ts';
import { xmlFlag, xmlObjects, xmlText, xmlTexts } from '../metadata/xml.ts';

/** What a permission set group takes away from the permission sets in it, in lower case. */
export interface Muted {
  readonly objects: ReadonlyMap<string, ReadonlySet<string>>;
  readonly readFields: ReadonlySet<string>;
  readonly editFields: ReadonlySet<string>;
  readonly customPermissions: ReadonlySet<string>;
  readonly apexClasses: ReadonlySet<string>;
  readonly userPermissions: ReadonlySet<string>;
}

const OBJECT_FLAGS: Readonly<Record<string, string>> = {
  allowRead: 'read',
  allowCreate: 'create',
  allowEdit: 'edit',
  allowDelete: 'delete',
  viewAllRecords: 'viewAll',
  modifyAllRecords: 'modifyAll'
};

/** The muting permission sets of a group, by its developer name; null when it has none. */
export function mutedBy(model: OrgModel, group: string): Muted | null {
  const body = model.components.get('permissionsetgroup')?.get(group.toLowerCase())?.body;
  const muting = (body ? xmlTexts(body, 'mutingPermissionSets') : [])
    .map((name) => model.components.get('mutingpermissionset')?.get(name.toLowerCase())?.body)
    .filter((each) => each !== undefined);
  return muting.length === 0 ? null : readMuted(muting);
}

function readMuted(bodies: readonly XmlObject[]): Muted {
  const all = (element: string): readonly XmlObject[] => bodies.flatMap((body) => xmlObjects(body, element));
  const enabled = (element: string, name: string): Set<string> =>
    new Set(
      all(element)
        .filter((item) => xmlFlag(item, 'enabled'))
        .map((item) => (xmlText(item, name) ?? '').toLowerCase())
    );
  const fields = (flag: string): Set<string> =>
    new Set(
      all('fieldPermissions')
        .filter((item) => xmlFlag(item, flag))
        .map((item) => (xmlText(item, 'field') ?? '').toLowerCase())
    );
  const objects = new Map<string, Set<string>>();
  for (const item of all('objectPermissions')) {
    const key = (xmlText(item, 'object') ?? '').toLowerCase();
    const needs = objects.get(key) ?? new Set<string>();
    for (const [flag, need] of Object.entries(OBJECT_FLAGS)) if (xmlFlag(item, flag)) needs.add(need);
    objects.set(key, needs);
  }
  return {
    objects,
    readFields: fields('readable'),
    editFields: fields('editable'),
    customPermissions: enabled('customPermissions', 'name'),
    apexClasses: enabled('classAccesses', 'apexClass'),
    userPermissions: enabled('userPermissions', 'name')
  };
}
