import { linesFromCharacters, type Character } from '../layout/lines.ts';
import type { Page } from '../types.ts';
import type { PdfPage } from './pdfium.ts';

/** PageToDevice works in whole units; this many of them a point keep a hundredth of a point. */
const FINE = 100;
const MOST_CHARACTERS = 100_000;

/**
 * Text of a page with its positions, on the upright page: the page's own rotation is undone, and when most text runs in another
 * direction the page is turned until it reads left to right. Text outside the page is not read: nobody sees it.
 */
export function textOfPage(page: PdfPage): Page {
  const { module, handle, number, width, height } = page;
  const text = module._FPDFText_LoadPage(handle);
  const scratch = module.wasmExports.malloc(64);
  const characters: Character[] = [];
  let afterBlank = false;
  try {
    const place = deviceTransform(page, scratch);
    const count = text === 0 ? 0 : Math.min(module._FPDFText_CountChars(text), MOST_CHARACTERS);
    for (let i = 0; i < count; i += 1) {
      const code = module._FPDFText_GetUnicode(text, i);
      if (code === 0 || code === 0xfffe || code === 0xffff) continue;
      const character = code === 2 ? '-' : String.fromCodePoint(code);
      if (character.trim() === '') {
        afterBlank = true;
        continue;
      }
      // The loose box is as wide as the character's advance and as high as its font: gaps between them are gaps of the text.
      if (module._FPDFText_GetLooseCharBox(text, i, scratch) === 0) continue;
      const [left, top, right, bottom] = module.HEAPF32.subarray(scratch >> 2, (scratch >> 2) + 4) as unknown as [
        number,
        number,
        number,
        number
      ];
      const [ax, ay] = place(left, bottom);
      const [bx, by] = place(right, top);
      const box = { x: Math.min(ax, bx), y: Math.min(ay, by), width: Math.abs(ax - bx), height: Math.abs(ay - by) };
      if (box.x > width || box.y > height || box.x + box.width < 0 || box.y + box.height < 0) continue;
      characters.push({ text: character, box, size: 0, quarter: 0, afterBlank });
      afterBlank = false;
    }
  } finally {
    if (text !== 0) module._FPDFText_ClosePage(text);
    module.wasmExports.free(scratch);
  }
  const main = directions(characters);
  const upright = turnCharacters(characters, main, width, height);
  // Text that runs downwards stands upright after three quarters clockwise.
  const turned = ([0, 270, 180, 90] as const)[main]!;
  const [w, h] = main % 2 === 1 ? [height, width] : [width, height];
  return { number, width: w, height: h, unit: 'pt', turned, source: 'text', lines: linesFromCharacters(upright) };
}

/** The map from PDF space (origin bottom left, unrotated) to the page as shown (origin top left), read off three points. */
function deviceTransform({ module, handle, width, height }: PdfPage, scratch: number): (x: number, y: number) => [number, number] {
  const device = (x: number, y: number): [number, number] => {
    module._FPDF_PageToDevice(handle, 0, 0, Math.round(width * FINE), Math.round(height * FINE), 0, x, y, scratch, scratch + 4);
    return [module.HEAP32[scratch >> 2]! / FINE, module.HEAP32[(scratch >> 2) + 1]! / FINE];
  };
  const [ox, oy] = device(0, 0);
  const [xx, xy] = device(1000, 0);
  const [yx, yy] = device(0, 1000);
  return (x, y) => [ox + ((xx - ox) * x + (yx - ox) * y) / 1000, oy + ((xy - oy) * x + (yy - oy) * y) / 1000];
}

/**
 * Which way each character's run goes as the page is shown (0 right, 1 down, 2 left, 3 up), by its neighbour in the run; the direction of
 * most is returned. A character alone goes with most.
 */
function directions(characters: Character[]): number {
  const counts = [0, 0, 0, 0];
  const step = (a: Character, b: Character): number | null => {
    const [dx, dy] = [b.box.x + b.box.width / 2 - a.box.x - a.box.width / 2, b.box.y + b.box.height / 2 - a.box.y - a.box.height / 2];
    const near = 1.2 * Math.max(a.box.width, a.box.height, b.box.width, b.box.height);
    if (Math.hypot(dx, dy) > near || Math.abs(Math.abs(dx) - Math.abs(dy)) < 0.3 * Math.hypot(dx, dy)) return null;
    return Math.abs(dx) > Math.abs(dy) ? (dx > 0 ? 0 : 2) : dy > 0 ? 1 : 3;
  };
  const found = characters.map((each, i) => {
    const [before, after] = [characters[i - 1], characters[i + 1]];
    const direction = (before && step(before, each)) ?? (after ? step(each, after) : null);
    if (direction !== null) counts[direction]! += 1;
    return direction;
  });
  const main = counts.indexOf(Math.max(...counts));
  characters.forEach((each, i) => {
    each.quarter = found[i] ?? main;
    each.size = each.quarter % 2 === 1 ? each.box.width : each.box.height;
  });
  return main;
}

/** Text in a second direction (a stamp along the margin) is left out: it would only cut through lines. */
function turnCharacters(characters: readonly Character[], quarter: number, width: number, height: number): Character[] {
  const main = characters.filter((character) => character.quarter === quarter);
  if (quarter === 0) return main;
  return main.map((character) => {
    const { x, y, width: w, height: h } = character.box;
    const box =
      quarter === 1
        ? { x: y, y: width - x - w, width: h, height: w }
        : quarter === 2
          ? { x: width - x - w, y: height - y - h, width: w, height: h }
          : { x: height - y - h, y: x, width: h, height: w };
    return { ...character, box };
  });
}
