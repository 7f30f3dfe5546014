import type { AnalysedItem } from '../index/analysed.ts';

/** Raised when the way texts are cut into words changes: what was cut otherwise is cut again as it is read. */
export const ANALYSIS_VERSION = 1;

type Stored = Omit<AnalysedItem, 'units'> & { version: number; units: string[] };

/** One text for both databases: the streams of words as base64 of their four-byte numbers, least byte first. */
export function encode(analysed: AnalysedItem): string {
  const units = analysed.units.map((unit) => Buffer.from(unit.buffer, unit.byteOffset, unit.byteLength).toString('base64'));
  return JSON.stringify({ ...analysed, version: ANALYSIS_VERSION, units } satisfies Stored);
}

/** Undefined when it was cut by another version of the analysis; its `item` is then what to cut again. */
export function decode(text: string): { analysed?: AnalysedItem; item: AnalysedItem['item'] } {
  const { version, units, ...rest } = JSON.parse(text) as Stored;
  if (version !== ANALYSIS_VERSION) return { item: rest.item };
  const streams = units.map((unit) => {
    const bytes = Buffer.from(unit, 'base64');
    const stream = new Int32Array(bytes.length / 4);
    bytes.copy(new Uint8Array(stream.buffer));
    return stream;
  });
  return { analysed: { ...rest, units: streams }, item: rest.item };
}
