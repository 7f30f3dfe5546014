import { all, components, componentsOf, first, textOf, type Check, type Component, type SourceTree } from './tree.ts';

/** Longest text each element may hold, as the Metadata API guide and the object reference state it. */
const LENGTHS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  CustomObject: { label: 40, pluralLabel: 40, description: 1000 },
  CustomField: { label: 40, description: 1000, inlineHelpText: 510 },
  ValidationRule: { errorMessage: 255, description: 255 },
  PermissionSet: { label: 80, description: 255 },
  PermissionSetGroup: { label: 80, description: 255 },
  CustomPermission: { label: 80, description: 255 },
  CustomTab: { label: 80, description: 255 },
  CustomApplication: { label: 80, description: 255 },
  CustomMetadata: { label: 40 },
  ListView: { label: 40 },
  CompactLayout: { label: 40 },
  FlexiPage: { masterLabel: 80, description: 255 },
  LightningComponentBundle: { masterLabel: 80, description: 1000 },
  CustomNotificationType: { customNotifTypeName: 80, masterLabel: 80, description: 255 },
  Queue: { name: 80 },
  NamedCredential: { label: 80 },
  ExternalCredential: { label: 80, description: 255 }
};
/** Longest developer name by type; 80 where nothing is said. */
const NAMES: Readonly<Record<string, number>> = {
  ApexClass: 40,
  ApexTrigger: 40,
  CustomField: 40,
  CustomObject: 40,
  LightningComponentBundle: 40,
  CustomMetadata: 40
};
const LABEL = { fullName: 80, shortDescription: 80, value: 1000, categories: 255 } as const;
/** Types whose file name is free text, or is made of the names of others. */
const FREE = new Set([
  'Layout',
  'Network',
  'CustomLabels',
  'ApprovalProcess',
  'CustomMetadata',
  'Workflow',
  'EmailTemplate',
  'Profile',
  'SharingRules'
]);

/** Names as an org takes them and texts that fit: one character too many refuses the deployment. */
export const names: Check = (tree) => [
  ...components(tree).flatMap((component) =>
    [...nameProblems(component), ...lengthProblems(component), ...labelProblems(component)].map(
      (problem) => `${component.path}: ${problem}`
    )
  ),
  ...labelsInTwoFiles(tree)
];

/** Domains have label files of their own; the names are one list for all. */
function labelsInTwoFiles(tree: SourceTree): string[] {
  const files = new Map<string, string>();
  return componentsOf(tree, 'CustomLabels').flatMap(({ path, body }) =>
    all(body, 'labels').flatMap((label) => {
      const name = textOf(label, 'fullName') ?? '';
      const other = files.get(name);
      files.set(name, path);
      return other && other !== path ? [`${path}: ${name} stands in two files, the other is ${other}`] : [];
    })
  );
}

function nameProblems({ type, fullName, body }: Component): string[] {
  const own = fullName.split('.').at(-1)!;
  const name = own.replace(/__(c|mdt|e|b|x)$/, '');
  const problems: string[] = [];
  if (!FREE.has(type) && !/^[A-Za-z](?:_?[A-Za-z0-9])*$/.test(name))
    problems.push(`${own} is no developer name: letters, digits and single underscores, from a letter on, not ending in one`);
  const longest = NAMES[type] ?? 80;
  if (!FREE.has(type) && name.length > longest) problems.push(`${own} is ${name.length} characters long, ${longest} are taken`);
  const inside = textOf(body, 'fullName');
  if (inside !== undefined && inside !== own && !FREE.has(type)) problems.push(`is named ${inside} inside`);
  return problems;
}

function lengthProblems({ type, body }: Component): string[] {
  return Object.entries(LENGTHS[type] ?? {}).flatMap(([element, longest]) => tooLong(element, textOf(body, element), longest));
}

function labelProblems({ type, body }: Component): string[] {
  if (type !== 'CustomLabels') return [];
  const labels = all(body, 'labels');
  const known = labels.map((label) => textOf(label, 'fullName') ?? '');
  return [
    ...labels.flatMap((label) =>
      Object.entries(LABEL).flatMap(([element, longest]) =>
        tooLong(`${textOf(label, 'fullName')}.${element}`, textOf(label, element), longest)
      )
    ),
    ...labels.flatMap((label) => (first(label, 'value')?.text ? [] : [`${textOf(label, 'fullName')} says nothing`])),
    ...known.filter((name, index) => known.indexOf(name) !== index).map((name) => `${name} stands there twice`)
  ];
}

function tooLong(element: string, text: string | undefined, longest: number): string[] {
  const length = unescaped(text ?? '').length;
  return length > longest ? [`${element} is ${length} characters long, ${longest} are taken`] : [];
}

function unescaped(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|apos|#\d+);/g, '.');
}
