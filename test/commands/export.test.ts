import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { colophon, databaseEnv, startColophon } from '../support/colophon.ts';
import { folderWith, postFile } from '../support/small-blog.ts';

const files = {
  'posts/a.md': postFile('A'),
  'posts/b.md': postFile('B'),
  'posts/c.md': '---\ntitle: C\ndraft: true\n---\n\nText.\n',
};

test('exports to a new folder, writes it anew, and only what it wrote itself is ever removed', async (t) => {
  const env = await databaseEnv(t);
  const blog = await folderWith(t, files);
  await colophon(['import', blog], env);
  const folder = join(await folderWith(t, {}), 'deep/out');
  const first = await colophon(['export', folder], env);
  assert.deepEqual([first.code, first.out], [0, `Wrote 10 files to ${folder}.\n`], first.err);
  assert.match(first.err, /^export 3\/3$/m);
  assert.match(await readFile(join(folder, 'posts/en/a.md'), 'utf8'), /^---\ntitle: A\n/);
  assert.match(await readFile(join(folder, 'colophon.yml'), 'utf8'), /^complete: true$/m);

  await writeFile(join(folder, 'posts/en/mine.txt'), 'mine');
  const visible = await colophon(['export', folder, '--public'], env);
  assert.equal(visible.code, 0, visible.err);
  assert.deepEqual((await readdir(join(folder, 'posts/en'))).sort(), ['a.md', 'b.md', 'mine.txt']);
  const lines = await colophon(['export', folder, '--format', 'jsonl', '--gzip'], env);
  assert.equal(lines.code, 0, lines.err);
  assert.ok(existsSync(join(folder, 'posts.jsonl.gz')) && existsSync(join(folder, 'posts/en/mine.txt')));
});

test('what cannot be is said in a sentence', async (t) => {
  const env = await databaseEnv(t);
  const folder = await folderWith(t, files);
  const empty = await colophon(['export', join(folder, 'out')], env);
  assert.deepEqual(
    [empty.code, empty.err],
    [1, 'colophon: There is nothing to export yet. Import a blog first: colophon import <folder>.\n'],
  );
  await colophon(['import', folder], env);
  const full = await colophon(['export', folder], env);
  assert.deepEqual(
    [full.code, full.err],
    [1, `colophon: ${folder} holds other files, such as posts. Name an empty folder, or none yet.\n`],
  );
  const format = await colophon(['export', join(folder, 'x'), '--format', 'csv'], env);
  assert.deepEqual(
    [format.code, format.err],
    [2, 'colophon: There is no format "csv": use one of markdown, json, jsonl.\n'],
  );
});

test('Ctrl-C leaves an export that says that it is not whole; it is not read, and the next one mends it', async (t) => {
  const env = await databaseEnv(t);
  const many: Record<string, string> = {};
  for (let n = 0; n < 400; n += 1) many[`posts/p-${n}.md`] = postFile(`Post ${n}`);
  await colophon(['import', await folderWith(t, many)], env);
  const folder = await folderWith(t, {});
  const running = startColophon(['export', folder], env);
  await running.says('export 1/');
  running.child.kill('SIGINT');
  const { code, err } = await running.ended;
  assert.equal(code, 130, err);
  assert.match(
    err,
    /^colophon: Stopped\. The export is not whole, and says so\. Export again to the same folder\.$/m,
  );
  assert.match(await readFile(join(folder, 'colophon.yml'), 'utf8'), /^complete: false$/m);
  const written = await readdir(join(folder, 'posts/en'));
  assert.ok(written.length < 400 && written.every((name) => name.endsWith('.md')), String(written.length));
  const refused = await colophon(['import', folder], env);
  assert.deepEqual([refused.code, refused.err.split('. ')[1]], [2, 'Export again.\n'], refused.err);
  const again = await colophon(['export', folder], env);
  assert.equal(again.code, 0, again.err);
  assert.equal((await readdir(join(folder, 'posts/en'))).length, 400);
});
