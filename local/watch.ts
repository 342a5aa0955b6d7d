import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';

// An editor writes a file in several steps, and a checkout many files at once.
const settleMilliseconds = 100;

/** Calls back when something in folders or one of some files has changed, once for what changes together; until the process ends. */
export const onChange = (
  { folders, files }: Record<'folders' | 'files', readonly string[]>,
  changed: () => void,
): void => {
  let timer: NodeJS.Timeout | undefined;
  const settle = (): void => {
    clearTimeout(timer);
    timer = setTimeout(changed, settleMilliseconds);
  };
  for (const folder of folders) watch(folder, { recursive: true }, settle);
  // By its folder, because many editors put a new file in the place of the one that was there.
  for (const [folder, own] of Map.groupBy(files, dirname)) {
    const names = new Set(own.map((file) => basename(file)));
    watch(folder, (_, name) => {
      if (name === null || names.has(name)) settle();
    });
  }
};
