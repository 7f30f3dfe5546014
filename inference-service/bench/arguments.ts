import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** Folder with the measuring data, laid out as its README says; the bench names what it does not find. */
export function dataFolder(): string {
  const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string' } } });
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

/** Processor seconds used so far: figures hold on a busy machine, where wall-clock time would not. */
export const processorSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
export const since = (from: number): number => Math.round((processorSeconds() - from) * 1000) / 1000;
