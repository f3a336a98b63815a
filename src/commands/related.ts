import { refreshRelated } from '../actions/refresh-related.ts';
import { loadSettings } from '../env.ts';
import { openContent } from './open-content.ts';
import { createProgressLine } from './progress-line.ts';
import { listenForStop } from './stop-signal.ts';

export interface RelatedFlags {
  readonly rebuild?: boolean;
}

/**
 * `colophon related`: brings related posts up to date; with `--rebuild` makes all of them anew.
 *
 * @throws CommandError when Ctrl-C stopped it: then the lists are as they were
 */
export async function relatedCommand({ rebuild = false }: RelatedFlags): Promise<number> {
  const { db } = await openContent(loadSettings());
  const progress = createProgressLine(process.stderr);
  const stop = listenForStop();
  try {
    const { scope, changed } = await refreshRelated(db, {
      now: new Date(),
      rebuild,
      onProgress: (done, total) => {
        stop.check();
        progress.show('related', done, total);
      },
    });
    progress.end();
    console.log(
      scope === 'nothing'
        ? 'Related posts are up to date.'
        : `Related posts are up to date; ${changed} ${changed === 1 ? 'list' : 'lists'} changed.`,
    );
    return 0;
  } finally {
    progress.end();
    stop.release();
    await db.close();
  }
}
