import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import type { ReasonCode } from '../../src/documents/types.ts';
import { ciiInvoice, germanInvoice } from './invoices.ts';
import { pdfFile } from './pdf-file.ts';

export type Hostile = { name: string; bytes: Uint8Array; fileName?: string; expected: ReasonCode | readonly ReasonCode[] };

const text = (content: string): Uint8Array => Buffer.from(content);
const chunk = (type: string, data: Uint8Array): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, data, Buffer.alloc(4)]);
};
/** A PNG that states a size and holds next to nothing. */
function pngOf(width: number, height: number, data: Uint8Array = deflateSync(Buffer.alloc(64))): Buffer {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', size),
    chunk('IDAT', data),
    chunk('IEND', new Uint8Array())
  ]);
}
const jpegHead = (width: number, height: number): Buffer =>
  Buffer.from([
    0xff,
    0xd8,
    0xff,
    0xc0,
    0,
    17,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    3,
    1,
    0x11,
    0,
    2,
    0x11,
    0,
    3,
    0x11,
    0,
    0xff,
    0xd9
  ]);
const invoicePdf = (): Buffer => Buffer.from(pdfFile([{ texts: germanInvoice() }]));
const pages = (count: number): Uint8Array => pdfFile(Array.from({ length: count }, () => ({ texts: [{ text: 'page', x: 50, y: 50 }] })));
/** Streams that refer to themselves: a content stream as its own form, page trees in a ring. */
const ring = Buffer.from(
  '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 5 /Kids [2 0 R 2 0 R] /Parent 2 0 R >>\nendobj\ntrailer\n<< /Size 3 /Root 1 0 R >>\n%%EOF\n'
);
const flateBomb = (): Buffer => {
  const packed = deflateSync(Buffer.alloc(150 * 2 ** 20, '0 0 m '), { level: 9 });
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R >>\nendobj\n4 0 obj\n<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`
    ),
    packed,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Size 5 /Root 1 0 R >>\n%%EOF\n')
  ]);
};
const zipBomb = (name: string): Uint8Array =>
  zipSync({ '[Content_Types].xml': strToU8('<Types/>'), [name]: [new Uint8Array(120 * 2 ** 20), { level: 9 }] }, { level: 9 });

/** Files made to hurt a reader, each with the reason it must end in. */
export function hostileFiles(): Hostile[] {
  return [
    { name: 'an empty file', bytes: new Uint8Array(), expected: 'empty' },
    { name: 'a file over the limit', bytes: Buffer.alloc(13 * 2 ** 20, 'x'), expected: 'too_large' },
    { name: 'an encrypted PDF', bytes: pdfFile([{ texts: germanInvoice() }], { encrypted: true }), expected: 'encrypted' },
    { name: 'a PDF of 10,000 pages', bytes: pages(10_000), expected: 'too_many_pages' },
    { name: 'a PDF cut in half', bytes: invoicePdf().subarray(0, 300), expected: ['malformed', 'no_text_found'] },
    {
      name: 'a PDF of random bytes',
      bytes: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256))]),
      expected: 'malformed'
    },
    { name: 'a PDF whose page tree is a ring', bytes: ring, expected: ['malformed', 'no_text_found', 'pages_left_out'] },
    {
      name: 'a PDF whose stream unpacks to 150 MB',
      bytes: flateBomb(),
      expected: ['no_text_found', 'out_of_memory', 'timed_out', 'malformed', 'reader_failed']
    },
    {
      name: 'a PDF page of a kilometre',
      bytes: pdfFile([{ width: 3_000_000, height: 3_000_000 }]),
      expected: ['no_text_found', 'too_many_pixels', 'malformed']
    },
    {
      name: 'a PDF with a script',
      bytes: pdfFile([{ texts: germanInvoice() }], { script: 'app.alert("x"); while (true) {}' }),
      expected: 'script_ignored'
    },
    {
      name: 'a PDF with a program attached',
      bytes: pdfFile([{ texts: germanInvoice() }], { attachments: [{ name: 'setup.exe', bytes: text('MZ…') }] }),
      expected: 'attachment_ignored'
    },
    {
      name: 'a PDF whose XML defines entities',
      bytes: pdfFile([{ texts: germanInvoice() }], {
        attachments: [{ name: 'factur-x.xml', bytes: text('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>') }]
      }),
      expected: 'external_entities'
    },
    {
      name: 'a PDF whose XML is broken',
      bytes: pdfFile([{ texts: germanInvoice() }], { attachments: [{ name: 'factur-x.xml', bytes: text('<a><b></a>') }] }),
      expected: 'malformed'
    },
    {
      name: 'a PDF behind a web page',
      bytes: Buffer.concat([text('#!/bin/sh <script>alert(1)</script> '), invoicePdf()]),
      expected: 'polyglot'
    },
    {
      name: 'an archive behind a PDF',
      bytes: Buffer.concat([invoicePdf(), Buffer.alloc(5000, ' '), Buffer.from(zipSync({ 'a.txt': strToU8('x') }))]),
      expected: 'polyglot'
    },
    { name: 'a PDF named as a picture', bytes: invoicePdf(), fileName: 'scan.jpg', expected: 'wrong_extension' },
    {
      name: 'XML with a billion laughs',
      bytes: text('<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]><lolz>&lol2;</lolz>'),
      expected: 'external_entities'
    },
    {
      name: 'XML that names a local file',
      bytes: text('<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>'),
      expected: 'external_entities'
    },
    { name: 'XML nested 100,000 deep', bytes: text('<a>'.repeat(100_000) + '</a>'.repeat(100_000)), expected: 'nested_too_deep' },
    { name: 'XML of 500,000 elements', bytes: text(`<r>${'<a/>'.repeat(500_000)}</r>`), expected: 'expands_too_much' },
    { name: 'XML cut in half', bytes: ciiInvoice().subarray(0, 1500), expected: 'malformed' },
    { name: 'XML that is no invoice', bytes: text('<?xml version="1.0"?><catalogue><item/></catalogue>'), expected: 'unknown_xml' },
    { name: 'a PNG that states 50,000 × 50,000', bytes: pngOf(50_000, 50_000), expected: 'too_many_pixels' },
    { name: 'a PNG with damaged data', bytes: pngOf(100, 100, text('not deflate')), expected: ['malformed', 'no_text_found'] },
    { name: 'a PNG of no size', bytes: pngOf(0, 0), expected: 'malformed' },
    { name: 'a JPEG that states 65,000 × 65,000', bytes: jpegHead(65_000, 65_000), expected: 'too_many_pixels' },
    { name: 'a JPEG that ends after its head', bytes: jpegHead(100, 100), expected: ['malformed', 'no_text_found'] },
    {
      name: 'a script behind a picture',
      bytes: Buffer.concat([jpegHead(100, 100), text(`<?php system($_GET["x"]); ?>${' '.repeat(100)}`)]),
      expected: 'polyglot'
    },
    {
      name: 'a TIFF whose directory points nowhere',
      bytes: Buffer.from([0x49, 0x49, 0x2a, 0, 0xff, 0xff, 0xff, 0x7f, 0, 0]),
      expected: 'malformed'
    },
    { name: 'a Word file that unpacks to 120 MB', bytes: zipBomb('word/document.xml'), expected: 'expands_too_much' },
    {
      name: 'a workbook that unpacks to 120 MB',
      bytes: zipSync({
        'xl/workbook.xml': strToU8('<workbook/>'),
        'xl/worksheets/sheet1.xml': [new Uint8Array(120 * 2 ** 20), { level: 9 }]
      }),
      expected: 'expands_too_much'
    },
    {
      name: 'a Word file of broken XML',
      bytes: zipSync({ 'word/document.xml': strToU8('<w:document><w:p></w:document>') }),
      expected: 'malformed'
    },
    {
      name: 'an archive cut in half',
      bytes: zipSync({ 'word/document.xml': strToU8('<w:document>'.repeat(2000)) }).slice(0, 80),
      expected: ['unsupported_format', 'malformed']
    },
    { name: 'a plain archive', bytes: zipSync({ 'evil.sh': strToU8('rm') }), expected: 'unsupported_format' },
    {
      name: 'a compound file (old or encrypted Office)',
      bytes: Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]),
      expected: 'encrypted'
    },
    { name: 'a program', bytes: Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01'), Buffer.alloc(300)]), expected: 'unsupported_format' },
    { name: 'a web page', bytes: text('<!DOCTYPE html><html><script>alert(1)</script></html>'), expected: 'unsupported_format' },
    {
      name: 'a mail of 3,000 nested parts',
      bytes: text(
        `From: a@b.c\r\nTo: d@e.f\r\nSubject: x\r\nMIME-Version: 1.0\r\n${Array.from({ length: 3000 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`).join('')}`
      ),
      expected: ['malformed', 'no_text_found']
    }
  ];
}
