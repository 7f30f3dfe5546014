import { defineType } from '../library.ts';
import { objectByPrefix, tokenFor } from '../schema/tokens.ts';
import { ApexBlob } from '../values/blob.ts';
import { requireArgument, throwApex } from '../values/exception.ts';
import { ApexId } from '../values/id.ts';
import { addErrorMethods } from './add-error.ts';
import { strict } from './arguments.ts';

/** `Id.valueOf(text, restoreCasing)`: an 18-character id in any case gets the case its checksum records. */
function valueOf(text: string, restoreCasing = false): ApexId {
  requireArgument(text);
  if (restoreCasing && text.length !== 18) throwApex('System.StringException', `Invalid id: ${text}`);
  return ApexId.of(text);
}

/** `getSObjectType`: found by the id's first three characters. */
function sobjectTypeOf(id: ApexId): unknown {
  const object = objectByPrefix(id.keyPrefix);
  return object ? tokenFor(object) : throwApex('System.TypeException', `Cannot find the object of id: ${id.value}`);
}

defineType({
  name: 'System.Id',
  statics: { valueOf },
  methods: {
    getSobjectType: sobjectTypeOf,
    to15: (id: ApexId) => id.to15(),
    equals: (id: ApexId, other: unknown) => id.equals(other),
    toString: (id: ApexId) => id.value,
    ...addErrorMethods
  }
});

/** Text of UTF-8 bytes; anything else is not text. */
export function blobText(blob: ApexBlob): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(blob.bytes);
  } catch {
    return throwApex('System.StringException', 'BLOB is not a valid UTF-8 string');
  }
}

defineType({
  name: 'System.Blob',
  statics: strict({ valueOf: (text: string) => ApexBlob.fromString(text) }),
  methods: strict({
    size: (blob: ApexBlob) => blob.bytes.length,
    // Null has no text here either, but the platform words it as an argument's fault.
    toString: blobText
  })
});
