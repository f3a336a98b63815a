/**
 * CPU milliseconds that this process spends on some work: the least of several runs, so that neither a busy
 * machine nor a first run counts. For bounds on work that must stay linear, not for benchmarks.
 */
export async function leastCpuMs(work: () => unknown, runs = 5): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  return Math.min(...times);
}
