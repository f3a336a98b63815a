import { environmentWith } from '../env.ts';

/**
 * Of V8: a heap that is tidied often stays near the size of what is in use. All at once, too: what is tidied bit
 * by bit beside the work falls behind on a busy machine, and the memory that the heap then takes does not come back.
 */
const flags = ['--max-semi-space-size=1', '--heap-growing-percent=25', '--no-incremental-marking'];

/**
 * Starts this process anew, in its place, so that it needs less memory: a command that goes through a whole
 * blog shares its machine with a server. It takes a fifth more of processor time, and half of the memory.
 *
 * Nothing happens where a process cannot be replaced (Windows), or already has these flags. What was
 * typed, the id of the process, its input and output stay the same.
 */
export function restartWithSmallHeap(): void {
  if (process.execve === undefined || flags.every((flag) => process.execArgv.includes(flag))) return;
  const words = [process.execPath, ...process.execArgv, ...flags, ...process.argv.slice(1)];
  try {
    // glibc keeps freed memory for each thread by itself, unless it is told otherwise.
    process.execve(process.execPath, words, environmentWith({ MALLOC_ARENA_MAX: '1' }));
  } catch {
    // It does without.
  }
}
