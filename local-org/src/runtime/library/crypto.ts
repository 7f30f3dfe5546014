import * as crypto from 'node:crypto';
import { defineType } from '../library.ts';
import { ApexBlob } from '../values/blob.ts';
import { throwApex } from '../values/exception.ts';
import { strict } from './arguments.ts';

const DIGESTS: Readonly<Record<string, string>> = {
  md5: 'md5',
  sha1: 'sha1',
  'sha-1': 'sha1',
  'sha-256': 'sha256',
  sha256: 'sha256',
  'sha-512': 'sha512',
  sha512: 'sha512',
  'sha3-256': 'sha3-256',
  'sha3-384': 'sha3-384',
  'sha3-512': 'sha3-512'
};

const MACS: Readonly<Record<string, string>> = { hmacmd5: 'md5', hmacsha1: 'sha1', hmacsha256: 'sha256', hmacsha512: 'sha512' };

const SIGNATURES: Readonly<Record<string, string>> = {
  rsa: 'RSA-SHA1',
  'rsa-sha1': 'RSA-SHA1',
  'rsa-sha256': 'RSA-SHA256',
  'rsa-sha384': 'RSA-SHA384',
  'rsa-sha512': 'RSA-SHA512',
  'ecdsa-sha256': 'sha256',
  'ecdsa-sha384': 'sha384',
  'ecdsa-sha512': 'sha512'
};

function named(table: Readonly<Record<string, string>>, name: string): string {
  return table[name.toLowerCase()] ?? throwApex('System.NoSuchElementException', `Invalid algorithm ${name}`);
}

const blob = (bytes: Uint8Array): ApexBlob => new ApexBlob(new Uint8Array(bytes));

const KEY_BYTES: Readonly<Record<string, number>> = { aes128: 16, aes192: 24, aes256: 32 };

/** AES in CBC mode with PKCS#7 padding, as the platform does. */
function cipherName(algorithm: string, key: ApexBlob): string {
  const size = KEY_BYTES[algorithm.toLowerCase()];
  if (size === undefined) return throwApex('System.NoSuchElementException', `Invalid algorithm ${algorithm}`);
  if (key.bytes.length !== size) throwApex('System.InvalidParameterValueException', `Invalid private key. Must be ${size} bytes.`);
  return `aes-${size * 8}-cbc`;
}

function requireIv(iv: ApexBlob): Uint8Array {
  if (iv.bytes.length !== 16) throwApex('System.InvalidParameterValueException', 'Invalid initialization vector. Must be 16 bytes.');
  return iv.bytes;
}

function encrypt(algorithm: string, key: ApexBlob, iv: ApexBlob, data: ApexBlob): ApexBlob {
  const cipher = crypto.createCipheriv(cipherName(algorithm, key), key.bytes, requireIv(iv));
  return blob(Buffer.concat([cipher.update(data.bytes), cipher.final()]));
}

function decrypt(algorithm: string, key: ApexBlob, iv: ApexBlob, data: ApexBlob): ApexBlob {
  const decipher = crypto.createDecipheriv(cipherName(algorithm, key), key.bytes, requireIv(iv));
  if (data.bytes.length === 0 || data.bytes.length % 16 !== 0)
    throwApex('System.SecurityException', 'Input length must be multiple of 16 when decrypting with padded cipher');
  try {
    return blob(Buffer.concat([decipher.update(data.bytes), decipher.final()]));
  } catch {
    return throwApex(
      'System.SecurityException',
      'Given final block not properly padded. Such issues can arise if a bad key is used during decryption.'
    );
  }
}

/** The initialization vector travels in front of the cipher text. */
function encryptWithManagedIV(algorithm: string, key: ApexBlob, data: ApexBlob): ApexBlob {
  const iv = blob(crypto.randomBytes(16));
  return blob(Buffer.concat([iv.bytes, encrypt(algorithm, key, iv, data).bytes]));
}

function decryptWithManagedIV(algorithm: string, key: ApexBlob, data: ApexBlob): ApexBlob {
  cipherName(algorithm, key);
  if (data.bytes.length < 32)
    throwApex(
      'System.InvalidParameterValueException',
      'Invalid data. Input data must be at least 32 bytes including the initialization vector.'
    );
  return decrypt(algorithm, key, blob(data.bytes.subarray(0, 16)), blob(data.bytes.subarray(16)));
}

function mac(algorithm: string, data: ApexBlob, key: ApexBlob): ApexBlob {
  return blob(crypto.createHmac(named(MACS, algorithm), key.bytes).update(data.bytes).digest());
}

/** PKCS#8 private key in DER. */
function sign(algorithm: string, data: ApexBlob, privateKey: ApexBlob): ApexBlob {
  const digest = named(SIGNATURES, algorithm);
  try {
    const key = crypto.createPrivateKey({ key: Buffer.from(privateKey.bytes), format: 'der', type: 'pkcs8' });
    return blob(crypto.sign(digest, data.bytes, key));
  } catch (error) {
    return throwApex('System.InvalidParameterValueException', `Invalid private key: ${(error as Error).message}`);
  }
}

/** X.509 public key in DER. */
function verify(algorithm: string, data: ApexBlob, signature: ApexBlob, publicKey: ApexBlob): boolean {
  const digest = named(SIGNATURES, algorithm);
  try {
    const key = crypto.createPublicKey({ key: Buffer.from(publicKey.bytes), format: 'der', type: 'spki' });
    return crypto.verify(digest, data.bytes, key, signature.bytes);
  } catch (error) {
    return throwApex('System.InvalidParameterValueException', `Invalid public key: ${(error as Error).message}`);
  }
}

function verifyHmac(algorithm: string, data: ApexBlob, key: ApexBlob, expected: ApexBlob): boolean {
  const actual = mac(algorithm, data, key).bytes;
  return actual.length === expected.bytes.length && crypto.timingSafeEqual(actual, expected.bytes);
}

function generateAesKey(bits: number): ApexBlob {
  if (![128, 192, 256].includes(bits)) throwApex('System.InvalidParameterValueException', 'Invalid key size. Must be 128, 192 or 256.');
  return blob(crypto.randomBytes(bits / 8));
}

defineType({
  name: 'System.Crypto',
  statics: strict({
    decrypt,
    decryptWithManagedIV,
    encrypt,
    encryptWithManagedIV,
    generateAesKey,
    generateDigest: (algorithm: string, data: ApexBlob) => blob(crypto.createHash(named(DIGESTS, algorithm)).update(data.bytes).digest()),
    generateMac: mac,
    getRandomInteger: () => crypto.randomBytes(4).readInt32BE(),
    getRandomLong: () => crypto.randomBytes(8).readBigInt64BE(),
    sign,
    'verify(String,Blob,Blob,Blob)': verify,
    verifyHmac
  })
});
