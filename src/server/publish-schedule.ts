import type { Log } from './log.ts';

/** Publishes what is due, and says when the next post will be. */
export type PublishDue = (
  now: Date,
) => Promise<{ readonly published: number; readonly nextDue: Date | null }>;

/** A timer that publishes scheduled posts at their time. */
export interface PublishSchedule {
  /** Looks again: the content changed, so the next time may have too. */
  wake(): void;
  /** Stops, after what is being published. */
  close(): Promise<void>;
}

interface Parts {
  readonly publish: PublishDue;
  readonly log: Log;
  readonly clock?: () => Date;
}

/** Looks at least this often, so that a corrected clock or a slept night delays no post for long. */
const longestWaitMs = 60_000;

/** A post that falls due while another is published is found by the next look, not by a busy loop. */
const shortestWaitMs = 50;

/** After a failure, such as a database that is gone. */
const retryMs = 5_000;

/** Starts at once with what fell due while no process ran. */
export function startPublishSchedule({ publish, log, clock = () => new Date() }: Parts): PublishSchedule {
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let queued = false;
  let work = Promise.resolve();

  const look = async (): Promise<number | null> => {
    try {
      const { published, nextDue } = await publish(clock());
      if (published > 0) log.info({ published }, 'published scheduled posts');
      return nextDue === null ? null : nextDue.getTime() - clock().getTime();
    } catch (error) {
      log.error({ err: error }, 'scheduled posts could not be published');
      return retryMs;
    }
  };
  const turn = async (): Promise<void> => {
    clearTimeout(timer);
    // What changes from here on needs another turn.
    queued = false;
    const wait = closed ? null : await look();
    if (wait !== null) wakeIn(wait);
  };
  const wakeIn = (ms: number): void => {
    // A timer may fire a millisecond before its time, by the clock that says what is due.
    if (!queued) timer = setTimeout(wake, Math.min(Math.max(ms + 1, shortestWaitMs), longestWaitMs));
  };
  const wake = (): void => {
    if (queued || closed) return;
    queued = true;
    work = work.then(turn);
  };
  wake();
  return {
    wake,
    close: async () => {
      closed = true;
      await work;
      clearTimeout(timer);
    },
  };
}
