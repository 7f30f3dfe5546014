import { readFileSync, statSync } from 'node:fs';
import type { Component } from './model.ts';

const EXTENSIONS = [
  '',
  '.resource',
  '.json',
  '.txt',
  '.xml',
  '.csv',
  '.html',
  '.js',
  '.css',
  '.png',
  '.jpg',
  '.pdf',
  '.svg',
  '.zip',
  '.bin'
];

/** Content of a static resource: the file beside its -meta.xml. Null where there is none: a folder is zipped on deployment. */
export function resourceContent({ path }: Component): Uint8Array | null {
  const base = path.replace(/\.resource-meta\.xml$/, '');
  const file = EXTENSIONS.map((extension) => base + extension).find((candidate) =>
    statSync(candidate, { throwIfNoEntry: false })?.isFile()
  );
  return file === undefined ? null : readFileSync(file);
}
