import { readFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * One environment variable. Declared where it is used: what holds for the whole service in config.ts, the rest in the
 * capability it belongs to. The start reads them all, and the README's table is made from them.
 */
export type Setting<Value> = {
  name: string;
  /** As the README shows it. */
  fallback: string;
  what: string;
  /** Throws a SettingError that names the variable and never quotes its value. */
  read(environment: Environment): Value;
};

export type Environment = Record<string, string | undefined>;

export class SettingError extends Error {
  constructor(name: string, problem: string) {
    super(`${name}: ${problem}`);
    this.name = 'SettingError';
  }
}

const MEGABYTE = 1024 * 1024;

export function whole(name: string, fallback: number, range: [lowest: number, highest: number], what: string): Setting<number> {
  return numeric(name, fallback, z.coerce.number().int().min(range[0]).max(range[1]), what);
}

export function fraction(name: string, fallback: number, range: [lowest: number, highest: number], what: string): Setting<number> {
  return numeric(name, fallback, z.coerce.number().min(range[0]).max(range[1]), what);
}

/** Given in megabytes, read as bytes. */
export function megabytes(name: string, fallback: number, highest: number, what: string): Setting<number> {
  const setting = fraction(name, fallback, [0.001, highest], what);
  return { ...setting, read: (environment) => Math.floor(setting.read(environment) * MEGABYTE) };
}

function numeric(name: string, fallback: number, schema: z.ZodType<number>, what: string): Setting<number> {
  return { name, fallback: String(fallback), what, read: (environment) => checked(name, schema, given(environment, name) ?? fallback) };
}

export function text(name: string, fallback: string, what: string): Setting<string> {
  return { name, fallback, what, read: (environment) => given(environment, name) ?? fallback };
}

export function optional(name: string, schema: z.ZodType<string>, what: string): Setting<string | undefined> {
  return { name, fallback: '', what, read: (environment) => checked(name, schema.optional(), given(environment, name)) };
}

export function choice<const Value extends string>(name: string, fallback: Value, values: readonly Value[], what: string): Setting<Value> {
  const schema = z.enum(values) as unknown as z.ZodType<Value>;
  return { name, fallback, what, read: (environment) => checked(name, schema, given(environment, name) ?? fallback) };
}

/** A value nobody should see: in the variable, or in the file that the variable with `_FILE` names, as orchestrators mount secrets. */
export function secret(name: string, schema: z.ZodType<string>, what: string): Setting<string | undefined> {
  const fileName = `${name}_FILE`;
  return {
    name: `${name}, ${fileName}`,
    fallback: '',
    what,
    read(environment) {
      const value = given(environment, name);
      const file = given(environment, fileName);
      if (value !== undefined && file !== undefined) throw new SettingError(name, `give either it or ${fileName}, not both`);
      return checked(file === undefined ? name : fileName, schema.optional(), file === undefined ? value : readSecretFile(fileName, file));
    }
  };
}

/** The content of a file that a variable names. */
export function readSecretFile(name: string, file: string): string {
  let content: string;
  try {
    content = readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new SettingError(name, `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
  if (content === '') throw new SettingError(name, 'is empty');
  return content;
}

/** A variable set to nothing, as compose files like to do, counts as not set. */
export function given(environment: Environment, name: string): string | undefined {
  const value = environment[name];
  return value === undefined || value.trim() === '' ? undefined : value;
}

function checked<Value>(name: string, schema: z.ZodType<Value>, value: unknown): Value {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new SettingError(name, parsed.error.issues.map(({ message }) => message).join('; '));
  return parsed.data;
}
