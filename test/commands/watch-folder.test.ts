import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { watchFolder } from '../../src/commands/watch-folder.ts';
import { folderWith, writeIn } from '../support/small-blog.ts';
import { until } from '../support/until.ts';

test('calls back for a change at any depth, once for many, never twice at the same time', async (t) => {
  const folder = await folderWith(t, { 'a.md': 'a', 'deep/er/b.md': 'b' });
  let calls = 0;
  let running = 0;
  const watch = watchFolder(
    folder,
    async () => {
      calls += 1;
      running += 1;
      assert.equal(running, 1);
      await wait(400);
      running -= 1;
    },
    (error) => {
      throw error;
    },
  );
  t.after(() => watch.close());
  for (let n = 0; n < 20; n += 1) await writeIn(folder, 'a.md', `a${n}`);
  await until(() => calls === 1);
  await writeIn(folder, 'deep/er/b.md', 'changed');
  await writeIn(folder, 'new/folder/c.md', 'new');
  await until(() => calls === 2);
  await until(() => running === 0);
  await rm(join(folder, 'a.md'));
  await until(() => calls === 3);
});
