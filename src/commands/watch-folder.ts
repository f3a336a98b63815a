import { watch } from 'node:fs';

/** A folder under watch. */
export interface FolderWatch {
  /** Ends the watch, after what it has called back for. */
  close(): Promise<void>;
}

/** Editors save in several steps, and a checkout touches many files: wait until it is quiet for so long. */
const quietMs = 250;

/**
 * Calls back whenever something in a folder changed, at any depth; never twice at the same time.
 *
 * @param onChange what to do; its failure is for it to report
 * @param onError the folder can no longer be watched
 */
export function watchFolder(
  folder: string,
  onChange: () => Promise<void>,
  onError: (error: Error) => void,
): FolderWatch {
  let timer: NodeJS.Timeout | undefined;
  let queued = false;
  let work = Promise.resolve();
  const run = (): void => {
    if (queued) return;
    queued = true;
    work = work.then(() => {
      // What changes from here on needs another turn.
      queued = false;
      return onChange();
    });
  };
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(run, quietMs);
  });
  watcher.on('error', onError);
  return {
    close: async () => {
      clearTimeout(timer);
      watcher.close();
      await work;
    },
  };
}
