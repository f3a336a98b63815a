/**
 * A real blog of some hundred posts, out and in again, where it is at hand: a folder `corpora` in `shared`, beside
 * the project. It takes half a minute: its texts are rendered twice.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { plainRequest, runImport } from '../../src/commands/run-import.ts';
import { dump } from '../actions/dump.ts';
import { testDatabase } from '../support/database.ts';
import { exported, filesIn, importWhole } from './export-and-import.ts';

const folder = join(import.meta.dirname, '../../../shared/corpora/18f-blog');
const options = { skip: existsSync(folder) ? false : 'there is no ../shared/corpora/18f-blog here' };

test('the blog of 18F comes back as it was', options, async (t) => {
  const original = await testDatabase(t);
  await runImport(original, plainRequest(folder), () => undefined);
  const first = await exported(t, original);
  const copy = await testDatabase(t);
  await importWhole(copy, first);
  const [before, after] = [await dump(original), await dump(copy)];
  assert.ok(before['Post']!.length > 300);
  // Rows, since each field of each node would take minutes here; the log and the hashes are of other ways.
  for (const name of Object.keys(before).filter((one) => !['Change', 'Origin', 'RelatedState'].includes(one)))
    assert.ok(before[name]!.join('\n') === after[name]!.join('\n'), `${name} differs`);
  const files = await filesIn(first);
  const again = await filesIn(await exported(t, copy));
  for (const [name, text] of Object.entries(files)) assert.ok(again[name] === text, `${name} differs`);
  assert.equal(Object.keys(again).length, Object.keys(files).length);
});
