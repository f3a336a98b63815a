import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until `condition` holds; fails after `limitMs` milliseconds. */
export async function until(condition: () => boolean | Promise<boolean>, limitMs = 10_000): Promise<void> {
  const end = performance.now() + limitMs;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`not within ${limitMs} ms: ${String(condition)}`);
    await sleep(5);
  }
}
