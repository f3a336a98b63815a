/** What people bring of a Ghost blog: the JSON, a folder, a zip, redirects beside it. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { InputError } from '../../../src/importers/blog-reader.ts';
import { ContentFiles } from '../../../src/importers/ghost/inputs/content-files.ts';
import { readGhostBlog } from '../../../src/importers/ghost/read-ghost-blog.ts';
import { ProblemList } from '../../../src/importers/problem-list.ts';
import { folderWith } from '../../support/small-blog.ts';
import { zipOf } from '../../support/zip-of.ts';

const post = { id: '1', title: 'One', slug: 'one', html: '<p>x</p>', status: 'published' };
const settings = [{ key: 'title', value: 'My Blog' }];
const json = JSON.stringify({ db: [{ meta: { version: '5.1.0' }, data: { posts: [post], settings } }] });
const redirects = JSON.stringify([{ from: '/old/', to: '/one/' }]);

async function read(inputs: readonly string[]) {
  const problems = new ProblemList();
  const { blog, files, close } = await readGhostBlog(inputs, { source: null, pages: false, problems });
  await close();
  return { blog, files, problems: problems.sorted() };
}

async function zipFile(t: TestContext, entries: Parameters<typeof zipOf>[0]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ghost-'));
  t.after(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'blog.zip'), zipOf(entries));
  return join(folder, 'blog.zip');
}

test('a file, with redirects as further inputs', async (t) => {
  const files = {
    'my.ghost.2024-01-02-03-04-05.json': json,
    'redirects.json': redirects,
    'r.yaml': '301:\n  /a: /one/',
  };
  const folder = await folderWith(t, files);
  const { blog } = await read(Object.keys(files).map((name) => join(folder, name)));
  assert.equal(blog.source, 'my-blog');
  assert.deepEqual([blog.posts.length, blog.redirects.map(({ from }) => from)], [1, ['/old', '/a']]);
});

test('a folder and a zip, with a folder around it or without', async (t) => {
  const entries = {
    'backup/data/my.json': `\uFEFF${json}`,
    'backup/data/redirects.yaml': '302:\n  /b: /one/\n',
    'backup/content/images/2024/x.png': 'png',
    'backup/content/themes/casper/package.json': '{"posts": [1]}',
    'backup/content/settings/routes.yaml': '301: x',
    'backup/data/members.csv': 'jo@mail.org',
    'backup/other.json': '{"a": 1}',
  };
  for (const input of [await folderWith(t, entries), await zipFile(t, Object.entries(entries))]) {
    const { blog, files } = await read([input]);
    assert.deepEqual([blog.posts.length, blog.redirects.length], [1, 1]);
    assert.deepEqual(blog.skipped, [
      { file: 'backup/other.json', why: 'JSON, but no Ghost export and no list of redirects' },
    ]);
    const images = new ContentFiles(files);
    assert.equal(
      images.find('/content/images/size/w600/2024/x.png?v=1', null)?.name,
      'content/images/2024/x.png',
    );
    assert.equal(images.find('https://b.org/content/images/2024/x.png', 'https://b.org')?.byteSize, 3);
    assert.equal(images.find('https://other.org/content/images/2024/x.png', 'https://b.org'), null);
    assert.equal(images.find('/content/images/%E0%A4%A/../../etc/passwd', null), null);
  }
});

test('a zip whose names lead out of it, whose files are links: those are passed by', async (t) => {
  const zip = await zipFile(t, [
    ['../evil.json', json],
    ['/etc/evil.json', json],
    ['C:\\evil.json', json],
    ['link.json', '/etc/passwd', { mode: 0o120777 }],
    ['good.json', json],
  ]);
  const { blog, problems } = await read([zip]);
  assert.equal(blog.posts.length, 1);
  assert.match(problems[0]?.what ?? '', /^4 of its files were passed by/);
});

test('pictures that did not come along are told once', async (t) => {
  const posts = [
    { ...post, feature_image: '__GHOST_URL__/content/images/a.png' },
    { ...post, id: '2', slug: 'two', html: '<img src="/content/images/b.png">' },
    { ...post, id: '3', slug: 'three', html: '<img src="https://x.org/content/images/b.png">' },
  ];
  const files = {
    'bare.json': JSON.stringify({ posts }),
    'with/a.json': JSON.stringify({ posts }),
    'with/content/images/a.png': 'x',
  };
  const folder = await folderWith(t, files);
  const told = (await read([join(folder, 'bare.json')])).problems.map(({ what }) => what);
  assert.match(told.join(), /^Pictures of 2 posts are not in the export/);
  assert.deepEqual((await read([join(folder, 'with')])).problems, []);
});

test('links out of a folder are not followed', async (t) => {
  const folder = await folderWith(t, { 'blog/good.json': json, 'secret.json': json });
  await symlink('../secret.json', join(folder, 'blog/more.json'));
  const { blog, problems } = await read([join(folder, 'blog')]);
  assert.equal(blog.posts.length, 1);
  assert.equal(problems[0]?.file, 'more.json');
});

test('what is refused says why', async (t) => {
  const folder = await folderWith(t, {
    'empty.json': '',
    'broken.json': '{"db": [{"data": {"users": [{"password": "hunter2" "x": 1}]}}]}',
    'other.json': '{"asdadas": [{"meta": {}, "data": {"posts": []}}]}',
    'text.json': 'hello',
    'binary.json': '\0\u0001\0',
    'redirects.json': redirects,
    'no.zip': 'PK\u0003\u0004 and nothing more',
    'two/a.json': json,
    'two/b.json': json,
  });
  const refusals: readonly (readonly [name: string, message: RegExp])[] = [
    ['empty.json', /empty\.json is empty/],
    ['broken.json', /broken\.json is no JSON: line 1, column 52/],
    ['other.json', /no Ghost export here \(other\.json is none\)/],
    ['text.json', /no JSON: line 1, column 1/],
    ['binary.json', /is no text/],
    ['redirects.json', /no Ghost export here/],
    ['no.zip', /no zip file, or a damaged one/],
    ['two', /a\.json and b\.json are exports both/],
    ['nowhere.json', /There is no file or folder/],
  ];
  for (const [name, message] of refusals)
    await assert.rejects(
      () => read([join(folder, name)]),
      (error: unknown) =>
        error instanceof InputError && message.test(error.message) && !error.message.includes('hunter2'),
      name,
    );
  const bomb = await zipFile(t, [['bomb.json', `{"posts": [], "x": "${' '.repeat(20_000_000)}"}`]]);
  await assert.rejects(() => read([bomb]), /grows to more than 200 times its size/);
});
