import type { z } from 'zod';
import type { Database } from '../../db/client.ts';
import type { OnProgress } from '../run-import.ts';

/** What a command does with a database, in this process or in the server that holds the database. */
export interface Job<Request> {
  readonly name: string;
  /** What whoever stopped it is told: what became of it. */
  readonly stopped: string;
  /**
   * @returns what the person at the terminal reads
   * @throws CommandError when it cannot be done; what `onProgress` throws, at a place where nothing is half done
   */
  readonly run: (desk: Desk, request: Request) => Promise<Outcome>;
  /**
   * The same for a request that another process sent.
   *
   * @throws ZodError when that is none: the other process is of another version
   */
  readonly runSent: (desk: Desk, sent: unknown) => Promise<Outcome>;
}

/** What a job works with. */
export interface Desk {
  readonly db: Database;
  /** Where the embedded database is, as whoever asks names it. */
  readonly dataDir: string;
  readonly onProgress: OnProgress;
}

/** What came of a job. */
export interface Outcome {
  /** For stdout, without the last line end. */
  readonly out: string;
  /** 0; 1 when a part of it could not be done. */
  readonly exitCode: number;
}

/**
 * Makes a job.
 *
 * @param shape of its request, which is plain data: a request of another process is checked by it
 */
export function defineJob<Request>({
  shape,
  ...job
}: Omit<Job<Request>, 'runSent'> & { readonly shape: z.ZodType<Request> }): Job<Request> {
  return { ...job, runSent: async (desk, sent) => job.run(desk, shape.parse(sent)) };
}
