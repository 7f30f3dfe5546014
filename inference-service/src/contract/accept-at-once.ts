import { z } from 'zod';

type Test = (value: unknown) => boolean;
type TypeDef = z.core.$ZodTypes['_zod']['def'];
type CheckDef = z.core.$ZodChecks['_zod']['def'] | z.core.$ZodCustomDef;

/**
 * Accepts in one pass what is valid as it is; all else goes the schema's own way, for its message or its clean copy. A
 * deal with its candidates has hundreds of small fields, and running the nested schemas of each costs more than all
 * the comparing that follows. The pass is read off the schema, so there is nothing to keep in step with it.
 */
export function acceptAtOnce<Schema extends z.ZodType>(schema: Schema): Schema {
  const accepts = testOf(schema);
  const { run } = schema._zod;
  schema._zod.run = (payload, context) => (accepts(payload.value) ? payload : run(payload, context));
  return schema;
}

function testOf(schema: z.core.$ZodType): Test {
  const def = schema._zod.def as TypeDef;
  const checks = (def.checks ?? []).map(({ _zod }) => _zod.def as CheckDef);
  // A format such as a date or a whole number is a type and a check in one.
  if ('check' in def) checks.unshift(def as CheckDef);
  if (def.type === 'string') return testOfText(checks);
  return allOf(testOfType(def), checks.map(testOfCheck));
}

/** Most fields are texts whose length alone is limited. */
function testOfText(checks: CheckDef[]): Test {
  const least = Math.max(0, ...checks.flatMap((def) => (def.check === 'min_length' ? def.minimum : [])));
  const most = Math.min(Infinity, ...checks.flatMap((def) => (def.check === 'max_length' ? def.maximum : [])));
  const others = checks.filter(({ check }) => check !== 'min_length' && check !== 'max_length').map(testOfCheck);
  return allOf((value) => typeof value === 'string' && value.length >= least && value.length <= most, others);
}

function allOf(first: Test, others: Test[]): Test {
  return others.reduce((before, next) => (value) => before(value) && next(value), first);
}

function testOfType(def: TypeDef): Test {
  switch (def.type) {
    case 'optional': {
      const { innerType } = def;
      // Most optional fields may be null as well.
      if (innerType instanceof z.ZodNullable) {
        const inner = testOf(innerType.unwrap());
        return (value) => value === undefined || value === null || inner(value);
      }
      const inner = testOf(innerType);
      return (value) => value === undefined || inner(value);
    }
    case 'nullable': {
      const inner = testOf(def.innerType);
      return (value) => value === null || inner(value);
    }
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'number':
      return Number.isFinite;
    case 'null':
      return (value) => value === null;
    case 'enum': {
      const entries = new Set<unknown>(Object.values(def.entries));
      return (value) => entries.has(value);
    }
    case 'union':
      return def.options.map(testOf).reduce((first, second) => (value) => first(value) || second(value));
    case 'array': {
      const element = testOf(def.element);
      return (value) => Array.isArray(value) && value.every(element);
    }
    case 'record': {
      const [name, content] = [testOf(def.keyType), testOf(def.valueType)];
      return (value) => isRecord(value) && Object.keys(value).every((key) => name(key) && content(value[key]));
    }
    case 'object':
      return testOfFields(Object.entries(def.shape).map(([name, field]) => ({ name, accepts: testOf(field) })));
    default:
      throw new Error(`no quick test is known for ${def.type}`);
  }
}

/** Nothing beside its fields: the schema would leave it out. */
function testOfFields(fields: { name: string; accepts: Test }[]): Test {
  return (value) => {
    if (!isRecord(value)) return false;
    let others = 0;
    for (const _ in value) others += 1;
    for (const { name, accepts } of fields) {
      const field = value[name];
      if (!accepts(field)) return false;
      if (field !== undefined) others -= 1;
    }
    return others === 0;
  };
}

function testOfCheck(def: CheckDef): Test {
  switch (def.check) {
    case 'min_length':
      return (value) => (value as string | unknown[]).length >= def.minimum;
    case 'max_length':
      return (value) => (value as string | unknown[]).length <= def.maximum;
    case 'greater_than':
      return (value) => (value as number) > Number(def.value) || (def.inclusive && value === def.value);
    case 'less_than':
      return (value) => (value as number) < Number(def.value) || (def.inclusive && value === def.value);
    case 'number_format':
      if (def.format === 'safeint') return Number.isSafeInteger;
      break;
    case 'string_format': {
      const { pattern } = def;
      if (pattern && !pattern.global && !pattern.sticky) return (value) => pattern.test(value as string);
      break;
    }
    case 'overwrite':
      return (value) => def.tx(value) === value;
    case 'custom':
      return (value) => def.fn(value as string) === true;
  }
  throw new Error(`no quick test is known for ${def.check}`);
}

/** As JSON makes them. */
function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
