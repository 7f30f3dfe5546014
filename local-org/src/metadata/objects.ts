import { fieldDefaults, readValues } from './fields.ts';
import type { FieldModel, ObjectKind, ObjectModel, PicklistValue, XmlObject } from './model.ts';
import { xmlChild, xmlFlag, xmlObjects, xmlText, xmlTexts } from './xml.ts';

/** An object while its parts, which may lie in several folders, are being collected. */
export interface ObjectDraft {
  readonly name: string;
  path: string;
  body: XmlObject | null;
  readonly fields: FieldModel[];
  readonly recordTypes: ObjectModel['recordTypes'][number][];
  readonly validationRules: ObjectModel['validationRules'][number][];
  readonly fieldSets: ObjectModel['fieldSets'][number][];
  readonly listViews: ObjectModel['listViews'][number][];
  readonly compactLayouts: { name: string; fields: readonly string[] }[];
}

export function newDraft(name: string, path: string): ObjectDraft {
  return { name, path, body: null, fields: [], recordTypes: [], validationRules: [], fieldSets: [], listViews: [], compactLayouts: [] };
}

export function kindOf(name: string, body: XmlObject | null): ObjectKind {
  if (name.endsWith('__mdt')) return 'customMetadata';
  if (name.endsWith('__e')) return 'platformEvent';
  // Rows of a big object are kept like those of any other.
  if (name.endsWith('__b')) return 'custom';
  if (!name.endsWith('__c')) return 'standard';
  return xmlText(body, 'customSettingsType') === null ? 'custom' : 'customSetting';
}

/** A later package directory's part replaces an earlier one's of the same name. */
function put<T extends { readonly name: string }>(parts: T[], part: T): void {
  const earlier = parts.findIndex(({ name }) => name === part.name);
  if (earlier < 0) parts.push(part);
  else parts[earlier] = part;
}

/** Puts one part (a file under objects/<name>/<folder>) into the draft; an unknown folder is left to the caller. */
export function addPart(draft: ObjectDraft, root: string, name: string, body: XmlObject): boolean {
  switch (root) {
    case 'RecordType':
      put(draft.recordTypes, {
        name,
        label: xmlText(body, 'label') ?? name,
        active: xmlFlag(body, 'active'),
        description: xmlText(body, 'description') ?? undefined,
        picklists: recordTypePicklists(body)
      });
      return true;
    case 'ValidationRule':
      put(draft.validationRules, {
        name,
        active: xmlFlag(body, 'active'),
        condition: xmlText(body, 'errorConditionFormula') ?? 'false',
        message: xmlText(body, 'errorMessage') ?? '',
        errorField: xmlText(body, 'errorDisplayField') ?? undefined
      });
      return true;
    case 'FieldSet':
      put(draft.fieldSets, {
        name,
        label: xmlText(body, 'label') ?? name,
        fields: xmlObjects(body, 'displayedFields').map((field) => xmlText(field, 'field') ?? '')
      });
      return true;
    case 'CompactLayout':
      put(draft.compactLayouts, { name, fields: xmlTexts(body, 'fields') });
      return true;
    case 'ListView':
      put(draft.listViews, {
        name,
        label: xmlText(body, 'label') ?? name,
        columns: xmlTexts(body, 'columns'),
        filterScope: xmlText(body, 'filterScope') ?? 'Everything',
        queue: xmlText(body, 'queue') ?? undefined,
        filters: xmlObjects(body, 'filters').map((filter) => ({
          field: xmlText(filter, 'field') ?? '',
          operation: xmlText(filter, 'operation') ?? 'equals',
          value: xmlText(filter, 'value') ?? ''
        })),
        booleanFilter: xmlText(body, 'booleanFilter') ?? undefined
      });
      return true;
    default:
      return false;
  }
}

function recordTypePicklists(body: XmlObject): ObjectModel['recordTypes'][number]['picklists'] {
  return new Map(
    xmlObjects(body, 'picklistValues').map((list) => {
      const offered = readValues(xmlObjects(list, 'values'));
      return [
        (xmlText(list, 'picklist') ?? '').toLowerCase(),
        { values: new Set(offered.map(({ value }) => value)), default: offered.find((each) => each.default)?.value ?? null }
      ];
    })
  );
}

