import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { colophon, databaseEnv, startColophon } from '../support/colophon.ts';
import { folderWith, postFile } from '../support/small-blog.ts';

/** YAML that no guess can mend. */
const broken = '---\n{ title: [, a: *nothing }\n---\n\nText.\n';

test('a folder, again and again', async (t) => {
  const env = await databaseEnv(t);
  const folder = await folderWith(t, {
    'posts/a.md': postFile('A'),
    'posts/b.md': postFile('B'),
    'posts/c.md': postFile('C'),
  });

  await t.test('a dry run says what would happen and writes nothing', async () => {
    const dry = await colophon(['import', folder, '--dry-run'], env);
    assert.equal(dry.code, 0, dry.err);
    assert.match(dry.out, /^Nothing was written\. An import would do this:\n {2}posts +3 created$/m);
  });

  await t.test('an import says what it did, though a dry one went before', async () => {
    const first = await colophon(['import', folder], env);
    assert.equal(first.code, 0, first.err);
    assert.match(first.out, /^Imported:\n {2}posts +3 created$/m);
    assert.match(first.err, /^read 3\/3$/m);
  });

  await t.test('another finds nothing to do, and reports a file that is gone', async () => {
    await rm(join(folder, 'posts/c.md'));
    const kept = await colophon(['import', folder], env);
    assert.equal(kept.code, 0, kept.err);
    assert.match(kept.out, /^ {2}posts +2 unchanged, 1 missing$/m);
    assert.doesNotMatch(kept.out, /created|updated/);
    assert.match(kept.out, /no longer in the folder; --prune removes them:\n {2}.*c\.md/);
  });

  await t.test('--prune removes what the file was', async () => {
    const pruned = await colophon(['import', folder, '--prune'], env);
    assert.match(pruned.out, /posts +1 removed, 2 unchanged/);
  });
});

test('two blogs in one database', async (t) => {
  const env = await databaseEnv(t);
  const folder = await folderWith(t, {
    'a/posts/one.md': postFile('One'),
    'a/posts/broken.md': broken,
    'b/posts/two.md': postFile('Two'),
  });

  await t.test(
    'a file that cannot go in: file:line with what, why and what to do; the others go in; exit 1',
    async () => {
      const { code, out } = await colophon(['import', join(folder, 'a'), '--source', 'first'], env);
      assert.equal(code, 1);
      assert.match(out, /posts +1 created/);
      assert.match(out, /1 file did not go in:\n {2}posts\/broken\.md(:\d+)?: .+\. [A-Z].+\. [A-Z].+/);
    },
  );

  await t.test('they are told apart, and each hears of the other', async () => {
    const second = await colophon(['import', join(folder, 'b'), '--source', 'second', '--prune'], env);
    assert.match(second.out, /posts +1 created$/m);
    assert.match(second.out, /The database also holds the content of: first\./);
  });
});

test('Ctrl-C in the middle stops between two batches, and the same import goes on from there', async (t) => {
  const env = await databaseEnv(t);
  const count = 150;
  const files: Record<string, string> = {};
  for (let n = 0; n < count; n += 1)
    files[`posts/post-${n}.md`] = postFile(`Post ${n}`, 'word '.repeat(1_000));
  const folder = await folderWith(t, files);
  const running = startColophon(['import', folder], env);
  await running.says('posts 50/');
  running.child.kill('SIGINT');
  const stopped = await running.ended;
  assert.equal(stopped.code, 130);
  assert.match(stopped.err, /^colophon: Stopped\. What was imported so far is stored/m);
  const again = await colophon(['import', folder], env);
  assert.equal(again.code, 0);
  const [, created, unchanged] = /posts +(\d+) created, (\d+) unchanged/.exec(again.out) ?? [];
  assert.equal(Number(created) + Number(unchanged), count);
  assert.ok(Number(unchanged) >= 50);
});
