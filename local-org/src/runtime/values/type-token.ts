import type { ApexType } from '../type.ts';

/** A value of `System.Type`: what `X.class` and `Type.forName` give. One per type (see `of`), so identity is equality. */
export class TypeToken {
  readonly type: ApexType;

  constructor(type: ApexType) {
    this.type = type;
  }

  static of(type: ApexType): TypeToken {
    let token = tokens.get(type);
    if (!token) tokens.set(type, (token = new TypeToken(type)));
    return token;
  }

  toString(): string {
    return this.type.kind === 'any' ? 'Object' : this.type.name;
  }
}

const tokens = new WeakMap<ApexType, TypeToken>();
