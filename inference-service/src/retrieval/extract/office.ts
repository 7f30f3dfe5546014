import { Parser } from 'htmlparser2';
import { strFromU8 } from 'fflate';
import { unpack } from '../../documents/office/archive.ts';
import { Unreadable as DamagedArchive } from '../../documents/unreadable.ts';
import { Unreadable } from './reasons.ts';
import type { Block } from './blocks.ts';

/** Unpacked, all parts together. A deck of a hundred megabytes has its weight in pictures, which are not unpacked. */
const MOST_UNPACKED = 80 * 1024 * 1024;

export type Parts = Map<string, string>;

/** The XML of an Office file by name. Throws `Unreadable` on what is no such file, or unpacks to too much. */
export function openOffice(bytes: Uint8Array): { kind: 'docx' | 'pptx' | 'xlsx'; parts: Parts } {
  let files: Map<string, Uint8Array>;
  try {
    files = unpack(bytes, (name) => /\.(?:xml|rels)$/i.test(name), MOST_UNPACKED);
  } catch (error) {
    throw new Unreadable(error instanceof DamagedArchive && error.code === 'expands_too_much' ? 'too-large' : 'malformed');
  }
  if (files.size === 0) throw new Unreadable('malformed');
  const parts = new Map([...files].map(([name, data]) => [name, strFromU8(data)]));
  const kind = parts.has('word/document.xml')
    ? 'docx'
    : parts.has('ppt/presentation.xml')
      ? 'pptx'
      : parts.has('xl/workbook.xml')
        ? 'xlsx'
        : undefined;
  if (!kind) throw new Unreadable('unsupported');
  return { kind, parts };
}

type Visitor = {
  open?(name: string, attributes: Record<string, string>): void;
  text?(data: string): void;
  close?(name: string): void;
};

/** Names without their prefix: what a prefix is bound to differs between writers. */
function visitXml(xml: string, visitor: Visitor): void {
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const own: Record<string, string> = { ...attributes };
        for (const [key, value] of Object.entries(attributes)) own[local(key)] ??= value;
        visitor.open?.(local(name), own);
      },
      ontext: (data) => visitor.text?.(data),
      onclosetag: (name) => visitor.close?.(local(name))
    },
    { xmlMode: true, decodeEntities: true }
  );
  parser.end(xml);
}

/** Headings by outline level or by the built-in styles' names, which are English in every language of Word. */
export function docxBlocks(parts: Parts): Block[] {
  const levels = headingStyles(parts.get('word/styles.xml') ?? '');
  const blocks: Block[] = [];
  let page = 1;
  let paged = false;
  let text = '';
  let level: number | undefined;
  let reading = false;
  let vanished = false;
  let inRunProperties = false;
  let cells: string[] | undefined;
  visitXml(parts.get('word/document.xml')!, {
    open(name, attributes) {
      if (name === 'p') {
        text = '';
        level = undefined;
      } else if (name === 'pStyle') level = levels.get(attributes['val'] ?? '') ?? level;
      else if (name === 'outlineLvl') level = Number(attributes['val']) < 9 ? Number(attributes['val']) + 1 : level;
      else if (name === 'r') vanished = false;
      else if (name === 'rPr') inRunProperties = true;
      else if (name === 'vanish' && inRunProperties) vanished = attributes['val'] !== '0' && attributes['val'] !== 'false';
      else if (name === 't') reading = true;
      else if (name === 'tab' && !inRunProperties) text += ' ';
      else if (name === 'lastRenderedPageBreak' || (name === 'br' && attributes['type'] === 'page')) {
        // Word writes both for a break made by hand; the rendered one is counted.
        if (name === 'lastRenderedPageBreak') {
          page++;
          paged = true;
        }
      } else if (name === 'br' || name === 'cr') text += ' ';
      else if (name === 'tr') cells = [];
      else if (name === 'tc') cells?.push('');
    },
    text(data) {
      if (reading && !vanished) text += data;
    },
    close(name) {
      if (name === 't') reading = false;
      else if (name === 'rPr') inRunProperties = false;
      else if (name === 'p') {
        if (cells && cells.length > 0) cells[cells.length - 1] += ` ${text}`;
        else if (text.trim() !== '') blocks.push({ text, ...(level !== undefined && { level: Math.min(level, 6) }), place: { page } });
        text = '';
      } else if (name === 'tr') {
        const row = (cells ?? []).map((cell) => cell.trim()).filter(Boolean);
        if (row.length > 0) blocks.push({ text: row.join(' | '), place: { page } });
        cells = undefined;
      }
    }
  });
  return paged ? blocks : blocks.map(({ place: _, ...block }) => block);
}

function headingStyles(xml: string): Map<string, number> {
  const levels = new Map<string, number>();
  let style = '';
  visitXml(xml, {
    open(name, attributes) {
      if (name === 'style') style = attributes['styleId'] ?? '';
      const heading = name === 'name' ? /^heading (\d)$/i.exec(attributes['val'] ?? '') : null;
      if (heading) levels.set(style, Number(heading[1]));
      if (name === 'name' && /^title$/i.test(attributes['val'] ?? '')) levels.set(style, 1);
    }
  });
  return levels;
}