/** A custom object with its system fields first, as describe lists them. */
export function customObject(draft: ObjectDraft, keyPrefix: string): ObjectModel {
  const body = draft.body;
  const kind = kindOf(draft.name, body);
  const controlled = draft.fields.some((field) => field.masterDetail);
  const fields = new Map<string, FieldModel>();
  for (const field of [...systemFields(draft, kind, controlled), ...draft.fields.filter(({ custom }) => custom)])
    fields.set(field.name.toLowerCase(), field);
  const label = xmlText(body, 'label') ?? draft.name;
  const shared = kind === 'custom';
  const internal = !shared ? 'FullAccess' : controlled ? 'ControlledByParent' : sharing(xmlText(body, 'sharingModel') ?? 'ReadWrite');
  const external = !shared ? 'FullAccess' : controlled ? 'ControlledByParent' : sharing(xmlText(body, 'externalSharingModel') ?? 'Private');
  return {
    name: draft.name,
    label,
    pluralLabel: xmlText(body, 'pluralLabel') ?? label,
    keyPrefix,
    kind,
    fields,
    parentRelationships: new Map(),
    childRelationships: [],
    ...parts(draft),
    sharingModel: internal,
    externalSharingModel: external,
    customSettingsType: kind === 'customSetting' ? (xmlText(body, 'customSettingsType') as 'Hierarchy' | 'List') : undefined,
    publishBehavior:
      kind === 'platformEvent' ? ((xmlText(body, 'publishBehavior') ?? 'PublishAfterCommit') as ObjectModel['publishBehavior']) : undefined,
    enableActivities: xmlFlag(body, 'enableActivities'),
    enableHistory: xmlFlag(body, 'enableHistory'),
    enableFeeds: xmlFlag(body, 'enableFeeds')
  };
}

function parts(
  draft: ObjectDraft
): Pick<ObjectModel, 'recordTypes' | 'validationRules' | 'fieldSets' | 'listViews' | 'compactLayoutFields'> {
  const assigned = xmlText(draft.body, 'compactLayoutAssignment');
  const layout = draft.compactLayouts.find((candidate) => candidate.name === assigned) ?? draft.compactLayouts[0];
  return {
    recordTypes: draft.recordTypes,
    validationRules: draft.validationRules,
    fieldSets: draft.fieldSets,
    listViews: draft.listViews,
    compactLayoutFields: layout?.fields ?? []
  };
}

/** A standard object with what the project adds to it. */
export function extendedObject(base: ObjectModel, draft: ObjectDraft): ObjectModel {
  const fields = new Map(base.fields);
  for (const field of draft.fields) {
    const known = fields.get(field.name.toLowerCase());
    // A standard field may be in source for its tracking, help text or picklist only.
    if (!known && field.custom) fields.set(field.name.toLowerCase(), field);
    if (!known) continue;
    fields.set(field.name.toLowerCase(), {
      ...known,
      trackHistory: field.trackHistory ?? known.trackHistory,
      helpText: field.helpText ?? known.helpText
    });
  }
  const internal = xmlText(draft.body, 'sharingModel');
  const external = xmlText(draft.body, 'externalSharingModel');
  return {
    ...base,
    label: xmlText(draft.body, 'label') ?? base.label,
    pluralLabel: xmlText(draft.body, 'pluralLabel') ?? base.pluralLabel,
    fields,
    ...parts(draft),
    sharingModel: internal === null ? base.sharingModel : sharing(internal),
    externalSharingModel: external === null ? base.externalSharingModel : sharing(external),
    enableHistory: xmlFlag(draft.body, 'enableHistory', base.enableHistory),
    ...(xmlText(draft.body, 'enableFeeds') === null ? {} : { enableFeeds: xmlFlag(draft.body, 'enableFeeds') })
  };
}

function sharing(text: string): ObjectModel['sharingModel'] {
  if (text === 'ReadWriteTransfer') return 'ReadWrite';
  return text as ObjectModel['sharingModel'];
}

