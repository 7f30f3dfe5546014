import { getDocumentProxy } from 'unpdf';
import { Unreadable } from './reasons.ts';
import type { Block } from './blocks.ts';

const MOST_PAGES = 1000;
/** Letters this much larger than most are a heading. */
const HEADING_FROM = 1.18;
const LONGEST_HEADING = 120;

type Line = { text: string; size: number; x: number; y: number; page: number };

/** Paragraphs and headings of a PDF's text layer, each with its page. Lines that stand on most pages, as page heads do, are left out. */
export async function pdfBlocks(bytes: Uint8Array): Promise<Block[]> {
  const lines: Line[] = [];
  let pages: number;
  try {
    // A copy: the parser takes the buffer away from its owner.
    const document = await getDocumentProxy(bytes.slice(), { isEvalSupported: false, verbosity: 0, stopAtErrors: false });
    pages = document.numPages;
    if (pages > MOST_PAGES) throw new Unreadable('too-large');
    for (let number = 1; number <= pages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      lines.push(...linesOf(items as TextPiece[], number));
      page.cleanup();
    }
    await document.loadingTask.destroy();
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable((error as Error).name === 'PasswordException' ? 'encrypted' : 'malformed');
  }
  return blocksOf(lines, pages);
}

type TextPiece = { str: string; transform: number[]; width: number; height: number; hasEOL: boolean };

function linesOf(pieces: readonly TextPiece[], page: number): Line[] {
  const lines: (Line & { end: number })[] = [];
  for (const { str, transform, width, height } of pieces) {
    if (str === undefined || str.trim() === '') continue;
    const [x, y] = [transform[4]!, transform[5]!];
    const size = height || Math.hypot(transform[2]!, transform[3]!);
    const last = lines.at(-1);
    if (last && Math.abs(last.y - y) < size * 0.4 && x >= last.x) {
      const gap = x - last.end;
      last.text += gap > size * 2.5 ? ` | ${str}` : gap > size * 0.15 ? ` ${str}` : str;
      last.end = x + width;
      last.size = Math.max(last.size, size);
    } else lines.push({ text: str, size, x, y, page, end: x + width });
  }
  return lines;
}

function blocksOf(lines: readonly Line[], pages: number): Block[] {
  const body = median(lines.flatMap(({ size, text }) => Array<number>(Math.ceil(text.length / 20)).fill(size)));
  const repeated = repeatedLines(lines, pages);
  const sizes = [...new Set(lines.filter(({ size }) => size >= body * HEADING_FROM).map(({ size }) => Math.round(size)))].sort(
    (a, b) => b - a
  );
  const blocks: Block[] = [];
  let last: Line | undefined;
  for (const line of lines) {
    if (repeated.has(patternOf(line.text))) continue;
    const isHeading = line.size >= body * HEADING_FROM && line.text.length <= LONGEST_HEADING;
    const place = { page: line.page };
    const open = blocks.at(-1);
    const continues = open && last && last.page === line.page && last.y - line.y > 0 && last.y - line.y < line.size * 1.9;
    if (isHeading) {
      const level = Math.min(sizes.indexOf(Math.round(line.size)) + 1 || 1, 6);
      if (continues && open.level === level) open.text += ` ${line.text}`;
      else blocks.push({ text: line.text, level, place });
    } else if (continues && open.level === undefined) open.text = joined(open.text, line.text);
    else blocks.push({ text: line.text, place });
    last = line;
  }
  return blocks;
}

/** A word that was divided at the end of a line is put together; before a capital the hyphen belongs to it. */
function joined(text: string, next: string): string {
  if (/\p{Ll}[-\u00ad\u2010]$/u.test(text)) return /^\p{Ll}/u.test(next) ? text.slice(0, -1) + next : text + next;
  return `${text} ${next}`;
}

const patternOf = (text: string): string => text.replace(/\d+/g, '#').trim();

function repeatedLines(lines: readonly Line[], pages: number): Set<string> {
  if (pages < 3) return new Set();
  const seen = new Map<string, Set<number>>();
  for (const { text, page } of lines) {
    const key = patternOf(text);
    const on = seen.get(key);
    if (on) on.add(page);
    else seen.set(key, new Set([page]));
  }
  return new Set([...seen].filter(([, on]) => on.size >= Math.max(3, pages * 0.6)).map(([key]) => key));
}

function median(values: number[]): number {
  values.sort((a, b) => a - b);
  return values[values.length >> 1] ?? 0;
}
