import { all, componentsOf, textOf, type Check, type Component, type Element } from './tree.ts';

/** What an object right needs beside it: an org refuses the one without the others. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  allowCreate: ['allowRead'],
  allowEdit: ['allowRead'],
  allowDelete: ['allowRead', 'allowEdit'],
  viewAllRecords: ['allowRead'],
  modifyAllRecords: ['allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords']
};

/**
 * Permission sets as an org takes them: no field rights on fields that everybody must fill (the org gives those itself), none to
 * write what is computed, no right without those it rests on. In the package: no rights on
 * standard objects, which installation takes away.
 */
export const permissions: Check = (tree) => {
  const fields = new Map(componentsOf(tree, 'CustomField').map((field) => [field.fullName, field]));
  return componentsOf(tree, 'PermissionSet').flatMap((set) => {
    const objects = all(set.body, 'objectPermissions');
    return [
      ...all(set.body, 'fieldPermissions').flatMap((each) => fieldProblems(each, fields)),
      ...objects.flatMap((each) => objectProblems(each, set.path.startsWith('force-app/'))),
      ...twice(set.body, 'fieldPermissions', 'field'),
      ...twice(set.body, 'objectPermissions', 'object'),
      ...twice(set.body, 'classAccesses', 'apexClass')
    ].map((problem) => `${set.path}: ${problem}`);
  });
};

function fieldProblems(permission: Element, fields: ReadonlyMap<string, Component>): string[] {
  const name = textOf(permission, 'field') ?? '';
  const field = fields.get(name);
  if (!field) return [];
  const type = textOf(field.body, 'type');
  const problems: string[] = [];
  if (textOf(field.body, 'required') === 'true' || type === 'MasterDetail')
    problems.push(`${name} is required: an org takes no rights on it`);
  const computed = textOf(field.body, 'formula') !== undefined || type === 'Summary' || type === 'AutoNumber';
  if (computed && textOf(permission, 'editable') === 'true') problems.push(`${name} is computed and cannot be editable`);
  if (textOf(permission, 'editable') === 'true' && textOf(permission, 'readable') !== 'true')
    problems.push(`${name} is editable and not readable`);
  return problems;
}

function objectProblems(permission: Element, packaged: boolean): string[] {
  const object = textOf(permission, 'object') ?? '';
  const given = (right: string): boolean => textOf(permission, right) === 'true';
  return [
    ...Object.entries(NEEDS).flatMap(([right, needed]) =>
      given(right) ? needed.filter((other) => !given(other)).map((other) => `${right} on ${object} rests on ${other}`) : []
    ),
    ...(packaged && !/__\w+$/.test(object) ? [`${object} is a standard object: a package loses the right at installation`] : [])
  ];
}

function twice(body: Element, outer: string, inner: string): string[] {
  const names = all(body, outer).map((each) => textOf(each, inner) ?? '');
  return names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name} stands there twice in ${outer}`);
}