function systemFields(draft: ObjectDraft, kind: ObjectKind, controlled: boolean): FieldModel[] {
  const readOnly = { createable: false, updateable: false };
  const id: FieldModel = { ...fieldDefaults('Id', 'Id'), label: 'Record ID', ...readOnly };
  const created = [
    { ...fieldDefaults('CreatedDate', 'DateTime'), label: 'Created Date', ...readOnly },
    {
      ...fieldDefaults('CreatedById', 'Reference'),
      label: 'Created By ID',
      referenceTo: ['User'],
      relationshipName: 'CreatedBy',
      ...readOnly
    }
  ] satisfies FieldModel[];
  if (kind === 'platformEvent') {
    return [
      id,
      { ...fieldDefaults('ReplayId', 'String'), label: 'Replay ID', ...readOnly },
      ...created,
      { ...fieldDefaults('EventUuid', 'String'), label: 'Event UUID', ...readOnly }
    ];
  }
  if (kind === 'customMetadata') {
    return [
      id,
      { ...fieldDefaults('DeveloperName', 'String'), label: 'Custom Metadata Record Name', length: 40, required: true, nameField: true },
      { ...fieldDefaults('MasterLabel', 'String'), label: 'Label', length: 40, required: true },
      { ...fieldDefaults('Language', 'Picklist'), label: 'Master Language', length: 40, picklist: { values: [], restricted: false } },
      { ...fieldDefaults('NamespacePrefix', 'String'), label: 'Namespace Prefix', length: 15, ...readOnly },
      { ...fieldDefaults('Label', 'String'), label: 'Label', length: 40, ...readOnly },
      { ...fieldDefaults('QualifiedApiName', 'String'), label: 'API Name', length: 70, ...readOnly },
      { ...fieldDefaults('SystemModstamp', 'DateTime'), label: 'System Modstamp', ...readOnly }
    ];
  }
  const setting = kind === 'customSetting';
  const history = xmlFlag(draft.body, 'enableHistory') || xmlFlag(draft.body, 'enableActivities');
  return [
    id,
    ...(controlled || setting
      ? []
      : [
          {
            ...fieldDefaults('OwnerId', 'Reference'),
            label: 'Owner ID',
            referenceTo: ['Group', 'User'],
            relationshipName: 'Owner'
          } satisfies FieldModel
        ]),
    ...(setting
      ? [
          {
            ...fieldDefaults('SetupOwnerId', 'Reference'),
            label: 'Location',
            referenceTo: ['Organization', 'Profile', 'User'],
            relationshipName: 'SetupOwner'
          } satisfies FieldModel
        ]
      : []),
    { ...fieldDefaults('IsDeleted', 'Boolean'), label: 'Deleted', ...readOnly },
    nameField(draft, setting),
    ...created,
    { ...fieldDefaults('LastModifiedDate', 'DateTime'), label: 'Last Modified Date', ...readOnly },
    {
      ...fieldDefaults('LastModifiedById', 'Reference'),
      label: 'Last Modified By ID',
      referenceTo: ['User'],
      relationshipName: 'LastModifiedBy',
      ...readOnly
    },
    { ...fieldDefaults('SystemModstamp', 'DateTime'), label: 'System Modstamp', ...readOnly },
    ...(history ? [{ ...fieldDefaults('LastActivityDate', 'Date'), label: 'Last Activity Date', ...readOnly }] : []),
    ...(setting
      ? []
      : [
          { ...fieldDefaults('LastViewedDate', 'DateTime'), label: 'Last Viewed Date', ...readOnly },
          { ...fieldDefaults('LastReferencedDate', 'DateTime'), label: 'Last Referenced Date', ...readOnly }
        ])
  ];
}

function nameField(draft: ObjectDraft, setting: boolean): FieldModel {
  const body = xmlChild(draft.body, 'nameField');
  const auto = xmlText(body, 'type') === 'AutoNumber';
  const label = xmlText(body, 'label') ?? (setting ? 'Name' : `${xmlText(draft.body, 'label') ?? draft.name} Name`);
  if (auto) {
    return {
      ...fieldDefaults('Name', 'AutoNumber'),
      label,
      length: 80,
      nameField: true,
      createable: false,
      updateable: false,
      displayFormat: xmlText(body, 'displayFormat') ?? '{0}'
    };
  }
  return {
    ...fieldDefaults('Name', 'String'),
    label,
    length: setting ? 38 : 80,
    nameField: true,
    trackHistory: xmlFlag(body, 'trackHistory') || undefined
  };
}

