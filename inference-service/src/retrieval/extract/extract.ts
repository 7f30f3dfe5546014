import { detectLanguage, type Language } from '../analysis/language.ts';
import type { Passage } from '../types.ts';
import { passagesOf, tidy, type Block } from './blocks.ts';
import { captionBlocks } from './captions.ts';
import { htmlBlocks, markdownBlocks } from './html.ts';
import { docxBlocks, openOffice, pptxBlocks, xlsxBlocks } from './office.ts';
import { pdfBlocks } from './pdf.ts';
import { Unreadable, type UnreadableReason } from './reasons.ts';

export type FileKind = 'pdf' | 'docx' | 'pptx' | 'xlsx' | 'html' | 'markdown' | 'captions' | 'text';

/** What the sender says of a file. Its content decides; this only tells Markdown from plain text. */
export type FileHint = { name?: string; type?: string };

export type Extraction = { kind?: FileKind; title?: string; language?: Language; passages: Passage[]; reason?: UnreadableReason };

const MOST_BYTES = 40 * 1024 * 1024;
const MOST_LETTERS = 5_000_000;

/** Passages of a file with their places. What cannot be read says why; only a fault of this code throws. */
export async function extractPassages(bytes: Uint8Array, hint: FileHint = {}): Promise<Extraction> {
  try {
    if (bytes.length === 0) throw new Unreadable('empty');
    if (bytes.length > MOST_BYTES) throw new Unreadable('too-large');
    const { kind, title, blocks } = await read(bytes, hint);
    if (blocks.reduce((sum, { text }) => sum + text.length, 0) > MOST_LETTERS) throw new Unreadable('too-large');
    const passages = passagesOf(blocks);
    if (passages.length === 0) return { kind, passages, reason: 'no-text' };
    const heading = tidy(title ?? '') || passages[0]!.headings?.[0];
    const language = detectLanguage(
      passages
        .slice(0, 8)
        .map(({ text }) => text)
        .join('\n')
    );
    return { kind, language, passages, ...(heading && { title: heading }) };
  } catch (error) {
    if (error instanceof Unreadable) return { passages: [], reason: error.reason };
    throw error;
  }
}

async function read(bytes: Uint8Array, hint: FileHint): Promise<{ kind: FileKind; title?: string; blocks: Block[] }> {
  // Some writers put a few bytes before the mark; readers look for it in the first kilobyte.
  if (ascii(bytes, 1024).includes('%PDF-')) return { kind: 'pdf', blocks: await pdfBlocks(bytes) };
  if (starts(bytes, [0x50, 0x4b])) {
    const { kind, parts } = openOffice(bytes);
    const blocks = kind === 'docx' ? docxBlocks(parts) : kind === 'pptx' ? pptxBlocks(parts) : xlsxBlocks(parts);
    return { kind, blocks, title: coreTitle(parts.get('docProps/core.xml')) };
  }
  // The container of old Office files, and of new ones that a password protects.
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new Unreadable(isEncryptedPackage(bytes) ? 'encrypted' : 'unsupported');
  const text = decoded(bytes);
  const head = text.slice(0, 1000).trimStart();
  if (/^WEBVTT\b/.test(head) || /^\d+\s*\r?\n\d\d:\d\d:\d\d,\d{3} -->/.test(head)) return { kind: 'captions', blocks: captionBlocks(text) };
  if (/^(?:<!doctype html|<html|<head|<body|<\?xml[^>]*>\s*<(?:!doctype )?html)/i.test(head) || /html/i.test(hint.type ?? ''))
    return { kind: 'html', ...htmlBlocks(text) };
  if (/\.(?:md|markdown)$/i.test(hint.name ?? '') || /markdown/i.test(hint.type ?? ''))
    return { kind: 'markdown', ...markdownBlocks(text) };
  return { kind: 'text', blocks: text.split(/\r?\n\s*\r?\n/).map((paragraph) => ({ text: paragraph })) };
}

function coreTitle(xml: string | undefined): string | undefined {
  return /<dc:title>([^<]{1,300})<\/dc:title>/.exec(xml ?? '')?.[1]?.replace(/&amp;/g, '&');
}

/** UTF-8, UTF-16 with a mark, else the Western code page. What has zeros in it is no text. */
function decoded(bytes: Uint8Array): string {
  if (starts(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (starts(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 4096).includes(0)) throw new Unreadable('unsupported');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function isEncryptedPackage(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

const starts = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, i) => bytes[i] === byte);
const ascii = (bytes: Uint8Array, length: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.length)).toString('latin1');
