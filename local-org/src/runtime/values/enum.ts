import type { ApexType } from '../type.ts';
import { platformType } from '../interning.ts';

/** An enum constant. Constants of one type are unique objects, so identity is equality. */
export class ApexEnum {
  readonly type: ApexType;
  readonly name: string;
  ordinal: number;

  constructor(type: ApexType, name: string, ordinal: number) {
    this.type = type;
    this.name = name;
    this.ordinal = ordinal;
  }

  toString(): string {
    return this.name;
  }
}

const platformEnums = new Map<string, Map<string, ApexEnum>>();

const defined = new Set<string>();

/**
 * Declares the constants of a platform enum in order and gives them back. Library code may have asked for some of them
 * before, by name: those keep their identity and get their ordinal now. The first declaration settles the order: the
 * library knows it where it matters, the type jar only lists names alphabetically.
 */
export function definePlatformEnum(typeName: string, names: readonly string[]): ApexEnum[] {
  if (defined.has(typeName.toLowerCase())) return platformEnumValues(typeName);
  defined.add(typeName.toLowerCase());
  return names.map((name, ordinal) => {
    const constant = enumConstant(typeName, name);
    constant.ordinal = ordinal;
    return constant;
  });
}

/** A constant of a platform enum by name (any case): `enumConstant('Schema.DisplayType', 'STRING')`. */
export function enumConstant(typeName: string, name: string): ApexEnum {
  const key = typeName.toLowerCase();
  let constants = platformEnums.get(key);
  if (!constants) platformEnums.set(key, (constants = new Map()));
  let constant = constants.get(name.toLowerCase());
  if (!constant) {
    constant = new ApexEnum(platformType(typeName), name, constants.size);
    constants.set(name.toLowerCase(), constant);
  }
  return constant;
}

export function platformEnumValues(typeName: string): ApexEnum[] {
  return [...(platformEnums.get(typeName.toLowerCase())?.values() ?? [])].sort((a, b) => a.ordinal - b.ordinal);
}