/** `<X>__Share` of an object whose rows are not open to all, and `<X>__History` of one whose fields are tracked. */
export function companionObjects(object: ObjectModel, prefix: (name: string) => string): ObjectModel[] {
  const companions: ObjectModel[] = [];
  const base = object.name.replace(/__c$/, '');
  const open = (model: ObjectModel['sharingModel']): boolean =>
    model === 'ReadWrite' || model === 'FullAccess' || model === 'ControlledByParent';
  const parent: FieldModel = {
    ...fieldDefaults('ParentId', 'Reference'),
    label: 'Parent ID',
    referenceTo: [object.name],
    relationshipName: 'Parent',
    required: true,
    deleteConstraint: 'Cascade'
  };
  if (object.kind === 'custom' && !(open(object.sharingModel) && open(object.externalSharingModel))) {
    companions.push(
      companion(`${base}__Share`, prefix(`${base}__Share`), `Share: ${object.label}`, [
        parent,
        {
          ...fieldDefaults('AccessLevel', 'Picklist'),
          label: 'Access Level',
          length: 40,
          required: true,
          picklist: { values: plain('Read', 'Edit', 'All'), restricted: true }
        },
        {
          ...fieldDefaults('UserOrGroupId', 'Reference'),
          label: 'User/Group ID',
          referenceTo: ['Group', 'User'],
          relationshipName: 'UserOrGroup',
          required: true
        },
        {
          ...fieldDefaults('RowCause', 'Picklist'),
          label: 'Row Cause',
          length: 40,
          picklist: { values: plain('Manual', 'Owner', 'Rule'), restricted: false }
        }
      ])
    );
  }
  if (object.kind === 'custom' && object.enableHistory) {
    companions.push(
      companion(`${base}__History`, prefix(`${base}__History`), `History: ${object.label}`, [
        parent,
        { ...fieldDefaults('Field', 'Picklist'), label: 'Changed Field', picklist: { values: [], restricted: false } },
        { ...fieldDefaults('DataType', 'Picklist'), label: 'Datatype', length: 40, picklist: { values: [], restricted: false } },
        { ...fieldDefaults('OldValue', 'AnyType'), label: 'Old Value', filterable: false },
        { ...fieldDefaults('NewValue', 'AnyType'), label: 'New Value', filterable: false }
      ])
    );
  }
  return companions;
}

function plain(...values: string[]): PicklistValue[] {
  return values.map((value) => ({ value, label: value, default: false, active: true }));
}

function companion(name: string, keyPrefix: string, label: string, fields: readonly FieldModel[]): ObjectModel {
  const stamps: FieldModel[] = [
    { ...fieldDefaults('Id', 'Id'), label: 'Record ID', createable: false, updateable: false },
    { ...fieldDefaults('IsDeleted', 'Boolean'), label: 'Deleted', createable: false, updateable: false },
    { ...fieldDefaults('CreatedDate', 'DateTime'), label: 'Created Date', createable: false, updateable: false },
    {
      ...fieldDefaults('CreatedById', 'Reference'),
      label: 'Created By ID',
      referenceTo: ['User'],
      relationshipName: 'CreatedBy',
      createable: false,
      updateable: false
    },
    { ...fieldDefaults('LastModifiedDate', 'DateTime'), label: 'Last Modified Date', createable: false, updateable: false },
    {
      ...fieldDefaults('LastModifiedById', 'Reference'),
      label: 'Last Modified By ID',
      referenceTo: ['User'],
      relationshipName: 'LastModifiedBy',
      createable: false,
      updateable: false
    },
    { ...fieldDefaults('SystemModstamp', 'DateTime'), label: 'System Modstamp', createable: false, updateable: false }
  ];
  return {
    name,
    label,
    pluralLabel: label,
    keyPrefix,
    kind: 'standard',
    fields: new Map([...stamps, ...fields].map((field) => [field.name.toLowerCase(), field])),
    parentRelationships: new Map(),
    childRelationships: [],
    recordTypes: [],
    validationRules: [],
    fieldSets: [],
    listViews: [],
    compactLayoutFields: [],
    sharingModel: 'FullAccess',
    externalSharingModel: 'FullAccess',
    enableActivities: false,
    enableHistory: false
  };
}
