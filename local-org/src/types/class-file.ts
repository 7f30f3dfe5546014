/** Reads the parts of a Java .class file that describe a type's shape; code attributes are skipped. */

export interface ClassFileMember {
  readonly name: string;
  readonly access: number;
  /** The generic Signature where there is one, the erased descriptor otherwise. */
  readonly signature: string;
}

export interface ClassFile {
  readonly access: number;
  /** Internal name, `com/example/Outer$Inner`. */
  readonly name: string;
  readonly superclass: string;
  readonly interfaces: readonly string[];
  /** Generic signature of the class, or null. */
  readonly signature: string | null;
  readonly fields: readonly ClassFileMember[];
  readonly methods: readonly ClassFileMember[];
}

export const ACC_PUBLIC = 0x0001;
export const ACC_STATIC = 0x0008;
export const ACC_BRIDGE = 0x0040;
export const ACC_INTERFACE = 0x0200;
export const ACC_ABSTRACT = 0x0400;
export const ACC_SYNTHETIC = 0x1000;
export const ACC_ENUM = 0x4000;

const MAGIC = 0xcafebabe;

/** Bytes that follow the tag of a constant, by tag; Utf8 (1) is variable. */
const CONSTANT_SIZE: Readonly<Record<number, number>> = {
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 2,
  8: 2,
  9: 4,
  10: 4,
  11: 4,
  12: 4,
  15: 3,
  16: 2,
  17: 4,
  18: 4,
  19: 2,
  20: 2
};

export function readClassFile(bytes: Uint8Array): ClassFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = new TextDecoder();
  if (view.getUint32(0) !== MAGIC) throw new Error('Not a Java class file');
  let at = 8;
  const u2 = (): number => {
    at += 2;
    return view.getUint16(at - 2);
  };
  const count = u2();
  const utf8 = new Map<number, { start: number; length: number }>();
  const classNames = new Map<number, number>();
  for (let index = 1; index < count; index++) {
    const tag = bytes[at++] as number;
    if (tag === 1) {
      const length = u2();
      utf8.set(index, { start: at, length });
      at += length;
      continue;
    }
    const size = CONSTANT_SIZE[tag];
    if (size === undefined) throw new Error(`Unknown constant tag ${tag} in class file`);
    if (tag === 7) classNames.set(index, view.getUint16(at));
    at += size;
    if (tag === 5 || tag === 6) index++;
  }
  const string = (index: number): string => {
    const entry = utf8.get(index);
    if (!entry) throw new Error(`Constant ${index} is not text`);
    return text.decode(bytes.subarray(entry.start, entry.start + entry.length));
  };
  const className = (index: number): string => (index === 0 ? '' : string(classNames.get(index) as number));

  const access = u2();
  const name = className(u2());
  const superclass = className(u2());
  const interfaces = Array.from({ length: u2() }, () => className(u2()));
  /** Skips an attribute table and gives the Signature attribute's value. */
  const attributes = (): string | null => {
    let signature: string | null = null;
    for (let remaining = u2(); remaining > 0; remaining--) {
      const attribute = string(u2());
      const length = view.getUint32(at);
      at += 4;
      if (attribute === 'Signature') signature = string(view.getUint16(at));
      at += length;
    }
    return signature;
  };
  const members = (): ClassFileMember[] =>
    Array.from({ length: u2() }, () => {
      const memberAccess = u2();
      const memberName = string(u2());
      const descriptor = string(u2());
      return { name: memberName, access: memberAccess, signature: attributes() ?? descriptor };
    });
  const fields = members();
  const methods = members();
  return { access, name, superclass, interfaces, fields, methods, signature: attributes() };
}
