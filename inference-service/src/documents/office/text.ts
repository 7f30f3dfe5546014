import { parse } from 'csv-parse/sync';
import PostalMime from 'postal-mime';
import { Unreadable } from '../unreadable.ts';
import { children, ownText, parseXml, textAt, type XmlNode } from '../xml/tree.ts';
import { unpack } from './archive.ts';

const MOST_ROWS = 20_000;
const MOST_COLUMNS = 200;

/** What a file of words or numbers says, row by row; cells of a row are separate. Proof of performance comes in these forms. */
export type PlainRows = string[][];

export function readDocx(bytes: Uint8Array, limit: number): PlainRows {
  const parts = unpack(bytes, (name) => name === 'word/document.xml' || name === 'EncryptedPackage', limit);
  const xml = parts.get('word/document.xml');
  if (!xml) throw new Unreadable('malformed', 'The document has no text part');
  const { node } = parseOrdered(xml);
  return node;
}

/** Paragraphs and table rows in their order: walked in the text, for a tree by name loses the order of unlike siblings. */
function parseOrdered(bytes: Uint8Array): { node: PlainRows } {
  parseXml(bytes);
  const text = new TextDecoder().decode(bytes);
  const rows: PlainRows = [];
  let cells: string[] | null = null;
  let current = '';
  for (const [, tag, plain] of text.matchAll(/<(\/?w:(?:p|t|tab|br|tr|tc)(?:\s[^>]*)?\/?)>|([^<>]+)(?=<\/w:t>)/g)) {
    if (plain !== undefined) {
      current += decodeEntities(plain);
      continue;
    }
    const name = /^\/?w:(\w+)/.exec(tag!)![1];
    const closes = tag!.startsWith('/');
    if (name === 'tab' || name === 'br') current += ' ';
    else if (name === 'tr' && !closes) cells = [];
    else if (name === 'tc' && closes) {
      cells?.push(current.trim());
      current = '';
    } else if (name === 'tr' && closes) {
      if (cells && cells.some(Boolean)) rows.push(cells);
      cells = null;
    } else if (name === 'p' && closes) {
      if (cells) current += ' ';
      else {
        if (current.trim() !== '') rows.push([current.trim()]);
        current = '';
      }
    }
    if (rows.length > MOST_ROWS) break;
  }
  return { node: rows };
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decodeEntities = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex: string, decimal: string, name: string) => {
    if (name) return ENTITIES[name] ?? whole;
    const code = parseInt(hex ?? decimal, hex ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

export function readXlsx(bytes: Uint8Array, limit: number): PlainRows {
  const parts = unpack(bytes, (name) => /^xl\/(sharedStrings|worksheets\/sheet\d+)\.xml$/.test(name), limit);
  const shared = parts.get('xl/sharedStrings.xml');
  const strings = shared ? children(parseXml(shared).node, 'si').map(allText) : [];
  const rows: PlainRows = [];
  const sheets = [...parts.keys()]
    .filter((name) => name.includes('worksheets'))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  if (sheets.length === 0) throw new Unreadable('malformed', 'The workbook has no sheet');
  for (const sheet of sheets) {
    for (const row of children(parseXml(parts.get(sheet)!).node, 'sheetData', 'row')) {
      const cells = children(row, 'c')
        .slice(0, MOST_COLUMNS)
        .map((cell) => cellText(cell, strings));
      if (cells.some(Boolean)) rows.push(cells);
      if (rows.length >= MOST_ROWS) return rows;
    }
  }
  return rows;
}

function cellText(cell: XmlNode, strings: readonly string[]): string {
  const type = cell['@t'];
  if (type === 'inlineStr') return children(cell, 'is').map(allText).join('');
  const value = textAt(cell, 'v') ?? '';
  return type === 's' ? (strings[Number(value)] ?? '') : value;
}

const allText = (node: XmlNode): string => [...children(node, 't'), ...children(node, 'r', 't')].map(ownText).join('');

export function readCsv(bytes: Uint8Array): PlainRows {
  const text = new TextDecoder().decode(bytes).replace(/^\uFEFF/, '');
  const first = text.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = [';', '\t', ','].reduce((best, each) => (first.split(each).length > first.split(best).length ? each : best), ',');
  try {
    const rows = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to_line: MOST_ROWS,
      max_record_size: 1_000_000
    });
    return (rows as string[][]).map((row) => row.slice(0, MOST_COLUMNS));
  } catch {
    throw new Unreadable('malformed', 'The table cannot be parsed');
  }
}

export type MailParts = { rows: PlainRows; attachments: { name: string; bytes: Uint8Array }[] };

/** Sender, date, subject and text of a mail; HTML counts only when there is no plain text, without its tags. */
export async function readMail(bytes: Uint8Array): Promise<MailParts> {
  let mail: Awaited<ReturnType<PostalMime['parse']>>;
  try {
    mail = await PostalMime.parse(bytes, { maxNestingDepth: 20, maxHeadersSize: 1_000_000 });
  } catch {
    throw new Unreadable('malformed', 'The mail cannot be parsed');
  }
  const body = mail.text ?? withoutTags(mail.html ?? '');
  const rows: PlainRows = [
    ...[
      mail.from?.address && [`From: ${mail.from.name ?? ''} <${mail.from.address}>`],
      mail.date && [`Date: ${mail.date}`],
      mail.subject && [mail.subject]
    ].filter((row): row is string[] => Array.isArray(row)),
    ...body
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean)
      .slice(0, MOST_ROWS)
      .map((line) => [line])
  ];
  const attachments = mail.attachments.slice(0, 20).map(({ filename, content }) => ({
    name: filename ?? '',
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content as ArrayBuffer)
  }));
  return { rows, attachments };
}

const withoutTags = (html: string): string =>
  decodeEntities(
    html
      .slice(0, 2_000_000)
      .replace(/<(script|style)[\s\S]*?<\/\1>/gi, ' ')
      .replace(/<(br|\/p|\/div|\/tr|\/li)\b[^>]*>/gi, '\n')
      .replace(/<[^>]*>/g, ' ')
  );

export function readPlain(bytes: Uint8Array): PlainRows {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const text = new TextDecoder(utf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, MOST_ROWS)
    .map((line) => [line]);
}
