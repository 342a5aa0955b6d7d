import { existsSync, type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';

// An editor writes a file in several steps, and a checkout many files at once.
const settleMilliseconds = 100;

const foldersBelow = (folder: string): string[] =>
  existsSync(folder)
    ? [
        folder,
        ...readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .map((entry) => join(entry.parentPath, entry.name)),
      ]
    : [];

/** Whether a folder went while it was looked for; what took it away goes on. */
const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

interface Watched {
  inode: number;
  watcher: FSWatcher;
}

/**
 * Watches each folder of some trees by itself, because on Linux a recursive watch follows the files that were there at
 * first, and misses what is written to one that took the place of another. To be called again after each change: folders
 * come and go.
 */
const watchTrees = (trees: readonly string[], changed: () => void) => {
  const watched = new Map<string, Watched>();
  const close = (path: string, { watcher }: Watched): void => {
    watcher.close();
    watched.delete(path);
  };
  return {
    follow: (): void => {
      const folders = new Map(trees.flatMap(foldersBelow).map((path) => [path, statSync(path).ino]));
      for (const [path, one] of watched) if (folders.get(path) !== one.inode) close(path, one);
      for (const [path, inode] of folders)
        if (!watched.has(path))
          watched.set(path, { inode, watcher: watch(path, changed).on('error', changed) });
    },
    close: (): void => {
      for (const [path, one] of watched) close(path, one);
    },
  };
};

/** Calls back when something in folders or one of some files has changed, once for what changes together, until it is stopped. */
export const onChange = (
  { folders, files }: Record<'folders' | 'files', readonly string[]>,
  changed: () => void,
): (() => void) => {
  let timer: NodeJS.Timeout | undefined;
  const settle = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      try {
        trees.follow();
      } catch (error) {
        if (!isGone(error)) throw error;
        return settle();
      }
      changed();
    }, settleMilliseconds);
  };
  const trees = watchTrees(folders, settle);
  trees.follow();
  // By its folder, because many editors put a new file in the place of the one that was there.
  const byFolder = [...Map.groupBy(files, dirname)].map(([folder, own]) => {
    const names = new Set(own.map((file) => basename(file)));
    return watch(folder, (_, name) => {
      if (name === null || names.has(name)) settle();
    });
  });
  return () => {
    clearTimeout(timer);
    trees.close();
    for (const watcher of byFolder) watcher.close();
  };
};
