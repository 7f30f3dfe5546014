/** Immutable bytes. */
export class ApexBlob {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  static fromString(text: string): ApexBlob {
    return new ApexBlob(new TextEncoder().encode(text));
  }

  equals(other: ApexBlob): boolean {
    return this.bytes.length === other.bytes.length && Buffer.compare(this.bytes, other.bytes) === 0;
  }

  toString(): string {
    return `Blob[${this.bytes.length}]`;
  }
}
