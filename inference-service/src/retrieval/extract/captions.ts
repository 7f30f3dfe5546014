import type { Block } from './blocks.ts';

/** Captions are put together until this many letters or seconds, so that a passage is a thought and still a place to jump to. */
const LETTERS = 500;
const SECONDS = 60;
const TIME = /(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{3})/;
const CUE = new RegExp(`^${TIME.source}\\s+-->\\s+${TIME.source}`);

/** WebVTT, and SubRip, which differs in the comma only. Lines that a rolling caption repeats are taken once. */
export function captionBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let open: { texts: string[]; letters: number; from: number } | undefined;
  let last = '';
  for (const paragraph of text.replaceAll('\r\n', '\n').split(/\n{2,}/)) {
    const lines = paragraph.split('\n');
    const at = lines.findIndex((line) => CUE.test(line));
    // Everything without a time is header, note, style or region.
    if (at < 0) continue;
    const from = seconds(lines[at]!);
    for (const line of lines.slice(at + 1)) {
      const said = line
        .replace(/<[^>]*>/g, '')
        .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, name: string) => ENTITIES[name]!)
        .trim();
      if (said === '' || said === last) continue;
      last = said;
      if (open && (open.letters > LETTERS || from - open.from > SECONDS)) {
        blocks.push({ text: open.texts.join(' '), place: { seconds: open.from } });
        open = undefined;
      }
      open ??= { texts: [], letters: 0, from: Math.floor(from) };
      open.texts.push(said);
      open.letters += said.length;
    }
  }
  if (open) blocks.push({ text: open.texts.join(' '), place: { seconds: open.from } });
  return blocks;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '' };

function seconds(line: string): number {
  const [, hours = '0', minutes, rest] = TIME.exec(line)!;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
}
