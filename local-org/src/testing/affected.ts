import type { ApexSource, OrgModel } from '../metadata/model.ts';

/**
 * Names of the test classes whose outcome a change of these Apex files may alter: those that reach one of them, through
 * whatever classes and triggers lie between. Reaching is read from names in the source, which finds a few too many and
 * never one too few: a class mentions what it uses; who mentions an object may set off its triggers; who mentions a custom
 * metadata type may run any class that its records name.
 */
export function affectedTests(model: OrgModel, changed: ReadonlySet<string>): string[] {
  const usedBy = reverse(references(model));
  const reached = new Set<string>();
  const pending = [...changed].map((name) => name.toLowerCase());
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    pending.push(...(usedBy.get(name) ?? []));
  }
  return model.apex.filter((file) => reached.has(file.name.toLowerCase()) && isTest(file)).map((file) => file.name);
}

function isTest(file: ApexSource): boolean {
  return file.kind === 'class' && /@istest\b/i.test(file.text);
}

/** Every identifier of a text, comments and string literals included: names of classes stand in strings too. */
function identifiers(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[a-z_]\w*/g));
}

/** What each Apex file leads to: files by name, and through objects and custom metadata types. */
function references(model: OrgModel): Map<string, Set<string>> {
  const files = new Map(model.apex.map((file) => [file.name.toLowerCase(), file]));
  const leadsTo = new Map<string, Set<string>>();
  const add = (from: string, to: string): void => {
    const known = leadsTo.get(from) ?? new Set<string>();
    leadsTo.set(from, known.add(to));
  };
  for (const file of model.apex) {
    const object = file.kind === 'trigger' ? /^\s*trigger\s+\w+\s+on\s+(\w+)/im.exec(file.text)?.[1] : undefined;
    if (object) add(object.toLowerCase(), file.name.toLowerCase());
  }
  for (const [type, records] of model.customMetadata) {
    for (const word of identifiers(JSON.stringify(records.map((record) => record.values)))) if (files.has(word)) add(type, word);
  }
  const names = new Set([...files.keys(), ...leadsTo.keys()]);
  for (const [name, file] of files) for (const word of identifiers(file.text)) if (word !== name && names.has(word)) add(name, word);
  return leadsTo;
}

function reverse(leadsTo: ReadonlyMap<string, ReadonlySet<string>>): Map<string, string[]> {
  const result = new Map<string, string[]>();
  for (const [from, targets] of leadsTo) for (const to of targets) result.set(to, [...(result.get(to) ?? []), from]);
  return result;
}
