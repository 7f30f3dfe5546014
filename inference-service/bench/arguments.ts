import { cpus } from 'node:os';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** Folder with the measuring data, laid out as its README says; the bench names what it does not find. */
export function dataFolder(): string {
  const { values } = parseArgs({ options: { data: { type: 'string' } }, allowPositionals: true });
  if (values.data === undefined) {
    console.error('--data FOLDER is needed: the folder with the measuring data');
    process.exit(2);
  }
  return values.data;
}

export function dataFile(folder: string, path: string): string {
  const file = join(folder, path);
  if (!existsSync(file)) {
    console.error(`${file} does not exist`);
    process.exit(2);
  }
  return file;
}

export interface Figure {
  figure: string;
  ours: string | number;
  target?: string;
  reference?: string;
}

/** A table for people, then the same as one line of JSON for machines. */
export function printFigures(bench: string, figures: readonly Figure[]): void {
  const columns = ['figure', 'ours', 'target', 'reference'] as const;
  const lines = [[...columns], ...figures.map((row) => columns.map((column) => String(row[column] ?? '')))];
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)));
  for (const line of lines)
    console.log(
      line
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join('  ')
        .trimEnd()
    );
  console.log(JSON.stringify({ bench, machine: { cpu: cpus()[0]?.model ?? 'unknown', node: process.version }, figures }));
}

/** Processor seconds used so far: figures hold on a busy machine, where wall-clock time would not. */
export const processorSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
export const since = (from: number): number => Math.round((processorSeconds() - from) * 1000) / 1000;
