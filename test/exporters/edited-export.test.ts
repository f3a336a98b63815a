/** An export that somebody edited by hand: what changed goes in, and what is wrong is told with its place. */
import assert from 'node:assert/strict';
import { cp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { importBlog } from '../../src/actions/import-blog.ts';
import { problemText } from '../../src/commands/report-text.ts';
import type { BlogRecord, PostRecord } from '../../src/domain/blog-record.ts';
import { readExport } from '../../src/importers/colophon/read-export.ts';
import { testDatabase } from '../support/database.ts';
import { emptyFolder, exported, importWhole } from './export-and-import.ts';
import { seedOddBlog } from './odd-blog.ts';

const db = await testDatabase();
await seedOddBlog(db);
const whole = {
  markdown: await exported({ after }, db),
  json: await exported({ after }, db, { format: 'json' }),
};

type Owner = Parameters<typeof emptyFolder>[0];

/** A copy of the export in which texts are replaced; null: the file is removed. */
async function edited(
  t: Owner,
  changes: Readonly<Record<string, null | readonly [search: string | RegExp, replacement: string]>>,
  format: keyof typeof whole = 'markdown',
): Promise<string> {
  const folder = await emptyFolder(t);
  await cp(whole[format], folder, { recursive: true });
  for (const [file, change] of Object.entries(changes)) {
    const path = join(folder, file);
    if (change === null) await rm(path);
    else {
      const text = await readFile(path, 'utf8');
      const [search, replacement] = change;
      assert.ok(
        typeof search === 'string' ? text.includes(search) : search.test(text),
        `${file}: ${String(search)}`,
      );
      await writeFile(path, text.replace(search, replacement));
    }
  }
  return folder;
}

interface Read {
  readonly problems: readonly string[];
  readonly posts: ReadonlyMap<string, PostRecord>;
  readonly records: readonly BlogRecord[];
}

async function read(folder: string): Promise<Read> {
  const { record, others = [] } = await readExport([folder], { source: null });
  const records = [record, ...others];
  return {
    records,
    problems: record.problems.map(problemText),
    posts: new Map(records.flatMap(({ posts }) => posts.map((post) => [post.path, post]))),
  };
}

test('as it was written nothing is wrong with it', async () => {
  assert.deepEqual((await read(whole.markdown)).problems, []);
  assert.deepEqual((await read(whole.json)).problems, []);
});

test('a changed title goes in, and nothing else changes', async (t) => {
  const copy = await testDatabase(t);
  await importWhole(copy, whole.markdown);
  const folder = await edited(t, { 'posts/plain.md': ['title: plain', 'title: "Plain: new"'] });
  const { records, problems } = await read(folder);
  assert.deepEqual(problems, []);
  const counts = [];
  for (const record of records) {
    const readBytes = (file: string): Promise<Buffer> => readFile(join(folder, file));
    const report = await importBlog(copy, record, { now: new Date('2026-07-01'), readFile: readBytes });
    counts.push(report.counts);
  }
  const sums = counts
    .flatMap((one) => Object.entries(one))
    .filter(([, { updated, created, removed }]) => updated + created + removed > 0);
  assert.deepEqual(
    sums.map(([kind, { updated, created, removed }]) => [kind, updated, created, removed]),
    [['posts', 1, 0, 0]],
  );
  assert.equal((await copy.prisma.post.findFirst({ where: { path: '/blog/plain' } }))?.title, 'Plain: new');
});

test('a file that is gone, and one that nobody listed, are told', async (t) => {
  const folder = await edited(t, { 'posts/plain.md': null });
  await cp(join(folder, 'posts/old.md'), join(folder, 'posts/new.md'));
  const { problems, posts, records } = await read(folder);
  assert.deepEqual(
    problems.filter((text) => !text.includes('there is no post at /blog/plain')),
    [
      'posts/new.md: it was left out. Of an export only what colophon.yml lists is read. Add it to "files" there, or import a folder of its own.',
      'posts/plain.md: it cannot be read: posts/plain.md is not there. An export is read to the letter. Put it back, or take its line out of colophon.yml.',
    ],
  );
  // What named it is told with its line.
  assert.ok(
    problems.some((text) => /^posts\/old\.md:\d+: there is no post at \/blog\/plain\./.test(text)),
    problems.join('\n'),
  );
  assert.ok(problems.some((text) => /^series\.yml:\d+: there is no post at \/blog\/plain\./.test(text)));
  assert.ok(posts.has('/blog/old') && !posts.has('/blog/plain'));
  assert.ok(records.every(({ incomplete }) => incomplete));
});

test('broken files are told with their lines, and the others go in', async (t) => {
  const folder = await edited(t, {
    'posts/draft.md': ['language: en', 'language: [en'],
    'posts/old.md': ['title: old', 'titel: old'],
    'posts/unlisted.md': ['language: en', 'language: en\ncolour: red'],
    'posts/waiting.md': [/^date: .*$/m, 'date: tomorrow'],
    'tags.yml': ['- name: alone', '- nam: alone'],
    'authors.yml': [/^[^]*$/, 'ada: yes'],
    'categories.yml': [/^[^]*$/, '- *boom'],
  });
  const { problems, posts } = await read(folder);
  const begins = [
    /^authors\.yml:1: it cannot be read: it is not a list\./,
    /^categories\.yml:1: it cannot be read: /,
    /^posts\/draft\.md:\d+: it cannot be read: Flow sequence/,
    /^posts\/old\.md: title is not as an export has it: /,
    /^posts\/unlisted\.md:5: "colour" was left out\./,
    /^posts\/waiting\.md:3: date is not as an export has it/,
    /^tags\.yml:\d+: name is not as an export has it: /,
  ];
  for (const begin of begins)
    assert.ok(
      problems.some((text) => begin.test(text)),
      `${String(begin)}\n${problems.join('\n')}`,
    );
  assert.ok(posts.has('/blog/plain') && posts.has('/blog/unlisted') && !posts.has('/blog/old'));
});

test('an image that is gone, edited or not listed', async (t) => {
  const { image } = /^ {2}image: (?<image>.*)$/m.exec(
    await readFile(join(whole.markdown, 'resources/meetup.md'), 'utf8'),
  )!.groups!;
  const folder = await edited(t, {
    [`static${image!}`]: null,
    'images.yml': [/- src: \/media\/\w+\/card\.png\n(?: {2}.*\n)+/, ''],
  });
  const { problems, records, posts } = await read(folder);
  assert.deepEqual(
    problems.map((text) => text.replace(/\/media\/\w+/g, '/media/…')),
    [
      'images.yml: the image /media/…/meetup.png was left out: static/media/…/meetup.png is not there. What shows it goes in without it. Put the file back, and import again.',
      'images.yml: the image /media/…/card.png is not in it. What shows it goes in without it. Put its entry back, and import again.',
    ],
  );
  assert.equal(records[0]!.resources.find(({ key }) => key === 'meetup')!.image, null);
  assert.equal(posts.get('/blog/pictures')!.shareImage, null);

  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="7" height="9"/>';
  const drawn = await edited(t, { [`static${image!}`]: [/^[^]*$/, svg] });
  const meetup = (await read(drawn)).records[0]!.resources.find(({ key }) => key === 'meetup')!;
  assert.ok(meetup.image && 'file' in meetup.image.image);
  const { mimeType, width, height } = meetup.image.image;
  assert.deepEqual([mimeType, width, height], ['image/svg+xml', 7, 9]);
});

test('a hostile export reads nothing outside its folder', async (t) => {
  const outside = await emptyFolder(t);
  await writeFile(join(outside, 'secret.md'), '---\ntitle: secret\n---\n\nsecret\n');
  const folder = await edited(t, {
    'colophon.yml': [
      'files:\n',
      `files:\n  - posts/../../../..${outside}/secret.md\n  - posts/link.md\n  - /etc/passwd\n`,
    ],
    'images.yml': [/file: .*/, `file: ../../../../../..${outside}/secret.md`],
  });
  await symlink(join(outside, 'secret.md'), join(folder, 'posts/link.md'));
  const { problems, posts, records } = await read(folder);
  assert.equal(
    problems.filter((text) => text.includes('leads out of the folder')).length,
    3,
    problems.join('\n'),
  );
  assert.doesNotMatch(JSON.stringify(records.map(({ images }) => images ?? [])), /secret/);
  assert.equal(posts.size, (await read(whole.markdown)).posts.size);
});

test('what is no export, or not a whole one, is refused in a sentence', async (t) => {
  const refused = async (search: string | RegExp, replacement: string): Promise<string> => {
    const folder = await edited(t, { 'colophon.yml': [search, replacement] });
    return readExport([folder], { source: null }).then(
      () => 'it was read',
      (error: unknown) => (error instanceof Error ? error.message.replace(folder, '…') : ''),
    );
  };
  assert.equal(
    await refused('complete: true', 'complete: false'),
    'The export in … was cut off before its end. Export again.',
  );
  assert.match(
    await refused('version: 1', 'version: 2'),
    /^colophon\.yml in … is not one that this version reads: version /,
  );
  assert.match(
    await refused('layout: markdown', 'layout: [x'),
    /^colophon\.yml in … cannot be read: line \d+: .*Correct it, or export again\.$/,
  );
  assert.match(await refused('layout: markdown', 'layout: jsonl'), /^JSON Lines are for others to read\./);
});

test('JSON: the same, with the line of each item', async (t) => {
  const folder = await edited(t, { 'blog.json': ['"title":"plain"', '"title":7'] }, 'json');
  const { problems, posts } = await read(folder);
  assert.ok(
    problems.some((text) => /^blog\.json:\d+: title is not as an export has it/.test(text)),
    problems.join('\n'),
  );
  assert.ok(!posts.has('/blog/plain') && posts.has('/blog/old'));
  const [place] = /\d+/.exec(problems.find((text) => text.includes('title is not'))!)!;
  const line = (await readFile(join(folder, 'blog.json'), 'utf8')).split('\n')[Number(place) - 1];
  assert.match(line!, /^\{"title":7,/);

  const torn = await edited(t, { 'blog.json': [/,\n"resources"[^]*$/, ''] }, 'json');
  await assert.rejects(
    read(torn),
    /^InputError: blog\.json is no JSON: line \d+, column \d+: it ends too early/,
  );
  const bare = await edited(t, { 'blog.json': [/"markdown":"The text of draft\."/, '"mark":""'] }, 'json');
  assert.ok((await read(bare)).problems.some((text) => /^blog\.json:\d+: markdown is not/.test(text)));
});
