import { Decimal } from '../values/decimal.ts';

/** A JSON number kept as it was written, so that no digit is lost before its type is known. */
export class JsonNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  get isWhole(): boolean {
    return /^-?\d+$/.test(this.text);
  }

  /** Integer where it fits, then Long, then Decimal, as untyped reading gives. */
  toUntyped(): number | bigint | Decimal {
    if (!this.isWhole) return Decimal.fromString(this.text);
    const value = BigInt(this.text);
    if (value === BigInt.asIntN(32, value)) return Number(value);
    return value === BigInt.asIntN(64, value) ? value : new Decimal(value);
  }
}
