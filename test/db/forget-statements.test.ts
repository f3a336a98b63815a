import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { writeContent } from '../../src/db/change-log.ts';
import { testDatabase } from '../support/database.ts';

const db = await testDatabase();

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const megabyte = 2 ** 20;

function heapInUse(): number {
  collect();
  return process.memoryUsage().heapUsed / megabyte;
}

test('what was written stays in memory no longer than the writing takes', async () => {
  const write = (number: number) =>
    writeContent(
      db,
      new Date(),
      ({ prisma }) => prisma.$executeRaw`
      select length(${String(number) + 'x'.repeat(megabyte)}::text)`,
    );
  await write(0);
  const before = heapInUse();
  for (let number = 1; number <= 20; number += 1) await write(number);
  const more = heapInUse() - before;
  assert.ok(more < 5, `${more.toFixed(1)} MB of 20 texts of one`);
});