/** Slides in their order, each under its title; hidden ones and the speaker's notes are not for the reader. */
export function pptxBlocks(parts: Parts): Block[] {
  const targets = relations(parts.get('ppt/_rels/presentation.xml.rels') ?? '');
  const order: string[] = [];
  visitXml(parts.get('ppt/presentation.xml')!, {
    open(name, attributes) {
      if (name === 'sldId') order.push(targets.get(idOf(attributes)) ?? '');
    }
  });
  return order.flatMap((target, position) => {
    const xml = parts.get(`ppt/${target.replace(/^\/?(?:ppt\/)?/, '')}`);
    return xml === undefined ? [] : slideBlocks(xml, position + 1);
  });
}

/** The relationship's id, which has a prefix; the element may have an "id" of its own beside it. */
function idOf(attributes: Record<string, string>): string {
  return Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? attributes['id'] ?? '';
}

function slideBlocks(xml: string, slide: number): Block[] {
  const titles: Block[] = [];
  const blocks: Block[] = [];
  let isTitle = false;
  let reading = false;
  let hidden = false;
  let text = '';
  let cells: string[] | undefined;
  visitXml(xml, {
    open(name, attributes) {
      if (name === 'sld') hidden = attributes['show'] === '0' || attributes['show'] === 'false';
      else if (name === 'sp') isTitle = false;
      else if (name === 'ph') isTitle = /^(?:title|ctrTitle)$/.test(attributes['type'] ?? '');
      else if (name === 't') reading = true;
      else if (name === 'br') text += ' ';
      else if (name === 'tr') cells = [];
    },
    text(data) {
      if (reading) text += data;
    },
    close(name) {
      if (name === 't') reading = false;
      else if (name === 'p') {
        if (cells) cells.push(text.trim());
        else if (text.trim() !== '') (isTitle ? titles : blocks).push({ text, place: { slide } });
        text = '';
      } else if (name === 'tr') {
        const row = (cells ?? []).filter(Boolean);
        if (row.length > 0) blocks.push({ text: row.join(' | '), place: { slide } });
        cells = undefined;
      }
    }
  });
  if (hidden) return [];
  const title = titles.map((block) => block.text).join(' ');
  return [{ text: title, level: 1, place: { slide } }, ...blocks];
}

function relations(xml: string): Map<string, string> {
  const targets = new Map<string, string>();
  visitXml(xml, {
    open(name, attributes) {
      if (name === 'Relationship') targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '');
    }
  });
  return targets;
}

/** Rows of the shown sheets, each with the names its columns have in the first row. */
export function xlsxBlocks(parts: Parts): Block[] {
  const shared = sharedTexts(parts.get('xl/sharedStrings.xml') ?? '');
  const targets = relations(parts.get('xl/_rels/workbook.xml.rels') ?? '');
  const sheets: { name: string; target: string }[] = [];
  visitXml(parts.get('xl/workbook.xml')!, {
    open(name, attributes) {
      if (name === 'sheet' && !/hidden/i.test(attributes['state'] ?? ''))
        sheets.push({ name: attributes['name'] ?? '', target: targets.get(idOf(attributes)) ?? '' });
    }
  });
  return sheets.flatMap(({ name, target }) => {
    const xml = parts.get(`xl/${target.replace(/^\/?(?:xl\/)?/, '')}`);
    return xml === undefined ? [] : [{ text: name, level: 1, place: { sheet: name } }, ...rowBlocks(xml, shared, name)];
  });
}

function rowBlocks(xml: string, shared: readonly string[], sheet: string): Block[] {
  const blocks: Block[] = [];
  let names: Map<string, string> | undefined;
  let row = new Map<string, string>();
  let column = '';
  let type = '';
  let value = '';
  let reading = false;
  visitXml(xml, {
    open(name, attributes) {
      if (name === 'row') row = new Map();
      else if (name === 'c') {
        column = (attributes['r'] ?? '').replace(/\d+$/, '') || String(row.size);
        type = attributes['t'] ?? '';
        value = '';
      } else if (name === 'v' || name === 't') reading = true;
    },
    text(data) {
      if (reading) value += data;
    },
    close(name) {
      if (name === 'v' || name === 't') reading = false;
      else if (name === 'c') {
        const text = (type === 's' ? (shared[Number(value)] ?? '') : value).trim();
        if (text !== '') row.set(column, text);
      } else if (name === 'row' && row.size > 0) {
        const cells = [...row].map(([key, text]) => {
          const label = names?.get(key);
          return label === undefined ? text : `${label}: ${text}`;
        });
        blocks.push({ text: cells.join(' | '), place: { sheet } });
        if (!names && row.size > 1 && [...row.values()].every((text) => !/^[-+\d.,%]+$/.test(text))) names = row;
      }
    }
  });
  return blocks;
}

function sharedTexts(xml: string): string[] {
  const texts: string[] = [];
  let reading = false;
  let phonetic = false;
  visitXml(xml, {
    open(name) {
      if (name === 'si') texts.push('');
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') reading = true;
    },
    text(data) {
      if (reading && !phonetic) texts[texts.length - 1] += data;
    },
    close(name) {
      if (name === 't') reading = false;
      else if (name === 'rPh') phonetic = false;
    }
  });
  return texts;
}
