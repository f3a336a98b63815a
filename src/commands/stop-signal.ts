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

export function listenForStop(): StopSignal {
  let first: NodeJS.Signals | null = null;
  let fulfil: (signal: NodeJS.Signals) => void = () => undefined;
  const received = new Promise<NodeJS.Signals>((resolve) => (fulfil = resolve));
  const listener = (signal: NodeJS.Signals): void => {
    if (first !== null) process.exit(130);
    first = signal;
    fulfil(signal);
  };
  for (const signal of signals) process.on(signal, listener);
  return {
    received,
    check: () => {
      if (first === null) return;
      throw new CommandError(
        'Stopped. What was imported so far is stored; the same import again goes on from there.',
        130,
      );
    },
    release: () => {
      for (const signal of signals) process.off(signal, listener);
    },
  };
}
