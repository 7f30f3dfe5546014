import { all, components, componentsOf, deep, first, textOf, type Check, type Component, type Element, type SourceTree } from './tree.ts';

/** Fields every object has, or every custom metadata record. */
const SYSTEM_FIELDS = new Set(
  'Id Name OwnerId CreatedDate CreatedById LastModifiedDate LastModifiedById SystemModstamp CurrencyIsoCode RecordTypeId MasterLabel DeveloperName NamespacePrefix QualifiedApiName Language IsProtected LastViewedDate LastReferencedDate IsDeleted SetupOwnerId'.split(
    ' '
  )
);
/** List views write some fields in their own way: NAME, OWNER.ALIAS, CREATED_DATE. */
const LIST_VIEW_WORD = /^(?:[A-Z][A-Z_]*)(?:\.[A-Z][A-Z_]*)?$/;

interface Names {
  readonly objects: ReadonlyMap<string, ReadonlySet<string>>;
  has(type: string, name: string): boolean;
}

/** A name somewhere in the metadata, and what it must lead to. */
interface Reference {
  readonly what: string;
  readonly type: string;
  readonly name: string;
}

/**
 * Every name in the metadata leads to something that is there: fields, objects, classes, labels, tabs, pages, components,
 * permissions, triggers, credentials. Names of the platform's own (Account, standard tabs) are left to the org.
 */
export const references: Check = (tree) => {
  const names = namesOf(tree);
  return [
    ...components(tree).flatMap((component) =>
      referencesOf(component).flatMap(({ what, type, name }) =>
        isThere(names, type, name) ? [] : [`${component.path}: ${what} names ${name}, which does not exist`]
      )
    ),
    ...codeReferences(tree, names)
  ];
};

function isThere(names: Names, type: string, name: string): boolean {
  if (type !== 'CustomField') return names.has(type, name);
  const [object = '', field = ''] = name.split('.');
  const fields = names.objects.get(object);
  // Fields of standard objects are the org's, unless they are ours.
  if (!fields) return !/__(c|mdt|e)$/.test(object) && !/__c$/.test(field);
  return fields.has(field) || SYSTEM_FIELDS.has(field);
}

function namesOf(tree: SourceTree): Names {
  const byType = new Map<string, Set<string>>();
  const objects = new Map<string, Set<string>>();
  const add = (type: string, name: string): void => void byType.set(type, (byType.get(type) ?? new Set<string>()).add(name));
  for (const { type, fullName, body, path } of components(tree)) {
    // What only tests have is nothing a page or a record may name.
    if (!(type === 'ApexClass' && path.includes('/tests/'))) add(type, fullName);
    const [object, field] = fullName.split('.');
    if (type === 'CustomObject') objects.set(fullName, objects.get(fullName) ?? new Set());
    if (type === 'CustomField') objects.set(object!, (objects.get(object!) ?? new Set<string>()).add(field!));
    if (type === 'CustomLabels') for (const label of all(body, 'labels')) add('CustomLabel', textOf(label, 'fullName') ?? '');
    if (type === 'Workflow')
      for (const update of all(body, 'fieldUpdates')) add('WorkflowFieldUpdate', `${fullName}.${textOf(update, 'fullName')}`);
    if (type === 'ExternalCredential')
      for (const parameter of all(body, 'externalCredentialParameters'))
        if (textOf(parameter, 'parameterType') === 'NamedPrincipal') add('Principal', `${fullName}-${textOf(parameter, 'parameterName')}`);
  }
  return { objects, has: (type, name) => byType.get(type)?.has(name) ?? false };
}

const custom = (name: string): boolean => /__(c|mdt|e)$/.test(name);

