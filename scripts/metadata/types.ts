import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { components, type Check, type Component, type Element } from './tree.ts';

/** What an element may hold: text of a kind, one of a list of words, or elements of a type. */
type Shape =
  { readonly text: 'string' | 'boolean' | 'number' } | { readonly words: ReadonlySet<string> } | { readonly type: string } | 'anything';

interface Member {
  readonly shape: Shape;
  readonly many: boolean;
  readonly required: boolean;
}

type Types = ReadonlyMap<string, ReadonlyMap<string, Member>>;

/** Element names the file format adds to, or writes otherwise than, the types of the API, with the reason. */
const FILE_FORMAT: ReadonlySet<string> = new Set([
  // Decoded in files, base64 in the API.
  'LightningComponentBundle.targetConfigs',
  // Typed by an attribute of the element (xsi:type).
  'CustomMetadataValue.value'
]);
/** Members of the API that lie in another file of the source format, or in the file's name. */
const ELSEWHERE = new Set(['content', 'fullName']);

/**
 * Metadata files against the Metadata API's own types, as @salesforce/types generates them from its WSDL: an element the type does not
 * know, a word that is not of its list, a text where a number stands, twice what may stand once, and what is missing.
 */
export const metadataTypes: Check = (tree) => {
  const types = apiTypes();
  return components(tree).flatMap((component) =>
    types.has(typeOf(component))
      ? problemsOf(component.body, typeOf(component), types).map((problem) => `${component.path}: ${problem}`)
      : unknownRoot(component)
  );
};

/** Folders are named in files by what they hold. */
function typeOf({ type }: Component): string {
  return /^(Email|Report|Dashboard|Document)Folder$/.test(type) ? 'Folder' : type;
}

function unknownRoot({ path, type }: Component): string[] {
  return [`${path}: ${type} is not a type of the Metadata API`];
}

function problemsOf(element: Element, typeName: string, types: Types): string[] {
  const members = types.get(typeName)!;
  const problems: string[] = [];
  for (const [name, elements] of element.children) {
    if (name === 'fullName' || FILE_FORMAT.has(`${typeName}.${name}`)) continue;
    const member = members.get(name);
    if (!member) {
      problems.push(`${typeName} has no ${name}`);
      continue;
    }
    if (!member.many && elements.length > 1) problems.push(`${typeName} takes one ${name}, not ${elements.length}`);
    for (const child of elements) problems.push(...valueProblems(child, `${typeName}.${name}`, member.shape, types));
  }
  for (const [name, member] of members)
    if (member.required && !member.many && !ELSEWHERE.has(name) && !element.children.has(name)) problems.push(`${typeName} lacks ${name}`);
  return problems;
}

function valueProblems(element: Element, where: string, shape: Shape, types: Types): string[] {
  if (shape === 'anything') return [];
  if ('type' in shape) return problemsOf(element, shape.type, types);
  if (element.children.size > 0) return [`${where} holds elements where a value belongs`];
  const { text } = element;
  if ('words' in shape) return shape.words.has(text) ? [] : [`${where} is ${text}, not one of its words`];
  if (shape.text === 'boolean') return /^(true|false)$/.test(text) ? [] : [`${where} is ${text}, not true or false`];
  if (shape.text === 'number') return text !== '' && Number.isFinite(Number(text)) ? [] : [`${where} is ${text}, not a number`];
  return [];
}

let read: Types | undefined;

function apiTypes(): Types {
  if (read) return read;
  const file = join(dirname(createRequire(import.meta.url).resolve('@salesforce/types/metadata')), 'metadata.d.ts');
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const aliases = new Map<string, ts.TypeNode>();
  for (const statement of source.statements) if (ts.isTypeAliasDeclaration(statement)) aliases.set(statement.name.text, statement.type);
  const types = new Map<string, Map<string, Member>>();
  for (const name of aliases.keys()) {
    const members = membersOf(name, aliases);
    if (members) types.set(name, members);
  }
  return (read = types);
}

/** Members of an object type, those of its parents among them; null for a list of words. */
function membersOf(name: string, aliases: ReadonlyMap<string, ts.TypeNode>): Map<string, Member> | null {
  const node = aliases.get(name);
  const parts = node && ts.isIntersectionTypeNode(node) ? node.types : node ? [node] : [];
  const members = new Map<string, Member>();
  for (const part of parts) {
    if (ts.isTypeReferenceNode(part) && ts.isIdentifier(part.typeName)) {
      for (const [key, member] of membersOf(part.typeName.text, aliases) ?? []) members.set(key, member);
    } else if (ts.isTypeLiteralNode(part)) {
      for (const property of part.members) {
        if (!ts.isPropertySignature(property) || !property.type || !(ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)))
          continue;
        const many = ts.isArrayTypeNode(property.type);
        const inner = ts.isArrayTypeNode(property.type) ? property.type.elementType : property.type;
        members.set(property.name.text, { shape: shapeOf(inner, aliases), many, required: property.questionToken === undefined });
      }
    } else return null;
  }
  return members;
}

function shapeOf(node: ts.TypeNode, aliases: ReadonlyMap<string, ts.TypeNode>): Shape {
  if (ts.isParenthesizedTypeNode(node)) return shapeOf(node.type, aliases);
  if (node.kind === ts.SyntaxKind.BooleanKeyword) return { text: 'boolean' };
  if (node.kind === ts.SyntaxKind.NumberKeyword) return { text: 'number' };
  if (node.kind === ts.SyntaxKind.StringKeyword) return { text: 'string' };
  if (!ts.isTypeReferenceNode(node) || !ts.isIdentifier(node.typeName)) return 'anything';
  const name = node.typeName.text;
  const alias = aliases.get(name);
  if (!alias) return 'anything';
  const union = ts.isUnionTypeNode(alias) ? alias.types : [alias];
  const words = union.flatMap((part) => (ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal) ? [part.literal.text] : []));
  if (words.length > 0) return { words: new Set(words) };
  // Types name each other in circles: only what kind of type it is may be looked at here.
  return ts.isTypeLiteralNode(alias) || ts.isIntersectionTypeNode(alias) ? { type: name } : shapeOf(alias, aliases);
}
