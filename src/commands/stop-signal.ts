import { startedByNpm } from '../env.ts';
import { CommandError } from './command-error.ts';

/** The wish of whoever started this process that it stop: Ctrl-C or SIGTERM. */
export interface StopSignal {
  /** Fulfilled at the first signal. A second one ends the process at once. */
  readonly received: Promise<NodeJS.Signals>;
  /** @throws CommandError once a signal came: for work that can stop at some places only */
  check(): void;
  release(): void;
}

const signals = ['SIGINT', 'SIGTERM'] as const;

/** @param told what `check` says: what stands now, and what to do */
export function listenForStop(
  told = 'Stopped. What was imported so far is stored; the same import again goes on from there.',
): StopSignal {
  let first: NodeJS.Signals | null = null;
  let fulfil: (signal: NodeJS.Signals) => void = () => undefined;
  const received = new Promise<NodeJS.Signals>((resolve) => (fulfil = resolve));
  const listener = (signal: NodeJS.Signals): void => {
    if (first !== null) process.exit(130);
    first = signal;
    fulfil(signal);
  };
  for (const signal of signals) process.on(signal, listener);
  const orphanWatch = startedByNpm()
    ? watchParent(() => {
        listener('SIGTERM');
      })
    : undefined;
  return {
    received,
    check: () => {
      if (first === null) return;
      throw new CommandError(told, 130);
    },
    release: () => {
      clearInterval(orphanWatch);
      for (const signal of signals) process.off(signal, listener);
    },
  };
}

/** How soon an orphan stops. */
const lookMs = 250;

/**
 * npm runs a script in a shell, and passes SIGTERM to that shell alone: without this, `npm start` that is told
 * to stop would leave the server running, and the data directory in use.
 */
function watchParent(onGone: () => void): NodeJS.Timeout {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, lookMs);
  return timer.unref();
}
