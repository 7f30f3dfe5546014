import type { Component, OrgModel, XmlObject, XmlValue } from '../metadata/model.ts';

/** Reading component bodies: elements are strings, objects, or arrays of either. */
export function text(parent: XmlObject | undefined, element: string): string | undefined {
  const value = one(parent?.[element]);
  return typeof value === 'string' ? value : undefined;
}

export function flag(parent: XmlObject | undefined, element: string): boolean {
  return text(parent, element) === 'true';
}

export function child(parent: XmlObject | undefined, element: string): XmlObject | undefined {
  const value = one(parent?.[element]);
  return typeof value === 'object' ? (value as XmlObject) : undefined;
}

export function children(parent: XmlObject | undefined, element: string): readonly XmlObject[] {
  return list(parent?.[element]).filter((value): value is XmlObject => typeof value === 'object');
}

export function texts(parent: XmlObject | undefined, element: string): readonly string[] {
  return list(parent?.[element]).filter((value): value is string => typeof value === 'string');
}

export function component(model: OrgModel, type: string, name: string): Component | undefined {
  return model.components.get(type.toLowerCase())?.get(name.toLowerCase());
}

export function componentsOf(model: OrgModel, type: string): readonly Component[] {
  return [...(model.components.get(type.toLowerCase())?.values() ?? [])];
}

function list(value: XmlValue | undefined): readonly (string | XmlObject)[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly (string | XmlObject)[]) : [value as string | XmlObject];
}

function one(value: XmlValue | undefined): string | XmlObject | undefined {
  return list(value)[0];
}
