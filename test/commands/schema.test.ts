import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { colophon } from '../support/colophon.ts';

test('schema prints the contract, and --check finds it equal to schema.graphql', async () => {
  const committed = await readFile(new URL('../../schema.graphql', import.meta.url), 'utf8');
  const printed = await colophon(['schema']);
  assert.deepEqual([printed.code, printed.out], [0, committed]);
  const checked = await colophon(['schema', '--check']);
  assert.equal(checked.code, 0, checked.err);
});
