import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { colophon, databaseEnv, startColophon } from '../support/colophon.ts';
import { folderWith, postFile } from '../support/small-blog.ts';

/** YAML that no guess can mend. */
const broken = '---\n{ title: [, a: *nothing }\n---\n\nText.\n';

test('imports a folder, says what it did, and finds nothing to do the second time', async (t) => {
  const env = await databaseEnv(t);
  const folder = await folderWith(t, { 'posts/a.md': postFile('A'), 'posts/b.md': postFile('B') });
  const first = await colophon(['import', folder], env);
  assert.equal(first.code, 0, first.err);
  assert.match(first.out, /^Imported:\n {2}posts +2 created$/m);
  assert.match(first.err, /^read 2\/2$/m);
  const second = await colophon(['import', folder], env);
  assert.equal(second.code, 0);
  assert.match(second.out, /^ {2}posts +2 unchanged$/m);
  assert.doesNotMatch(second.out, /created|updated/);
});

test('a dry run says what would happen and writes nothing', async (t) => {
  const env = await databaseEnv(t);
  const folder = await folderWith(t, { 'posts/a.md': postFile('A') });
  const dry = await colophon(['import', folder, '--dry-run'], env);
  assert.match(dry.out, /^Nothing was written\. An import would do this:\n {2}posts +1 created$/m);
  assert.match((await colophon(['import', folder], env)).out, /posts +1 created/);
});

test('a file that is gone is reported, and removed with --prune', async (t) => {
  const env = await databaseEnv(t);
  const folder = await folderWith(t, { 'posts/a.md': postFile('A'), 'posts/b.md': postFile('B') });
  await colophon(['import', folder], env);
  await rm(join(folder, 'posts/b.md'));
  const kept = await colophon(['import', folder], env);
  assert.equal(kept.code, 0);
  assert.match(kept.out, /no longer in the folder; --prune removes them:\n {2}.*b\.md/);
  const pruned = await colophon(['import', folder, '--prune'], env);
  assert.match(pruned.out, /posts +1 removed, 1 unchanged/);
});

test('a file that cannot go in: file:line with what, why and what to do; the others go in; exit 1', async (t) => {
  const env = await databaseEnv(t);
  const folder = await folderWith(t, { 'posts/good.md': postFile('Good'), 'posts/broken.md': broken });
  const { code, out } = await colophon(['import', folder], env);
  assert.equal(code, 1);
  assert.match(out, /posts +1 created/);
  assert.match(out, /1 file did not go in:\n {2}posts\/broken\.md(:\d+)?: .+\. [A-Z].+\. [A-Z].+/);
});

test('two blogs in one database are told apart, and each hears of the other', async (t) => {
  const env = await databaseEnv(t);
  const folder = await folderWith(t, {
    'a/posts/one.md': postFile('One'),
    'b/posts/two.md': postFile('Two'),
  });
  await colophon(['import', join(folder, 'a'), '--source', 'first'], env);
  const second = await colophon(['import', join(folder, 'b'), '--source', 'second', '--prune'], env);
  assert.match(second.out, /posts +1 created$/m);
  assert.match(second.out, /The database also holds the content of: first\./);
});

test('Ctrl-C in the middle stops between two batches, and the same import goes on from there', async (t) => {
  const env = await databaseEnv(t);
  const count = 300;
  const files: Record<string, string> = {};
  for (let n = 0; n < count; n += 1)
    files[`posts/post-${n}.md`] = postFile(`Post ${n}`, 'word '.repeat(2_000));
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
