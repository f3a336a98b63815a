/** The folder of an export: what is in the way, what leads out of it, and what is removed. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { exportFault } from '../../src/exporters/export-error.ts';
import { testDatabase } from '../support/database.ts';
import { post, seed } from '../support/seed.ts';
import { folderWith, writeIn } from '../support/small-blog.ts';
import { emptyFolder, exportTo, filesIn } from './export-and-import.ts';

const db = await testDatabase();
await seed(db, { posts: [post('a'), post('b')] });

test('a folder that cannot take it is left as it is', async (t) => {
  const folder = await folderWith(t, { 'file.txt': 'x', 'other/y.txt': 'y' });
  const refused = async (path: string, message: string): Promise<void> => {
    const before = await filesIn(folder);
    await assert.rejects(exportTo(join(folder, path), db), (error: unknown) => {
      assert.equal(String(error).replaceAll(folder, '…'), `ExportError: ${message}`);
      return true;
    });
    assert.deepEqual(await filesIn(folder), before);
  };
  await refused('', '… holds other files, such as file.txt. Name an empty folder, or none yet.');
  await refused(
    'file.txt',
    '…/file.txt cannot be written: something else stands there. Move it away, or choose another folder.',
  );
  await refused(
    'file.txt/x',
    '…/file.txt/x cannot be written: a file stands where a folder must be. Move it away, or choose another folder.',
  );
  await writeIn(folder, 'other/colophon.yml', 'a: manifest of something else');
  await refused(
    'other',
    '…/other/colophon.yml is not of an export that this version knows. Name an empty folder, or none yet.',
  );
  await rm(join(folder, 'other'), { recursive: true });
  await exportTo(join(folder, 'out'), db, { format: 'json' });
  await writeIn(folder, 'out/posts/a.md', 'mine');
  await refused('out', '…/out/posts/a.md is not from an export and would be written over. Move it away.');
});

test('a link that leads nowhere, and a pipe for a manifest, are told', { timeout: 60_000 }, async (t) => {
  const folder = await folderWith(t, { 'piped/.gitignore': '' });
  await symlink('nowhere', join(folder, 'dangling'));
  await symlink('circle', join(folder, 'circle'));
  execFileSync('mkfifo', [join(folder, 'piped/colophon.yml')]);
  const told = (path: string): Promise<string> => exportTo(join(folder, path), db).then(() => 'done', String);
  assert.match(await told('dangling'), /^ExportError: .*a link in its path leads to nothing\. Mend that/);
  assert.match(await told('circle'), /^ExportError: .*links in its path lead in a circle\. Mend them/);
  assert.match(await told('piped'), /^ExportError: .*colophon\.yml is no file\. Move it away\.$/);
});

test('a link out of it is not followed, in writing nor in removing', async (t) => {
  const folder = await folderWith(t, { 'elsewhere/a.md': 'keep', 'elsewhere/de/x.md': 'keep' });
  const out = join(folder, 'out');
  await exportTo(out, db);
  await rm(join(out, 'posts'), { recursive: true });
  await symlink(join(folder, 'elsewhere'), join(out, 'posts'));
  await assert.rejects(exportTo(out, db), /posts is a link that leads out of the export\. Remove it\.$/);
  await exportTo(out, db, { format: 'json' });
  assert.deepEqual(await readdir(join(folder, 'elsewhere')), ['a.md', 'de']);
});

test('a manifest that names files outside removes none of them', async (t) => {
  const folder = await folderWith(t, { 'keep.txt': 'keep' });
  const out = join(folder, 'out');
  await mkdir(out);
  const manifest = 'format: colophon\nversion: 1\nlayout: markdown\ncomplete: true\nsources: []\nfiles:\n';
  await writeFile(
    join(out, 'colophon.yml'),
    `${manifest}  - ../keep.txt\n  - a/../../keep.txt\n  - ${folder}/keep.txt\n`,
  );
  await exportTo(out, db);
  assert.equal(await readFile(join(folder, 'keep.txt'), 'utf8'), 'keep');
});

test('one that was cut off anywhere is written whole by the next', async (t) => {
  const whole = await emptyFolder(t);
  await exportTo(whole, db);
  const files = await filesIn(whole);
  for (const steps of [1, 2]) {
    const folder = await emptyFolder(t);
    const stop = new Error('stop');
    await assert.rejects(
      exportTo(folder, db, {}, (done) => {
        if (done === steps) throw stop;
      }),
      stop,
    );
    assert.match(await readFile(join(folder, 'colophon.yml'), 'utf8'), /^complete: false$/m);
    // What a kill leaves: a file of which not all was written.
    await writeIn(folder, 'posts/b.md.colophon-part', 'half');
    await exportTo(folder, db);
    assert.deepEqual(await filesIn(folder), files);
  }
});

test('errors of the disk say what to do', () => {
  const fault = (code: string): unknown => exportFault('/out/x', Object.assign(new Error(code), { code }));
  assert.equal(
    String(fault('ENOSPC')),
    'ExportError: /out/x cannot be written: the disk is full. Make room, and export again.',
  );
  assert.equal(
    String(fault('EROFS')),
    'ExportError: /out/x cannot be written: nothing can be written to that disk. Choose another folder.',
  );
  const other = new Error('other');
  assert.equal(exportFault('/out/x', other), other);
});
