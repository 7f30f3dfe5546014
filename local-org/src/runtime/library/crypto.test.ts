import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { call, callStatic, thrown } from '../test-support.ts';
import { ApexBlob } from '../values/blob.ts';

const blob = (text: string): ApexBlob => ApexBlob.fromString(text);
const hex = (value: unknown): unknown => callStatic('System.EncodingUtil', 'convertToHex', value);
const cryptoCall = (name: string, ...args: unknown[]): unknown => callStatic('System.Crypto', name, ...args);

describe('Crypto', () => {
  it('digests and signs by key as published vectors say', () => {
    expect(hex(cryptoCall('generateDigest', 'MD5', blob('abc')))).toBe('900150983cd24fb0d6963f7d28e17f72');
    expect(hex(cryptoCall('generateDigest', 'SHA-256', blob('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    );
    expect(hex(cryptoCall('generateMac', 'hmacSHA256', blob('what do ya want for nothing?'), blob('Jefe')))).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'
    );
  });

  it('decrypts what it encrypted, under a fresh vector each time', () => {
    const key = cryptoCall('generateAesKey', 256);
    const [first, second] = [1, 2].map(() => cryptoCall('encryptWithManagedIV', 'AES256', key, blob('secret'))) as ApexBlob[];
    expect(hex(first)).not.toBe(hex(second));
    expect(call('System.Blob', 'toString', cryptoCall('decryptWithManagedIV', 'AES256', key, first))).toBe('secret');
  });

  it('refuses wrong keys, sizes, data and algorithms', () => {
    const key = cryptoCall('generateAesKey', 128);
    const other = cryptoCall('generateAesKey', 256);
    const iv = blob('0123456789abcdef');
    expect(thrown(() => cryptoCall('encrypt', 'AES256', key, iv, blob('x')))).toBe(
      'System.InvalidParameterValueException: Invalid private key. Must be 32 bytes.'
    );
    expect(thrown(() => cryptoCall('encrypt', 'AES128', key, blob('short'), blob('x')))).toContain('Invalid initialization vector');
    expect(thrown(() => cryptoCall('decrypt', 'AES256', other, iv, blob('not a block')))).toContain('System.SecurityException');
    expect(thrown(() => cryptoCall('generateDigest', 'CRC', blob('x')))).toBe('System.NoSuchElementException: Invalid algorithm CRC');
    expect(thrown(() => cryptoCall('generateDigest', 'MD5', null))).toBe('System.NullPointerException: Argument cannot be null.');
  });

  it('signs with a private key what the public key verifies', () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const privateBlob = new ApexBlob(new Uint8Array(privateKey.export({ format: 'der', type: 'pkcs8' })));
    const publicBlob = new ApexBlob(new Uint8Array(publicKey.export({ format: 'der', type: 'spki' })));
    const signature = cryptoCall('sign', 'RSA-SHA256', blob('data'), privateBlob);
    const verify = (data: string): unknown =>
      callStatic('System.Crypto', 'verify(string,blob,blob,blob)', 'RSA-SHA256', blob(data), signature, publicBlob);
    expect([verify('data'), verify('Data')]).toEqual([true, false]);
  });
});

describe('EncodingUtil', () => {
  it('encodes for URLs as forms do', () => {
    expect(callStatic('System.EncodingUtil', 'urlEncode', 'a b&c=é*~', 'UTF-8')).toBe('a+b%26c%3D%C3%A9*%7E');
    expect(callStatic('System.EncodingUtil', 'urlDecode', 'a+b%26c%3D%C3%A9', 'UTF-8')).toBe('a b&c=é');
    expect(thrown(() => callStatic('System.EncodingUtil', 'urlDecode', '%zz', 'UTF-8'))).toContain('System.IllegalArgumentException');
  });

  it('round-trips base64 and hex', () => {
    expect(callStatic('System.EncodingUtil', 'base64Encode', blob('héllo'))).toBe('aMOpbGxv');
    expect(call('System.Blob', 'toString', callStatic('System.EncodingUtil', 'base64Decode', 'aMOpbGxv'))).toBe('héllo');
    expect(call('System.Blob', 'size', callStatic('System.EncodingUtil', 'convertFromHex', '00ff'))).toBe(2);
    expect(thrown(() => callStatic('System.EncodingUtil', 'convertFromHex', 'xyz'))).toContain('System.InvalidParameterValueException');
  });

  it('refuses to read bytes that are no text', () => {
    expect(thrown(() => call('System.Blob', 'toString', new ApexBlob(new Uint8Array([0xff, 0xfe]))))).toBe(
      'System.StringException: BLOB is not a valid UTF-8 string'
    );
  });
});
