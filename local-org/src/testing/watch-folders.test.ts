import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { watchFolders } from './watch-folders.ts';
import type { FolderWatch } from './watch-folders.ts';

let root: string;
let watching: FolderWatch;
let heard = 0;
const waiting: (() => void)[] = [];

/** Does something and waits for the news of it; later news of the same is left to settle. */
async function noticed(change: () => void): Promise<void> {
  await settled();
  const news = new Promise<void>((resolve) => waiting.push(resolve));
  change();
  await news;
}

/** Until nothing more is heard. */
async function settled(): Promise<void> {
  for (let before = -1; before !== heard;) {
    before = heard;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'local-org-watch-'));
  mkdirSync(join(root, 'a/classes'), { recursive: true });
  writeFileSync(join(root, 'a/classes/One.cls'), 'one');
  watching = watchFolders(() => {
    heard += 1;
    for (const resolve of waiting.splice(0)) resolve();
  });
  watching.set([join(root, 'a')]);
});

afterEach(() => {
  watching.close();
  rmSync(root, { recursive: true, force: true });
});

const file = (path: string): string => join(root, path);

it('notices a file that is written, replaced, and written again', async () => {
  await noticed(() => writeFileSync(file('a/classes/One.cls'), 'two'));
  await noticed(() => {
    writeFileSync(file('a/classes/One.cls.new'), 'three');
    renameSync(file('a/classes/One.cls.new'), file('a/classes/One.cls'));
  });
  await noticed(() => writeFileSync(file('a/classes/One.cls'), 'four'));
});

it('notices files of folders that are made later', async () => {
  await noticed(() => mkdirSync(file('a/triggers/more'), { recursive: true }));
  await noticed(() => writeFileSync(file('a/triggers/more/T.trigger'), 'one'));
});

it('notices files of a folder that was moved, and of one that took its name', async () => {
  await noticed(() => renameSync(file('a/classes'), file('a/old')));
  await noticed(() => writeFileSync(file('a/old/One.cls'), 'two'));
  await noticed(() => mkdirSync(file('a/classes')));
  await noticed(() => writeFileSync(file('a/classes/Two.cls'), 'one'));
});

it('goes on when a folder is deleted with everything in it', async () => {
  await noticed(() => rmSync(file('a/classes'), { recursive: true }));
  await noticed(() => mkdirSync(file('a/classes')));
  await noticed(() => writeFileSync(file('a/classes/One.cls'), 'again'));
});

it('watches what it is told to and nothing else', async () => {
  mkdirSync(file('b/node_modules'), { recursive: true });
  watching.set([file('b')]);
  await settled();
  const before = heard;
  writeFileSync(file('a/classes/One.cls'), 'unheard');
  writeFileSync(file('b/node_modules/x.cls'), 'unheard');
  await settled();
  expect(heard).toBe(before);
  await noticed(() => writeFileSync(file('b/Two.cls'), 'heard'));
});
