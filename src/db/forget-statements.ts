import { Debug as clientDebug } from '@prisma/client/runtime/client';
import { Debug as adapterDebug } from '@prisma/driver-adapter-utils';

/** Prisma's client and its adapter each remember their last words so far back, said aloud or not. */
const remembered = 100;

const name = 'colophon';

/**
 * Makes Prisma forget the statements that it remembers, with all of their parameters: of a large import that was
 * 20 MB and more of texts already stored (heap snapshots; `argsHistory` of @prisma/debug). It has no way to be told,
 * but what is said later takes the place of what was said before.
 */
export function forgetStatements(): void {
  for (const debug of [clientDebug, adapterDebug]) {
    if (debug.enabled(name)) continue;
    const say = debug(name);
    for (let word = 0; word < remembered; word += 1) say('');
  }
}
