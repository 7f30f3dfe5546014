import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { generateApexContract, leftOutOfApex } from './apex.ts';

const generate = (root: z.ZodType) => generateApexContract({ className: 'Contract', header: ['Test.'], constants: [], roots: [root] });
const withField = (name: string, schema: z.ZodType) => generate(z.object({ [name]: schema }).meta({ id: 'Root' }));

describe('the Apex generator', () => {
  it.each([
    [z.string().nullish(), 'String value;'],
    [z.enum(['a', 'b']), 'String value;'],
    [z.int(), 'Integer value;'],
    [z.number(), 'Decimal value;'],
    [z.boolean(), 'Boolean value;'],
    [z.iso.date(), 'Date value;'],
    [z.iso.datetime(), 'Datetime value;'],
    [z.array(z.string()), 'List<String> value;'],
    [z.record(z.string(), z.union([z.string(), z.number()])), 'Map<String, Object> value;']
  ])('maps %# to %s', (schema, field) => {
    expect(withField('value', schema)).toContain(`public ${field}`);
  });

  it('makes one class of a union, with the fields of all its members', () => {
    const union = z
      .discriminatedUnion('kind', [
        z.object({ kind: z.literal('a'), left: z.string() }),
        z.object({ kind: z.literal('b'), right: z.int() })
      ])
      .meta({ id: 'Either' });
    expect(withField('value', union)).toMatch(/class Either \{\n\s+public String kind;\n\s+public String left;\n\s+public Integer right;/);
  });

  it.each(['group', 'Group', 'from', 'limit', 'activate', 'class'])('refuses a field named %s, which Apex reserves', (name) => {
    expect(() => withField(name, z.string())).toThrow('reserved in Apex');
  });

  it('refuses two fields that differ only by case', () => {
    expect(() => generate(z.object({ value: z.string(), VALUE: z.string() }).meta({ id: 'Root' }))).toThrow('Apex names ignore case');
  });

  it('refuses an object without a name and a type Apex does not have', () => {
    expect(() => withField('value', z.object({ inner: z.string() }))).toThrow('needs a name');
    expect(() => withField('value', z.tuple([z.string()]))).toThrow('no Apex counterpart');
  });

  it('leaves out a field that is marked so, whatever its name', () => {
    const group = z.string().register(leftOutOfApex, { reason: 'reserved' });
    expect(generate(z.object({ group, rest: z.string() }).meta({ id: 'Root' }))).toMatch(/class Root \{\n\s+public String rest;\n\s+\}/);
  });

  it('refers to a type of the common class and does not repeat it', () => {
    const shared = z.object({ value: z.string() }).meta({ id: 'Shared' });
    const root = z.object({ one: shared.nullish(), many: z.array(shared) }).meta({ id: 'Root' });
    const common = { className: 'Common', roots: [shared] };
    const apex = generateApexContract({ className: 'Contract', common, header: ['Test.'], constants: [], roots: [root] });
    expect(apex).toContain('public Common.Shared one;');
    expect(apex).toContain('public List<Common.Shared> many;');
    expect(apex).not.toContain('class Shared');
  });

  it('refuses two schemas of one name, of which Apex would get the first', () => {
    const named = (schema: z.ZodType) => z.object({ value: schema }).meta({ id: 'Twice' });
    expect(() => generate(z.object({ a: named(z.string()), b: named(z.int()) }).meta({ id: 'Root' }))).toThrow('named Twice too');
  });

  it('is in step with the class in the package', () => {
    const script = fileURLToPath(new URL('../../scripts/generate-apex-contract.ts', import.meta.url));
    expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow();
  });
});
