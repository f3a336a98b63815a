/** Lets one piece of work run at a time, in the order in which they came. */
export class JobQueue {
  #last: Promise<unknown> = Promise.resolve();
  #open = 0;

  /**
   * @param onWait called when something else runs now
   * @param signal takes it out of the queue; once it runs, that is for the work to heed
   * @throws the signal's reason, and what the work throws
   */
  async run<T>(
    work: () => Promise<T>,
    { onWait, signal }: { readonly onWait?: () => void; readonly signal?: AbortSignal } = {},
  ): Promise<T> {
    signal?.throwIfAborted();
    if (this.#open > 0) onWait?.();
    this.#open += 1;
    const begun = new AbortController();
    const turn = this.#last.then(() => {
      signal?.throwIfAborted();
      begun.abort();
      return work();
    });
    this.#last = turn
      .catch(() => undefined)
      .finally(() => {
        this.#open -= 1;
      });
    if (signal === undefined) return turn;
    const left = new Promise<never>((_, reject) => {
      const leave = (): void => {
        if (!begun.signal.aborted) reject(signal.reason as Error);
      };
      signal.addEventListener('abort', leave, { once: true, signal: begun.signal });
    });
    return Promise.race([turn, left]);
  }

  /** Waits until nothing runs or waits. */
  async idle(): Promise<void> {
    while (this.#open > 0) await this.#last;
  }
}
