import { all, components, componentsOf, deep, textOf, type Check, type Component, type SourceTree } from './tree.ts';

/** Name fields and the like that an org demands on a layout of custom metadata. */
const METADATA_TYPE_FIELDS = ['MasterLabel', 'DeveloperName'];

/**
 * What an org says of page layouts: a field that every record must have stands there as Required, once, and a field that nobody can
 * write (formula, roll-up, auto number) as Readonly. One such mistake refuses the whole deployment.
 */
export const layouts: Check = (tree) => {
  const objects = new Map(componentsOf(tree, 'CustomObject').map((object) => [object.fullName, object]));
  return componentsOf(tree, 'Layout').flatMap((layout) => {
    const objectName = layout.fullName.split('-')[0]!;
    const object = objects.get(objectName);
    if (!object) return [];
    const rules = behaviours(tree, object);
    const placed = deep(layout.body, 'layoutItems').filter((item) => textOf(item, 'field') !== undefined);
    const names = placed.map((item) => textOf(item, 'field')!);
    return [
      ...placed.flatMap((item) => {
        const field = textOf(item, 'field')!;
        const wanted = rules.get(field);
        const behavior = textOf(item, 'behavior') ?? 'Edit';
        return wanted && wanted !== behavior ? [`${layout.path}: ${field} is ${behavior}, an org takes it only as ${wanted}`] : [];
      }),
      ...[...rules].flatMap(([field, wanted]) =>
        wanted === 'Required' && !names.includes(field) ? [`${layout.path}: ${field} is required and does not stand on the layout`] : []
      ),
      ...names.filter((field, index) => names.indexOf(field) !== index).map((field) => `${layout.path}: ${field} stands there twice`)
    ];
  });
};

/** The behaviour an org demands of a field, for those fields where it leaves no choice. */
function behaviours(tree: SourceTree, object: Component): Map<string, 'Required' | 'Readonly'> {
  const rules = new Map<string, 'Required' | 'Readonly'>();
  if (object.fullName.endsWith('__mdt')) for (const field of METADATA_TYPE_FIELDS) rules.set(field, 'Required');
  for (const nameField of all(object.body, 'nameField')) rules.set('Name', textOf(nameField, 'type') === 'Text' ? 'Required' : 'Readonly');
  const fields = components(tree).filter(({ type, fullName }) => type === 'CustomField' && fullName.startsWith(`${object.fullName}.`));
  for (const { fullName, body } of fields) {
    const name = fullName.split('.')[1]!;
    const type = textOf(body, 'type');
    const computed = type === 'Summary' || type === 'AutoNumber' || textOf(body, 'formula') !== undefined;
    // A long text or a box to tick is never required by definition; a master always is.
    if (computed) rules.set(name, 'Readonly');
    else if (textOf(body, 'required') === 'true' || type === 'MasterDetail') rules.set(name, 'Required');
  }
  return rules;
}
