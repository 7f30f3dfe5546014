import type { DocumentFormat } from './types.ts';

const ascii = (bytes: Uint8Array, from: number, to: number): string => Buffer.from(bytes.subarray(from, to)).toString('latin1');

/** Formats by what the file begins with; the name of a file says nothing here. */
export function sniff(bytes: Uint8Array): DocumentFormat {
  const head = ascii(bytes, 0, 16);
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp';
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'tiff';
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'gif';
  if (head.startsWith('BM') && bytes.length > 26 && bytes.length >= new DataView(bytes.buffer, bytes.byteOffset).getUint32(2, true))
    return 'bmp';
  if (head.slice(4, 8) === 'ftyp' && /^(heic|heix|hevc|heim|heis|mif1|msf1)/.test(head.slice(8, 12))) return 'heic';
  if (head.startsWith('PK\x03\x04')) return officeFormat(bytes);
  if (head.startsWith('\xd0\xcf\x11\xe0')) return 'unknown';
  // A PDF may begin with a few bytes of something else, but not with something that has a meaning of its own.
  const pdf = ascii(bytes, 0, 1024).indexOf('%PDF-');
  if (pdf === 0 || (pdf > 0 && !looksLikeMarkup(bytes))) return 'pdf';
  const text = plainText(bytes);
  if (text === null) return 'unknown';
  if (looksLikeMarkup(bytes)) return /^\s*<(!doctype html|html)/i.test(text) ? 'unknown' : 'xml';
  if (looksLikeMail(text)) return 'eml';
  if (looksLikeTable(text)) return 'csv';
  return 'text';
}

/** Names inside an archive's directory; the archive itself is unpacked later, under limits. */
function officeFormat(bytes: Uint8Array): DocumentFormat {
  const tail = ascii(bytes, Math.max(0, bytes.length - 65_536), bytes.length);
  if (tail.includes('word/document.xml')) return 'docx';
  if (tail.includes('xl/workbook.xml')) return 'xlsx';
  return 'unknown';
}

function looksLikeMarkup(bytes: Uint8Array): boolean {
  const start = decodeStart(bytes).trimStart();
  return start.startsWith('<?xml') || /^<[a-z_][\w.:-]*[\s>/]/i.test(start) || start.startsWith('<!--') || /^<!doctype/i.test(start);
}

function decodeStart(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 512);
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(head);
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head);
  return new TextDecoder('utf-8').decode(head).replace(/^\uFEFF/, '');
}

/** The first kilobytes as text, or null when they hold control characters that text does not have. */
function plainText(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return null;
  const head = bytes.subarray(0, 8192);
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return decodeStart(bytes);
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) return null;
  return new TextDecoder('utf-8').decode(head).replace(/^\uFEFF/, '');
}

const MAIL_HEADERS =
  /^(received|from|to|subject|date|message-id|mime-version|return-path|delivered-to|content-type|x-[\w-]+|reply-to|dkim-signature|cc):/i;
function looksLikeMail(text: string): boolean {
  const headers = text.split(/\r?\n\r?\n/, 1)[0]!.split(/\r?\n(?![ \t])/);
  return (
    headers.length >= 2 && headers.filter((line) => MAIL_HEADERS.test(line)).length >= 2 && headers.every((line) => /^[\w-]+:/.test(line))
  );
}

function looksLikeTable(text: string): boolean {
  const rows = text.split(/\r?\n/).slice(0, 20).filter(Boolean).slice(0, -1);
  return (
    rows.length >= 2 &&
    [',', ';', '\t'].some((separator) => {
      const counts = rows.map((row) => row.split(separator).length);
      return counts[0]! >= 2 && counts.every((count) => Math.abs(count - counts[0]!) <= 1);
    })
  );
}

const ENDINGS: Record<string, DocumentFormat> = {
  pdf: 'pdf',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  png: 'png',
  webp: 'webp',
  tif: 'tiff',
  tiff: 'tiff',
  bmp: 'bmp',
  gif: 'gif',
  heic: 'heic',
  heif: 'heic',
  xml: 'xml',
  docx: 'docx',
  xlsx: 'xlsx',
  csv: 'csv',
  eml: 'eml'
};

/** The format a file's name promises, null when its ending says nothing. */
export const promisedFormat = (fileName: string): DocumentFormat | null =>
  ENDINGS[/\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''] ?? null;

/** Another file inside or behind this one: what one program shows, another does not. Its name, or null. */
export function hiddenFormat(bytes: Uint8Array, format: DocumentFormat): string | null {
  if (format === 'pdf') {
    const before = ascii(bytes, 0, 1024);
    const at = before.indexOf('%PDF-');
    if (at > 0 && /<(html|script|svg|!doctype)|PK\x03\x04|^MZ|^\x7fELF|^#!/i.test(before.slice(0, at))) return 'content before the PDF';
    const end = lastIndexOf(bytes, '%%EOF');
    if (end >= 0 && bytes.length - end > 4096 && /PK\x03\x04|PK\x05\x06/.test(ascii(bytes, end, bytes.length)))
      return 'an archive behind the PDF';
    return null;
  }
  if (['jpeg', 'png', 'webp', 'gif', 'bmp', 'tiff'].includes(format)) {
    if (ascii(bytes, 0, 1024).includes('%PDF-')) return 'a PDF inside the picture';
    const end = format === 'png' ? lastIndexOf(bytes, 'IEND') + 8 : format === 'jpeg' ? lastIndexOf(bytes, '\xff\xd9') + 2 : 0;
    if (end > 8 && bytes.length - end > 64) {
      const rest = ascii(bytes, end, bytes.length);
      if (/PK\x03\x04|PK\x05\x06|%PDF-|<script|<html|<\?php|^MZ/i.test(rest)) return 'another file behind the picture';
    }
    if (format === 'gif' && /<script|<html/i.test(ascii(bytes, 0, 4096))) return 'a script inside the picture';
  }
  return null;
}

const lastIndexOf = (bytes: Uint8Array, text: string): number =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf(text, undefined, 'latin1');
