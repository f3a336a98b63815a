import assert from 'node:assert/strict';
import { test } from 'node:test';
import { colophon } from '../support/colophon.ts';
import { newPlace } from '../support/test-place.ts';

test('migrate applies what is missing, names it, and then finds nothing', async (t) => {
  const { options, drop } = await newPlace();
  t.after(drop);
  const env =
    options.databaseUrl === null
      ? { DATA_DIR: options.dataDir ?? '' }
      : { DATABASE_URL: options.databaseUrl };
  const first = await colophon(['migrate'], env);
  assert.equal(first.code, 0, first.err);
  assert.match(first.out, /^Applied \d{14}_init/);
  assert.equal((await colophon(['migrate'], env)).out, 'The database is up to date.\n');
});
