import { readdirSync, statSync, watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { join, sep } from 'node:path';
import { isSkipped } from '../metadata/files.ts';

/** Watches folders with everything below them. */
export interface FolderWatch {
  /** Watches these folders instead of the ones before. */
  set(folders: readonly string[]): void;
  close(): void;
}

/**
 * Calls `changed` after every change of a file or folder. Node watches each file by itself where the system has no
 * recursive watching (Linux), and loses a file that was replaced, as editors and version control do; a watched folder
 * reports its files whatever becomes of them.
 */
export function watchFolders(changed: () => void): FolderWatch {
  const watchers = new Map<string, FSWatcher>();

  const forget = (folder: string): void => {
    for (const [path, watcher] of watchers) {
      if (path !== folder && !path.startsWith(`${folder}${sep}`)) continue;
      watcher.close();
      watchers.delete(path);
    }
  };

  const add = (folder: string): void => {
    if (watchers.has(folder)) return;
    try {
      const watcher = watch(folder, (event, name) => {
        if (name !== null && isSkipped(name)) return;
        if (event === 'rename' && name !== null) refresh(join(folder, name));
        changed();
      });
      // The folder is gone; the one around it says so.
      watcher.on('error', () => forget(folder));
      watchers.set(folder, watcher);
      for (const entry of readdirSync(folder, { withFileTypes: true }))
        if (entry.isDirectory() && !isSkipped(entry.name)) add(join(folder, entry.name));
    } catch (error) {
      if (!isGone(error)) throw error;
      forget(folder);
    }
  };

  /** A name that came or went. What moved here was watched under its old name, if at all. */
  const refresh = (path: string): void => {
    forget(path);
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) add(path);
  };

  return {
    set: (folders) => {
      for (const path of [...watchers.keys()])
        if (!folders.some((folder) => path === folder || path.startsWith(`${folder}${sep}`))) forget(path);
      for (const folder of folders) add(folder);
    },
    close: () => {
      for (const path of [...watchers.keys()]) forget(path);
    }
  };
}

/** It went, or became a file, between being seen and being opened. */
export function isGone(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
}
