import type { Component, ObjectModel, OrgModel } from './model.ts';
import { FormulaError, parseFormula, pathsOf } from '../database/formula/parse.ts';
import { xmlObjects, xmlText } from './xml.ts';

type Fail = (path: string, message: string) => void;

/** References between components that deployment would refuse: to fields and objects. */
export function checkReferences(model: OrgModel, fail: Fail, warn: Fail): void {
  for (const object of model.objects.values()) checkObject(object, model, fail);
  for (const component of model.components.get('permissionset')?.values() ?? []) checkPermissions(component, model, fail, warn);
}

function checkObject(object: ObjectModel, model: OrgModel, fail: Fail): void {
  const folder = `${object.name}`;
  checkFormulas(object, model, fail);
  for (const set of object.fieldSets) {
    for (const path of set.fields) if (!resolves(object, path, model)) fail(folder, `field set ${set.name} uses the unknown field ${path}`);
  }
  for (const field of object.compactLayoutFields)
    if (!object.fields.has(compactName(field))) fail(folder, `a compact layout uses the unknown field ${field}`);
}

/** Formulas must parse and name fields that exist. */
function checkFormulas(object: ObjectModel, model: OrgModel, fail: Fail): void {
  const check = (text: string, where: string): void => {
    try {
      for (const path of pathsOf(parseFormula(text))) {
        const literal = path.length === 1 && /^(true|false|null)$/i.test(path[0]!);
        if (!literal && !path[0]!.startsWith('$') && !resolves(object, path.join('.'), model))
          fail(where, `the formula names the unknown field ${path.join('.')}`);
      }
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      fail(where, error.message);
    }
  };
  for (const field of object.fields.values()) {
    if (!field.custom) continue;
    const where = `${object.name}/fields/${field.name}.field-meta.xml`;
    if (field.formula !== undefined) check(field.formula, where);
    else if (field.defaultValue !== undefined && field.type !== 'Boolean' && !field.picklist) check(field.defaultValue, where);
  }
  for (const rule of object.validationRules) check(rule.condition, `${object.name}/validationRules/${rule.name}.validationRule-meta.xml`);
}

function compactName(field: string): string {
  return field.toLowerCase();
}

function resolves(object: ObjectModel, path: string, model: OrgModel): boolean {
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) return object.fields.has(first.toLowerCase()) || object.fields.has(`${first.toLowerCase()}id`);
  const relationship = object.parentRelationships.get(first.split(':')[0]!.toLowerCase());
  return (relationship?.referenceTo ?? []).some((target) => {
    const parent = model.objects.get(target.toLowerCase());
    return parent !== undefined && resolves(parent, rest.join('.'), model);
  });
}

/**
 * Only the project's own objects and fields are all known. A permission on a standard one that is not modelled concerns
 * rows and fields nothing here can have: it is left out with a warning.
 */
function checkPermissions(component: Component, model: OrgModel, fail: Fail, warn: Fail): void {
  for (const permission of xmlObjects(component.body, 'objectPermissions')) {
    const name = xmlText(permission, 'object') ?? '';
    if (!model.objects.has(name.toLowerCase()))
      (isCustom(name) ? fail : warn)(component.path, `objectPermissions name the unknown object ${name}`);
  }
  for (const permission of xmlObjects(component.body, 'fieldPermissions')) {
    const [objectName = '', fieldName = ''] = (xmlText(permission, 'field') ?? '').split('.');
    const object = model.objects.get(objectName.toLowerCase());
    if (!object?.fields.has(fieldName.toLowerCase()))
      (isCustom(fieldName) || isCustom(objectName) ? fail : warn)(
        component.path,
        `fieldPermissions name the unknown field ${objectName}.${fieldName}`
      );
    else if (object.fields.get(fieldName.toLowerCase())!.required && object.fields.get(fieldName.toLowerCase())!.custom) {
      fail(component.path, `You cannot deploy to a required field: ${objectName}.${fieldName}`);
    }
  }
}

function isCustom(name: string): boolean {
  return /__\w+$/.test(name);
}
