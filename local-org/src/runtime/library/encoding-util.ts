import { defineType } from '../library.ts';
import { ApexBlob } from '../values/blob.ts';
import { throwApex } from '../values/exception.ts';
import { strict } from './arguments.ts';

const CHARSETS: Readonly<Record<string, BufferEncoding>> = {
  'utf-8': 'utf8',
  utf8: 'utf8',
  'iso-8859-1': 'latin1',
  'us-ascii': 'ascii',
  'utf-16le': 'utf16le'
};

function charset(name: string): BufferEncoding {
  return CHARSETS[name.toLowerCase()] ?? throwApex('System.IllegalArgumentException', `Unsupported encoding ${name}`);
}

/** application/x-www-form-urlencoded as Java writes it: letters, digits and `.-*_` stay, a blank is a plus. */
function urlEncode(text: string, encoding: string): string {
  let output = '';
  for (const byte of Buffer.from(text, charset(encoding))) {
    const character = String.fromCharCode(byte);
    if (/[A-Za-z0-9.*_-]/.test(character)) output += character;
    else output += character === ' ' ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return output;
}

function urlDecode(text: string, encoding: string): string {
  const chunks: Buffer[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] !== '%') {
      const plain = /^[^%]+/.exec(text.slice(i))![0];
      chunks.push(Buffer.from(plain.replaceAll('+', ' '), charset(encoding)));
      i += plain.length - 1;
      continue;
    }
    const hex = text.slice(i + 1, i + 3);
    if (!/^[0-9a-fA-F]{2}$/.test(hex))
      throwApex('System.IllegalArgumentException', 'URLDecoder: Illegal hex characters in escape (%) pattern');
    chunks.push(Buffer.from([Number.parseInt(hex, 16)]));
    i += 2;
  }
  return Buffer.concat(chunks).toString(charset(encoding));
}

function base64Decode(text: string): ApexBlob {
  const compact = text.replace(/\s/g, '');
  if (/[^A-Za-z0-9+/=_-]/.test(compact)) throwApex('System.StringException', 'Unrecognized base64 character');
  return new ApexBlob(new Uint8Array(Buffer.from(compact, 'base64')));
}

function convertFromHex(text: string): ApexBlob {
  if (text.length % 2 === 1) throwApex('System.InvalidParameterValueException', 'Invalid hex string: odd number of characters');
  if (/[^0-9a-fA-F]/.test(text)) throwApex('System.InvalidParameterValueException', 'Invalid hex string: illegal character');
  return new ApexBlob(new Uint8Array(Buffer.from(text, 'hex')));
}

defineType({
  name: 'System.EncodingUtil',
  statics: strict({
    base64Decode,
    base64Encode: (blob: ApexBlob) => Buffer.from(blob.bytes).toString('base64'),
    convertFromHex,
    convertToHex: (blob: ApexBlob) => Buffer.from(blob.bytes).toString('hex'),
    urlDecode,
    urlEncode
  })
});
