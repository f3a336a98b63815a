/** What somebody brings, opened: within bounds, and never a way out. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { InputError } from '../../../src/importers/blog-reader.ts';
import { openInputs } from '../../../src/importers/files/open-inputs.ts';
import { readSourceText } from '../../../src/importers/files/read-source-text.ts';
import { ProblemList } from '../../../src/importers/problem-list.ts';
import { folderWith } from '../../support/small-blog.ts';
import { withCount, zipOf } from '../../support/zip-of.ts';

const entries = Object.entries({ 'b/two.txt': 'zwei', 'one.txt': 'eins' });

async function zipIn(t: TestContext, bytes: Uint8Array): Promise<string> {
  const path = join(await folderWith(t, {}), 'a.zip');
  await writeFile(path, bytes);
  return path;
}

async function opened(inputs: readonly string[]) {
  const problems = new ProblemList();
  const { files, close } = await openInputs(inputs, problems);
  return { files, close, problems: problems.sorted() };
}

const refused = (inputs: readonly string[], message: RegExp): Promise<void> =>
  assert.rejects(
    () => openInputs(inputs, new ProblemList()),
    (error: unknown) => error instanceof InputError && message.test(error.message),
  );

test('a folder, a zip and a file are one thing', async (t) => {
  const folder = await folderWith(t, Object.fromEntries(entries));
  for (const input of [folder, await zipIn(t, zipOf(entries))]) {
    const { files, close } = await opened([input]);
    const texts = await Promise.all(
      files.map(async (file) => [
        file.name,
        await readSourceText(file, 10, ''),
        Buffer.from(await file.head(2)).toString(),
      ]),
    );
    assert.deepEqual(texts, [
      ['b/two.txt', 'zwei', 'zw'],
      ['one.txt', 'eins', 'ei'],
    ]);
    await assert.rejects(async () => files[0]?.read(3), /more than 3/);
    await close();
  }
  const { files } = await opened([join(folder, 'one.txt'), join(folder, 'b')]);
  assert.deepEqual(
    files.map(({ name, byteSize }) => [name, byteSize]),
    [
      ['one.txt', 4],
      ['two.txt', 4],
    ],
  );
});

test('what is no plain file within a zip is passed by, and told', async (t) => {
  const { files, close, problems } = await opened([
    await zipIn(
      t,
      zipOf([
        ['../out.txt', 'x'],
        ['a/../../out.txt', 'x'],
        ['/etc/out.txt', 'x'],
        ['c:/out.txt', 'x'],
        ['\\\\host\\out.txt', 'x'],
        ['nul\0.txt', 'x'],
        ['link.txt', '/etc/passwd', { mode: 0o120777 }],
        ['pipe.txt', '', { mode: 0o010644 }],
        [`${'long/'.repeat(1000)}name.txt`, 'x'],
        ['good.txt', 'x'],
        ['good.txt', 'the same name again'],
        ['windows.txt', 'x', { mode: 0 }],
      ]),
    ),
  ]);
  await close();
  assert.deepEqual(
    files.map(({ name, byteSize }) => [name, byteSize]),
    [
      ['good.txt', 1],
      ['windows.txt', 1],
    ],
  );
  assert.deepEqual(
    problems.map(({ what }) => what),
    ['9 of its files were passed by, the first named "../out.txt"'],
  );
});

test('a zip made to burst is refused before it does', async (t) => {
  const bomb = zipOf([['bomb.txt', ' '.repeat(20_000_000)], ...entries]);
  const { files, close } = await opened([await zipIn(t, bomb)]);
  await assert.rejects(async () => files[0]?.read(1e9), /grows to more than 200 times/);
  assert.equal((await files[0]?.head(10))?.length, 10);
  assert.equal(await readSourceText(files[1] ?? assert.fail(), 10, ''), 'zwei');
  await close();
  await refused([await zipIn(t, withCount(zipOf(entries), 200_001))], /holds more than 200000 files/);
  // Every name leads to the bytes of the same file.
  const noise = randomBytes(3000).toString('base64');
  const many = zipOf(
    Array.from({ length: 100 }, (_, at) => [`${at}`, noise] as const),
    { overlap: true },
  );
  await refused([await zipIn(t, many)], /share their bytes/);
});

test('a damaged zip says so, a damaged file within it harms no other', async (t) => {
  const whole = zipOf([['a.txt', 'aaaaaaaaaabbbbbbbbbbaaaa'], ...entries]);
  await refused([await zipIn(t, whole.subarray(0, 40))], /a\.zip is no zip file, or a damaged one/);
  const hurt = Buffer.from(whole);
  hurt.fill(0xff, 35, 45);
  const { files, close } = await opened([await zipIn(t, hurt)]);
  await assert.rejects(
    () => readSourceText(files[0] ?? assert.fail(), 100, ''),
    (error: unknown) =>
      error instanceof InputError && error.message.includes('a.txt cannot be read; it may be damaged'),
  );
  assert.equal(await readSourceText(files[2] ?? assert.fail(), 10, ''), 'eins');
  await close();
});

test('pipes and devices are not waited for', async (t) => {
  const folder = await folderWith(t, { 'good.txt': 'x' });
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  await refused([join(folder, 'pipe')], /pipe is neither a file nor a folder/);
  await refused(['/dev/zero'], /neither a file nor a folder/);
  await refused([join(folder, 'nowhere')], /There is no file or folder/);
  assert.deepEqual(
    (await opened([folder])).files.map(({ name }) => name),
    ['good.txt'],
  );
});

test('links lead nowhere else', async (t) => {
  const folder = await folderWith(t, { 'in/good.txt': 'x', 'secret.txt': 'canary' });
  await symlink('../secret.txt', join(folder, 'in/link.txt'));
  const { files, problems } = await opened([join(folder, 'in')]);
  assert.deepEqual([files.length, problems[0]?.file], [1, 'link.txt']);
});