/** What one component names, by its type. Standard names are not asked for. */
function referencesOf(component: Component): Reference[] {
  const { type, fullName, body } = component;
  const object = fullName.split(/[-.]/)[0]!;
  const texts = (element: Element, name: string): string[] => all(element, name).map((each) => each.text);
  const nested = (outer: string, inner: string): string[] => deep(body, outer).flatMap((each) => texts(each, inner));
  const list = (what: string, kind: string, found: readonly string[]): Reference[] => found.map((name) => ({ what, type: kind, name }));
  const fieldsOf = (owner: string, what: string, found: readonly string[]): Reference[] =>
    list(
      what,
      'CustomField',
      found.map((field) => (field.includes('.') ? field : `${owner}.${field}`))
    );
  switch (type) {
    case 'Layout':
      return [
        ...(custom(object) ? list('the layout', 'CustomObject', [object]) : []),
        ...fieldsOf(object, 'the layout', nested('layoutItems', 'field')),
        ...nested('relatedLists', 'relatedList')
          .filter(custom0)
          .map((name) => ({ what: 'a related list', type: 'CustomField', name }))
      ];
    case 'CompactLayout':
      return fieldsOf(object, 'the compact layout', texts(body, 'fields'));
    case 'CustomObject':
      return textOf(body, 'compactLayoutAssignment') && textOf(body, 'compactLayoutAssignment') !== 'SYSTEM'
        ? list('the object', 'CompactLayout', [`${fullName}.${textOf(body, 'compactLayoutAssignment')}`])
        : [];
    case 'CustomField':
      return [...texts(body, 'referenceTo')].filter(custom).map((name) => ({ what: 'the lookup', type: 'CustomObject', name }));
    case 'ListView':
      return fieldsOf(
        object,
        'the list view',
        [...texts(body, 'columns'), ...nested('filters', 'field')].filter((name) => !LIST_VIEW_WORD.test(name))
      );
    case 'PermissionSet':
    case 'Profile':
      return [
        ...list('a permission', 'ApexClass', nested('classAccesses', 'apexClass')),
        ...list('a permission', 'CustomField', nested('fieldPermissions', 'field')),
        ...list('a permission', 'CustomObject', nested('objectPermissions', 'object').filter(custom)),
        ...list('a permission', 'CustomPermission', nested('customPermissions', 'name')),
        ...list(
          'a permission',
          'CustomTab',
          nested('tabSettings', 'tab').filter((name) => !name.startsWith('standard-'))
        ),
        ...list(
          'a permission',
          'CustomApplication',
          nested('applicationVisibilities', 'application').filter((name) => !name.startsWith('standard__'))
        ),
        ...list('a permission', 'Principal', nested('externalCredentialPrincipalAccesses', 'externalCredentialPrincipal'))
      ];
    case 'PermissionSetGroup':
      return list('the group', 'PermissionSet', texts(body, 'permissionSets'));
    case 'CustomTab':
      return [
        ...list('the tab', 'FlexiPage', texts(body, 'flexiPage')),
        ...(custom(fullName) ? list('the tab', 'CustomObject', [fullName]) : [])
      ];
    case 'CustomApplication':
      return [
        ...list(
          'the app',
          'CustomTab',
          texts(body, 'tabs').filter((name) => !name.startsWith('standard-'))
        ),
        ...list('the app', 'FlexiPage', nested('actionOverrides', 'content'))
      ];
    case 'CustomMetadata': {
      const owner = `${fullName.split('.')[0]}__mdt`;
      return [
        ...list('the record', 'CustomObject', [owner]),
        ...fieldsOf(owner, 'the record', nested('values', 'field')),
        ...classesNamed(body)
      ];
    }
    case 'ApprovalProcess':
      return [
        ...fieldsOf(object, 'the approval process', [...nested('approvalPageFields', 'field'), ...nested('criteriaItems', 'field')]),
        ...list(
          'the approval process',
          'WorkflowFieldUpdate',
          deep(body, 'action')
            .filter((action) => textOf(action, 'type') === 'FieldUpdate')
            .map((action) => `${object}.${textOf(action, 'name')}`)
        ),
        ...list(
          'the approval process',
          'Queue',
          deep(body, 'approver')
            .filter((each) => textOf(each, 'type') === 'queue')
            .map((each) => textOf(each, 'name') ?? '')
        )
      ];
    case 'Workflow':
      return fieldsOf(fullName, 'a field update', nested('fieldUpdates', 'field'));
    case 'Queue':
      return list('the queue', 'CustomObject', nested('queueSobject', 'sobjectType').filter(custom));
    case 'SharingSet':
      return deep(body, 'accessMappings').flatMap((mapping) =>
        fieldsOf(textOf(mapping, 'object') ?? '', 'the sharing set', texts(mapping, 'objectField'))
      );
    case 'PlatformEventSubscriberConfig':
      return list('the subscriber', 'ApexTrigger', texts(body, 'platformEventConsumer'));
    case 'Network':
      return [
        ...list('a member group', 'PermissionSet', nested('networkMemberGroups', 'permissionSet')),
        ...list('the network', 'CustomSite', texts(body, 'site'))
      ];
    case 'NavigationMenu':
      return list('the menu', 'Network', texts(body, 'container'));
    case 'NamedCredential':
      return list(
        'the credential',
        'ExternalCredential',
        deep(body, 'namedCredentialParameters').flatMap((parameter) => texts(parameter, 'externalCredential'))
      );
    case 'ExternalCredential':
      return mergeFields(body).map((name) => ({ what: 'a merge field', type: 'ExternalCredential', name }));
    default:
      return [];
  }
}

