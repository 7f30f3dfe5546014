import type { Implementation } from '../../runtime/library.ts';
import { STRING } from '../../runtime/types.ts';
import { ApexList } from '../../runtime/values/list.ts';

type Bag = Record<string, unknown>;

/** Instance properties that are plain fields of the JavaScript class: `optAllOrNone` serves `OptAllOrNone`. */
export function fieldProperties(...names: string[]): Record<string, { get: Implementation; set: Implementation }> {
  return Object.fromEntries(
    names.map((name) => [
      name,
      {
        get: (self: Bag) => self[name] ?? null,
        set: (self: Bag, value: unknown) => {
          self[name] = value ?? null;
        }
      }
    ])
  );
}

/** `getX`, `setX` pairs over plain fields, as bean-like platform classes have them. */
export function beanMethods(...names: string[]): Record<string, Implementation> {
  const methods: Record<string, Implementation> = {};
  for (const name of names) {
    const suffix = name[0]!.toUpperCase() + name.slice(1);
    methods[`get${suffix}`] = (self: Bag) => self[name] ?? null;
    methods[`set${suffix}`] = (self: Bag, value: unknown) => {
      self[name] = value ?? null;
      return null;
    };
  }
  return methods;
}

export function strings(values: Iterable<string>): ApexList {
  return new ApexList(STRING, [...values]);
}
