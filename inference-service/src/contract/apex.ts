import { z } from 'zod';

/**
 * Turns contract schemas into one Apex class with a nested class per named object schema, so that the package can
 * `JSON.serialize` and `JSON.deserialize` typed requests and answers. Anything Apex could not hold fails here by name
 * instead of failing in a subscriber's org.
 */
export type ApexContract = {
  className: string;
  /** Another generated class, whose types are referred to and not repeated. */
  common?: { className: string; roots: z.ZodType[] };
  /** Apex line emitted once at the top: what made this file. */
  header: string[];
  constants: { name: string; value: string | number; comment: string }[];
  /** Schemas that cross the wire; everything they mention is emitted too. */
  roots: z.ZodType[];
};

// Words the Apex compiler refuses as identifiers (Apex Developer Guide, "Reserved Keywords"), compared without case.
const RESERVED = new Set(
  `abstract activate and any array as asc autonomous begin bigdecimal blob boolean break bulk by byte case cast catch char class
  collect commit const continue currency date datetime decimal default delete desc do double else end enum exception exit export
  extends false final finally float for from global goto group having hint if implements import in inner insert instanceof int
  integer interface into join like limit list long loop map merge new not null nulls number object of on or outer override package
  parallel pragma private protected public retrieve return rollback search select set short sobject sort static string super switch
  synchronized system testmethod then this throw time transaction trigger true try undelete update upsert using virtual void
  webservice when where while`.split(/\s+/)
);

/**
 * Fields that Apex never sends, each with the reason. A name Apex reserves can only be left out: `JSON.serialize` writes
 * a property under the name of its variable.
 */
export const leftOutOfApex = z.registry<{ reason: string }>();

type Field = { name: string; type: string; comment: string | undefined };
type ApexClass = { name: string; schema: z.ZodType; comment: string | undefined; fields: Map<string, Field> };
/** The classes made so far, and how those of the common class are written. */
type Classes = { own: Map<string, ApexClass>; common: Map<string, ApexClass>; commonName: string };

export function generateApexContract(contract: ApexContract): string {
  const common = contract.common ? classesOf(contract.common.className, contract.common.roots, new Map(), '') : new Map();
  const classes = classesOf(contract.className, contract.roots, common, contract.common?.className ?? '');
  const lines = [
    '/**',
    ...contract.header.map((line) => ` * ${line}`),
    ' */',
    "@SuppressWarnings('PMD.TooManyFields, PMD.ExcessivePublicCount, PMD.FieldDeclarationsShouldBeAtStart')",
    `public with sharing class ${contract.className} {`
  ];
  for (const constant of contract.constants) {
    const [type, value] =
      typeof constant.value === 'number'
        ? [Number.isInteger(constant.value) ? 'Integer' : 'Decimal', constant.value]
        : ['String', apexString(constant.value)];
    lines.push(...comment(constant.comment, '    '), `    public static final ${type} ${constant.name} = ${value};`);
  }
  for (const apexClass of [...classes.values()].sort((a, b) => a.name.localeCompare(b.name))) {
    lines.push('', ...comment(apexClass.comment, '    '), `    public class ${apexClass.name} {`);
    for (const field of apexClass.fields.values()) {
      lines.push(...comment(field.comment, '        '), `        public ${field.type} ${field.name};`);
    }
    lines.push('    }');
  }
  lines.push('}', '');
  return lines.join('\n');
}

function classesOf(className: string, roots: z.ZodType[], common: Map<string, ApexClass>, commonName: string): Map<string, ApexClass> {
  const classes: Classes = { own: new Map(), common, commonName };
  for (const root of roots) apexType(root, className, classes);
  return classes.own;
}

function apexType(schema: z.ZodType, path: string, classes: Classes): string {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return apexType(schema.unwrap() as z.ZodType, path, classes);
  }
  if (schema instanceof z.ZodISODate) return 'Date';
  if (schema instanceof z.ZodISODateTime) return 'Datetime';
  if (schema instanceof z.ZodString || schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral) return 'String';
  if (schema instanceof z.ZodNumber) return schema.format?.includes('int') ? 'Integer' : 'Decimal';
  if (schema instanceof z.ZodBoolean) return 'Boolean';
  if (schema instanceof z.ZodArray) return `List<${apexType(schema.element as z.ZodType, path, classes)}>`;
  if (schema instanceof z.ZodRecord) return `Map<String, ${apexType(schema.valueType as z.ZodType, path, classes)}>`;
  if (schema instanceof z.ZodObject) return objectType(schema, [schema], path, classes);
  if (schema instanceof z.ZodDiscriminatedUnion) return objectType(schema, schema.options as z.ZodObject[], path, classes);
  if (schema instanceof z.ZodUnion) return 'Object';
  throw new Error(`${path}: a ${schema.def.type} has no Apex counterpart`);
}

/** A union becomes one class with the fields of all its members: Apex tells them apart by the discriminator. */
function objectType(named: z.ZodType, members: z.ZodObject[], path: string, classes: Classes): string {
  const meta = named.meta();
  const name = meta?.id;
  if (!name) throw new Error(`${path}: an object needs a name, give its schema .meta({ id })`);
  assertIdentifier(name, path);
  const known = classes.common.get(name) ?? classes.own.get(name);
  if (known && known.schema !== named) throw new Error(`${path}: another schema is named ${name} too`);
  if (classes.common.has(name)) return `${classes.commonName}.${name}`;
  if (known) return name;
  const apexClass: ApexClass = { name, schema: named, comment: meta?.description, fields: new Map() };
  classes.own.set(name, apexClass);
  for (const member of members) {
    for (const [fieldName, fieldSchema] of Object.entries(member.shape) as [string, z.ZodType][]) {
      const fieldPath = `${name}.${fieldName}`;
      if (leftOutOfApex.has(fieldSchema)) continue;
      assertIdentifier(fieldName, fieldPath);
      const type = apexType(fieldSchema, fieldPath, classes);
      const existing = apexClass.fields.get(fieldName.toLowerCase());
      if (existing && (existing.name !== fieldName || existing.type !== type)) {
        throw new Error(`${fieldPath}: also declared as ${existing.type} ${existing.name}; Apex names ignore case`);
      }
      if (!existing) apexClass.fields.set(fieldName.toLowerCase(), { name: fieldName, type, comment: fieldComment(fieldSchema) });
    }
  }
  return name;
}

function assertIdentifier(name: string, path: string): void {
  if (!/^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$/.test(name)) throw new Error(`${path}: "${name}" is not an Apex identifier`);
  if (RESERVED.has(name.toLowerCase())) throw new Error(`${path}: "${name}" is reserved in Apex, choose another name in the contract`);
}

function fieldComment(schema: z.ZodType): string | undefined {
  const parts: string[] = [];
  let current: z.ZodType | undefined = schema;
  while (current) {
    const { description, id } = current.meta() ?? {};
    if (description && !id && !parts.includes(description)) parts.push(description);
    if (current instanceof z.ZodEnum) parts.push(`One of: ${current.options.join(', ')}`);
    if (current instanceof z.ZodLiteral) break;
    current = current instanceof z.ZodOptional || current instanceof z.ZodNullable ? (current.unwrap() as z.ZodType) : undefined;
  }
  return parts.length > 0 ? parts.join('. ') : undefined;
}

function comment(text: string | undefined, indent: string): string[] {
  return text ? [`${indent}/** ${text.replaceAll('*/', '* /')} */`] : [];
}

function apexString(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
