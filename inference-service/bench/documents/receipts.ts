import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inReadingOrder, lineOf } from '../../src/documents/layout/lines.ts';
import type { Page, TextLine } from '../../src/documents/types.ts';

export type ReceiptTruth = { company: string; date: string; address: string; total: string };
export type Receipt = { key: string; truth: ReceiptTruth; pages: Page[] };

type Row = {
  key: string;
  image_size: { width: number; height: number };
  entities: Partial<ReceiptTruth>;
  words: string[];
  bboxes: [number, number, number, number][];
};

/** Receipts with perfect text (receipts-text/train300.jsonl). */
export function receiptsFrom(file: string): Receipt[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const row = JSON.parse(line) as Row;
      const lines = row.words.map((text, i) => textLine(text, row.bboxes[i]!)).filter((each) => each !== null);
      const page: Page = {
        number: 1,
        width: row.image_size.width,
        height: row.image_size.height,
        unit: 'px',
        turned: 0,
        source: 'ocr',
        lines: inReadingOrder(lines)
      };
      return { key: row.key, truth: { company: '', date: '', address: '', total: '', ...row.entities }, pages: [page] };
    });
}

/** A line of known words: their boxes are as wide as their share of the characters. */
export function textLine(text: string, [x1, y1, x2, y2]: readonly [number, number, number, number]): TextLine | null {
  const words = text.split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const length = words.reduce((total, word) => total + word.length + 1, -1);
  const unit = (x2 - x1) / Math.max(1, length);
  let at = 0;
  return lineOf(
    words.map((word) => {
      const token = { text: word, box: { x: x1 + at * unit, y: y1, width: word.length * unit, height: y2 - y1 }, confidence: 1 };
      at += word.length + 1;
      return token;
    })
  );
}

/** How the fields are compared: without regard to case and blanks. */
export const compact = (text: string): string => text.replace(/\s+/g, '').toLowerCase();
/** Receipts of one shop never stand on both sides of a fold. */
export const shopOf = ({ truth }: Pick<Receipt, 'truth'>): string =>
  truth.company
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 14);

export type ImageTruth = ReceiptTruth & { id: string; file: string };

/** The four fields of each receipt picture (receipts-images). */
export function imageTruths(folder: string): ImageTruth[] {
  const images = join(folder, 'receipts-images');
  return readdirSync(join(images, 'key'))
    .sort()
    .map((name) => {
      const id = name.replace('.json', '');
      return {
        company: '',
        date: '',
        address: '',
        total: '',
        ...(JSON.parse(readFileSync(join(images, 'key', name), 'utf8')) as Partial<ReceiptTruth>),
        id,
        file: join(images, 'img', `${id}.jpg`)
      };
    });
}
