import { loadSObjectTypes } from '../types/sobjects.ts';
import type { ChildRelationship, FieldModel, ObjectModel } from './model.ts';
import { fieldDefaults } from './fields.ts';

/** Child relationship names that project fields declare: `Deal__c.Partner__c` → `Deals`. */
export type RelationshipNames = ReadonlyMap<string, string>;

const MANY_TARGETS = 5;

interface Linked {
  readonly fields: Map<string, FieldModel>;
  readonly parents: Map<string, FieldModel>;
  readonly children: ChildRelationship[];
}

/**
 * Resolves `*any` and `*activities` targets, gives every lookup its parent relationship and every parent its children.
 * Unknown objects in lookups and roll-ups are reported through `fail(object, message)`.
 */
export function linkObjects(
  objects: readonly ObjectModel[],
  names: RelationshipNames,
  fail: (object: string, message: string) => void
): Map<string, ObjectModel> {
  const byName = new Map(objects.map((object) => [object.name.toLowerCase(), object]));
  const linked = new Map<string, Linked>();
  for (const object of objects) linked.set(object.name.toLowerCase(), linkParents(object, byName, objects, fail));
  for (const object of objects) linkChildren(object, linked, names);
  const result = new Map<string, ObjectModel>();
  for (const object of objects) {
    const { fields, parents, children } = linked.get(object.name.toLowerCase())!;
    checkSummaries(object, byName, fail);
    result.set(object.name.toLowerCase(), {
      ...object,
      fields,
      parentRelationships: parents,
      childRelationships: children
    });
  }
  narrowSummaries(result);
  return result;
}

function linkParents(
  object: ObjectModel,
  byName: ReadonlyMap<string, ObjectModel>,
  objects: readonly ObjectModel[],
  fail: (object: string, message: string) => void
): Linked {
  const fields = new Map(object.fields);
  const parents = new Map<string, FieldModel>();
  if (object.recordTypes.length > 0 && !fields.has('recordtypeid')) {
    fields.set('recordtypeid', {
      ...fieldDefaults('RecordTypeId', 'Reference'),
      label: 'Record Type ID',
      referenceTo: ['RecordType'],
      relationshipName: 'RecordType'
    });
  }
  for (const declared of fields.values()) {
    const field = metadataLookup(declared);
    if (isCatalogueLink(field)) parents.set(field.relationshipName!.toLowerCase(), field);
    if (field.type !== 'Reference' || !field.referenceTo) continue;
    const targets = field.referenceTo.flatMap((target) => expand(target, objects));
    for (const target of targets) {
      if (!byName.has(target.toLowerCase()) && field.custom)
        fail(object.name, `field ${field.name} refers to the unknown object ${target}`);
    }
    const resolved: FieldModel = { ...field, referenceTo: targets.map((target) => byName.get(target.toLowerCase())?.name ?? target) };
    fields.set(field.name.toLowerCase(), resolved);
    if (resolved.relationshipName) parents.set(resolved.relationshipName.toLowerCase(), resolved);
  }
  return { fields, parents, children: [] };
}

/** A field of custom metadata that holds the name of an object or of a field: its parent is that entry of the catalogue. */
export function isCatalogueLink(field: FieldModel): boolean {
  return field.type === 'MetadataRelationship' && ['EntityDefinition', 'FieldDefinition'].includes(field.referenceTo?.[0] ?? '');
}

/** A metadata relationship to another custom metadata type is a lookup; one to an entity or a field holds its name. */
function metadataLookup(field: FieldModel): FieldModel {
  const toRecords = field.type === 'MetadataRelationship' && (field.referenceTo ?? []).every((target) => target.endsWith('__mdt'));
  return toRecords ? { ...field, type: 'Reference', length: 18 } : field;
}

function expand(target: string, objects: readonly ObjectModel[]): string[] {
  if (target === '*any')
    return objects
      .filter((object) => (object.kind === 'standard' ? !/Share$|History$|^Name$/.test(object.name) : object.kind === 'custom'))
      .map((object) => object.name);
  if (target === '*activities')
    return objects
      .filter((object) => object.enableActivities && (object.kind === 'custom' || !['Contact', 'Lead'].includes(object.name)))
      .map((object) => object.name);
  return [target];
}

