import { readRows } from '../db/read-rows.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { ReadScope } from './scope.ts';

/**
 * The statements of a request go out in waves: what is asked for while some run is asked for when all of
 * them are back. So a batch is as large as it can be, and a document takes the same statements every time,
 * whichever of them the database happens to answer first.
 */
interface Wave {
  running: number;
  waiting: (() => void)[];
}

const waves = new WeakMap<ReadScope, Wave>();

/** Runs a statement. Columns come as it names them; `Row` must say them. */
export function read<Row>(scope: ReadScope, sql: Prisma.Sql): Promise<Row[]> {
  return inWave(scope, () => readRows<Row>(scope.db, sql));
}

/** Runs what asks the database by itself, so that others wait for it too. */
export async function inWave<T>(scope: ReadScope, ask: () => Promise<T>): Promise<T> {
  const wave = waveOf(scope);
  wave.running += 1;
  try {
    return await ask();
  } finally {
    wave.running -= 1;
    settle(wave);
  }
}

/** Calls back when no statement of the request runs, and all who wait for one have said what they want next. */
export function whenQuiet(scope: ReadScope, start: () => void): void {
  const wave = waveOf(scope);
  wave.waiting.push(start);
  settle(wave);
}

function waveOf(scope: ReadScope): Wave {
  const known = waves.get(scope);
  if (known !== undefined) return known;
  const made = { running: 0, waiting: [] };
  waves.set(scope, made);
  return made;
}

const settled = Promise.resolve();

function settle(wave: Wave): void {
  // A tick that is ordered by a promise job comes after every promise job that is due: all resolvers have run.
  void settled.then(() => {
    process.nextTick(() => {
      if (wave.running > 0) return;
      for (const start of wave.waiting.splice(0)) start();
    });
  });
}