const custom0 = (name: string): boolean => /^\w+__c\.\w+__c$/.test(name);

/** Custom metadata registers classes by their names: `Handler_Class__c`, `Class_Name__c`. */
function classesNamed(body: Element): Reference[] {
  return all(body, 'values').flatMap((entry) => {
    const name = textOf(entry, 'value');
    return name && /(^|_)Class(_Name)?__c$/.test(textOf(entry, 'field') ?? '') ? [{ what: 'the record', type: 'ApexClass', name }] : [];
  });
}

/** `$Credential.Inference_Service.Token`: the credential a header is made from. */
function mergeFields(body: Element): string[] {
  return deep(body, 'parameterValue').flatMap(({ text }) => [...text.matchAll(/\$Credential\.(\w+)\./g)].map((match) => match[1]!));
}

/** Pages and code: components and what they are exposed to, labels, permissions and objects that they import. */
function codeReferences(tree: SourceTree, names: Names): string[] {
  const bundles = new Map(componentsOf(tree, 'LightningComponentBundle').map((bundle) => [bundle.fullName, bundle]));
  const problems = componentsOf(tree, 'FlexiPage').flatMap((page) => pageProblems(page, bundles, names));
  for (const [path, text] of tree) {
    const say = (name: string, what: string): number => problems.push(`${path}: ${what} ${name} does not exist`);
    if (/\/lwc\/.*\.ts$/.test(path)) {
      for (const [, scope, name] of text.matchAll(/'@salesforce\/(label\/c\.|customPermission\/|schema\/)([\w.]+)'/g)) {
        if (scope === 'label/c.' && !names.has('CustomLabel', name!)) say(name!, 'the label');
        if (scope === 'customPermission/' && !names.has('CustomPermission', name!)) say(name!, 'the permission');
        if (
          scope === 'schema/' &&
          custom(name!.split('.')[0]!) &&
          !(name!.includes('.') ? isThere(names, 'CustomField', name!) : names.objects.has(name!))
        )
          say(name!, 'the object or field');
      }
      for (const [, component] of text.matchAll(/from 'c\/(\w+)'/g)) if (!bundles.has(component!)) say(component!, 'the component');
    }
    if (/\.(cls|trigger)$/.test(path))
      for (const [, name] of withoutComments(text).matchAll(/\bLabel\.([A-Za-z]\w*)/g))
        if (!names.has('CustomLabel', name!)) say(name!, 'the label');
    if (/\/email\/.*\.email$/.test(path))
      for (const [, object, field] of text.matchAll(/\{!(\w+__c)\.(\w+)\}/g))
        if (!isThere(names, 'CustomField', `${object}.${field}`)) say(`${object}.${field}`, 'the field');
  }
  return problems;
}

const TARGETS: Readonly<Record<string, string>> = {
  AppPage: 'lightning__AppPage',
  HomePage: 'lightning__HomePage',
  RecordPage: 'lightning__RecordPage'
};

function pageProblems(page: Component, bundles: ReadonlyMap<string, Component>, names: Names): string[] {
  const target = TARGETS[textOf(page.body, 'type') ?? ''];
  const object = textOf(page.body, 'sobjectType');
  const own = deep(page.body, 'componentInstance').flatMap((instance) => {
    const name = textOf(instance, 'componentName') ?? '';
    const bundle = bundles.get(name.replace(/^c:/, ''));
    if (!bundle) return name.includes(':') && !name.startsWith('c:') ? [] : [`${page.path}: there is no component ${name}`];
    const targets = all(first(bundle.body, 'targets') ?? bundle.body, 'target').map(({ text }) => text);
    return target && (textOf(bundle.body, 'isExposed') !== 'true' || !targets.includes(target))
      ? [`${page.path}: ${name} is not exposed to ${target}`]
      : [];
  });
  return object && custom(object) && !names.objects.has(object) ? [...own, `${page.path}: there is no object ${object}`] : own;
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\])*'/g, ' ');
}