/** Standard children come from the jar under their names, custom ones from their fields. */
function linkChildren(object: ObjectModel, linked: ReadonlyMap<string, Linked>, names: RelationshipNames): void {
  const entry = object.kind === 'standard' ? loadSObjectTypes().get(object.name) : undefined;
  for (const child of entry?.childRelationships ?? []) {
    const fields = linked.get(child.childObject.toLowerCase())?.fields;
    const field = child.field ? fields?.get(child.field.toLowerCase()) : undefined;
    if (field && !(object.name === 'Account' && child.name.startsWith('Person')))
      linked.get(object.name.toLowerCase())!.children.push({
        name: child.name,
        childObject: child.childObject,
        field: field.name,
        cascadeDelete: field.deleteConstraint === 'Cascade'
      });
  }
  for (const field of linked.get(object.name.toLowerCase())!.fields.values()) {
    if (field.type !== 'Reference') continue;
    const declared = names.get(`${object.name}.${field.name}`.toLowerCase());
    for (const target of field.referenceTo ?? []) {
      const children = linked.get(target.toLowerCase())?.children;
      if (!children) continue;
      if (children.some((child) => child.childObject === object.name && child.field === field.name)) continue;
      const name = childName(object, field, declared);
      // Lookups to anything would give every object dozens of nameless children.
      if (name === null && field.referenceTo!.length > MANY_TARGETS) continue;
      children.push({ name, childObject: object.name, field: field.name, cascadeDelete: cascades(field) });
    }
  }
}

function cascades(field: FieldModel): boolean {
  return field.deleteConstraint === 'Cascade';
}

function childName(object: ObjectModel, field: FieldModel, declared: string | undefined): string | null {
  if (field.custom) return declared === undefined ? null : `${declared}__r`;
  if (object.name.endsWith('__Share') && field.name === 'ParentId') return 'Shares';
  if (object.name.endsWith('__History') && field.name === 'ParentId') return 'Histories';
  if ((object.name === 'Task' || object.name === 'Event') && field.name === 'WhatId') return `${object.name}s`;
  if (object.name === 'ProcessInstance' && field.name === 'TargetObjectId') return 'ProcessInstances';
  if (object.name === 'ContentDocumentLink' && field.name === 'LinkedEntityId') return 'ContentDocumentLinks';
  if (object.name === 'Attachment' && field.name === 'ParentId') return 'Attachments';
  if (object.name === 'Note' && field.name === 'ParentId') return 'Notes';
  if (object.name === 'EntitySubscription' && field.name === 'ParentId') return 'FeedSubscriptionsForEntity';
  if (object.name === 'FieldDefinition' && field.name === 'EntityDefinitionId') return 'Fields';
  if (object.name === 'FeedItem' && field.name === 'ParentId') return 'Feeds';
  return null;
}

/** Where a roll-up reads from: `Claim__c.Request__c` is the child and its lookup to this object. */
export function summarySource(field: FieldModel): { child: string; foreignKey: string; summarized: string | null } {
  const [child = '', foreignKey = ''] = (field.summary?.foreignKey ?? '').split('.');
  return { child, foreignKey, summarized: field.summary?.summarizedField?.split('.')[1] ?? null };
}

function checkSummaries(
  object: ObjectModel,
  byName: ReadonlyMap<string, ObjectModel>,
  fail: (object: string, message: string) => void
): void {
  for (const field of object.fields.values()) {
    if (!field.summary) continue;
    const { child, foreignKey, summarized } = summarySource(field);
    const childObject = byName.get(child.toLowerCase());
    const key = childObject?.fields.get(foreignKey.toLowerCase());
    // The platform's own lookups (a line item's opportunity, an opportunity's account) count as master-detail here.
    if (!key || (key.custom && !key.masterDetail))
      fail(object.name, `field ${field.name} summarizes ${field.summary.foreignKey}, which is no master-detail field`);
    else if (summarized !== null && !childObject?.fields.has(summarized.toLowerCase())) {
      fail(object.name, `field ${field.name} summarizes the unknown field ${field.summary.summarizedField}`);
    }
  }
}

/** A minimum or maximum has the type of what it summarizes, a sum its scale. */
function narrowSummaries(objects: Map<string, ObjectModel>): void {
  for (const object of objects.values()) {
    for (const [key, field] of object.fields) {
      if (!field.summary) continue;
      if (field.summary.operation === 'count') {
        (object.fields as Map<string, FieldModel>).set(key, { ...field, scale: 0 });
        continue;
      }
      const { child, summarized } = summarySource(field);
      const source = objects.get(child.toLowerCase())?.fields.get((summarized ?? '').toLowerCase());
      if (source)
        (object.fields as Map<string, FieldModel>).set(key, {
          ...field,
          type: source.type,
          scale: source.scale,
          precision: source.precision
        });
    }
  }
}
