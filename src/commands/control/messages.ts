import type { Socket } from 'node:net';
import { z } from 'zod';
import { byteLines } from '../../domain/byte-lines.ts';

/** Of the messages below. A process that speaks another one is told so. */
export const protocol = 1;

/** A request names files and options; bytes. */
export const maxRequest = 1_000_000;

/** An answer holds a report; bytes. */
export const maxAnswer = 100_000_000;

/** What is asked of the server, a line. */
export const requestShape = z.object({
  protocol: z.number(),
  job: z.string(),
  dataDir: z.string(),
  request: z.unknown(),
});

/** What the server says, a line each: the last one is `done` or `failed`. */
export const answerShape = z.union([
  z.strictObject({ waits: z.literal(true) }),
  z.strictObject({ progress: z.tuple([z.string(), z.number(), z.number()]) }),
  z.strictObject({ done: z.strictObject({ out: z.string(), exitCode: z.number() }) }),
  z.strictObject({
    failed: z.strictObject({ message: z.string(), exitCode: z.literal([1, 2, 130]) }),
  }),
]);
export type Answer = z.output<typeof answerShape>;

/** A line, as both sides write it. */
export function lineOf(message: object): string {
  return `${JSON.stringify(message)}\n`;
}

/**
 * The lines that come in, to the end of the connection.
 *
 * @throws RangeError when one is longer than allowed; Node's error when the connection breaks
 */
export async function* readLines(socket: Socket, maxBytes: number): AsyncGenerator<string, void> {
  const text = new TextDecoder();
  // A side that has said all may still be answered.
  const chunks = socket.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  for await (const line of byteLines(chunks, maxBytes)) yield text.decode(line);
}
