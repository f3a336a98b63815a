/** Content that means harm, or is merely enormous. */
import assert from 'node:assert/strict';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseDate } from '../../../src/importers/markdown/fields/dates.ts';
import { parseByline } from '../../../src/importers/markdown/people/byline.ts';
import { readMarkdownBlog } from '../../../src/importers/markdown/read-blog.ts';
import { partTitle } from '../../../src/importers/series/series-title.ts';
import { plainText } from '../../../src/importers/text/plain-text.ts';
import { blogOf, folderOf, text, told } from '../blog-folder.ts';
import { leastCpuMs } from '../../support/cpu-time.ts';

const good = text('title: Good', 'date: 2024-01-01');

test('links that leave the folder are never followed', async (t) => {
  const folder = await folderOf(t, { 'posts/good.md': good, 'posts/inside/deep.md': good });
  const outside = join(folder, '..', 'outside');
  await mkdir(outside);
  await writeFile(join(outside, 'secret.md'), '---\ntitle: Secret canary\n---\nx');
  await symlink(join(outside, 'secret.md'), join(folder, 'posts/file.md'));
  await symlink(outside, join(folder, 'posts/folder'));
  await symlink('/nowhere', join(folder, 'posts/broken.png'));
  await symlink('..', join(folder, 'posts/loop'));
  await symlink('inside/deep.md', join(folder, 'posts/linked.md'));
  const { record } = await readMarkdownBlog(folder, { source: 'x' });
  assert.deepEqual(
    record.posts.map(({ key }) => key),
    ['posts/good.md', 'posts/inside/deep.md', 'posts/linked.md'],
  );
  assert.deepEqual(told(record.problems).slice(0, 3), [
    'warning posts/broken.png: a link that leads nowhere',
    'error posts/file.md: a link that leads out of the folder',
    'warning posts/folder: a link that leads out of the folder',
  ]);
  assert.doesNotMatch(JSON.stringify(record), /canary/);
});

test('a file replaced by a link after the walk is not read', async (t) => {
  const folder = await folderOf(t, {
    'posts/good.md': `${good}![x](x.svg)`,
    'posts/x.svg': '<svg width="1" height="1"/>',
    'y.svg': '<svg/>',
  });
  const { readFile } = await readMarkdownBlog(folder, { source: 'x' });
  const { rename } = await import('node:fs/promises');
  await rename(join(folder, 'posts/x.svg'), join(folder, 'posts/old.svg'));
  await symlink('/etc/passwd', join(folder, 'posts/x.svg'));
  await assert.rejects(readFile('posts/x.svg'), /ELOOP/);
});

test('a text or a picture that is too large is told', async (t) => {
  const record = await blogOf(t, {
    'posts/good.md': `${good}![x](big.png)`,
    'posts/big.md': 'a'.repeat(5_000_001),
    'posts/big.png': Buffer.alloc(20_000_001),
    'posts/long.md': `---\ntitle: ${'a'.repeat(100_001)}\n---\nx`,
  });
  assert.deepEqual(told(record.problems), [
    'error posts/big.md: too large for a text',
    'warning posts/good.md: the image big.png is missing',
    'error posts/long.md:2 the YAML front matter does not parse',
  ]);
});

test('YAML bombs, deep nesting and foreign tags do no harm', async (t) => {
  const levels = Array.from(
    { length: 12 },
    (_, at) => `l${at + 1}: &l${at + 1} [${Array(9).fill(`*l${at}`).join(', ')}]`,
  );
  const record = await blogOf(t, {
    'posts/bomb.md': ['---', 'l0: &l0 [x]', ...levels, '---', 'x'],
    'posts/deep.md': `---\nx: ${'['.repeat(50_000)}\n---\nx`,
    'posts/nested.md': `---\nx: ${'{a: '.repeat(100)}1${'}'.repeat(100)}\n---\nx`,
    'posts/json.md': `{ "x": ${'['.repeat(90_000)}${']'.repeat(90_000)} }\nx`,
    'posts/toml.md': `+++\nx = ${'['.repeat(90_000)}${']'.repeat(90_000)}\n+++\nx`,
    'posts/tags.md':
      '---\ntitle: !!js/function "x"\nx: !ruby/object:Gem::Installer {}\ndate: 2024-01-01\n---\nx',
    'posts/good.md': good,
  });
  const errors = record.problems.filter(({ severity }) => severity === 'error').map(({ file }) => file);
  assert.deepEqual(errors, [
    'posts/bomb.md',
    'posts/deep.md',
    'posts/json.md',
    'posts/nested.md',
    'posts/toml.md',
  ]);
  assert.deepEqual(
    record.posts.map(({ key }) => key),
    ['posts/good.md', 'posts/tags.md'],
  );
});

test('the names of a prototype are names like any other', async (t) => {
  const names = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'];
  const list = `[${names.join(', ')}]`;
  const record = await blogOf(t, {
    'posts/a.md': text(
      'title: constructor',
      'date: 2024-01-01',
      `tags: ${list}`,
      `categories: ${list}`,
      `authors: ${list}`,
      `series: ${list}`,
      'slug: constructor',
      'status: constructor',
      'lang: constructor',
      'image: constructor',
      'layout: toString',
      'permalink: constructor',
    ),
    'posts/b.md': '---constructor\nx: 1\n---\nx',
    'tags.yml': names.map((name) => `${name}: { label: ${name} }`).join('\n'),
    'authors.yml': `jane: { name: Jane, socials: { toString: x, valueOf: "https://x.example" }, links: [{ label: constructor, url: x }] }`,
    'site.yml': 'name: constructor\nmenus: { toString: [{ label: x }] }',
  });
  assert.equal(record.posts.length, 1);
  assert.equal(record.posts[0]?.tags.length, 5);
  assert.equal(record.authors.length, 6);
  const plain: Record<string, unknown> = {};
  assert.equal(plain['polluted'], undefined);
});

test('mail addresses are not kept anywhere', async (t) => {
  const record = await blogOf(t, {
    'posts/a.md': text(
      'title: A',
      'date: 2024-01-01',
      'email: a@canary.example',
      'author: { name: A, email: a@canary.example, social: [{ email: "mailto:a@canary.example" }] }',
    ),
    'posts/b.md': text('title: B', 'date: 2024-01-01', 'author: "B <b@canary.example>"'),
    'posts/c.md': text('title: C', 'date: 2024-01-01', 'authors: ["c@canary.example (C)"]'),
    'authors.yml': 'd: { name: D, e-mail: d@canary.example }',
  });
  assert.doesNotMatch(
    JSON.stringify({ ...record, posts: record.posts.map((post) => ({ ...post, markdown: '' })) }),
    /canary/,
  );
});

/** trust.md: parsing takes under 50 ms for 100 KB; a busy machine is given ten times as long. */
const budget = 500;

test('hostile text costs little', async () => {
  const size = 100_000;
  const texts = [
    'a!',
    '[',
    '![',
    '](',
    '`',
    '*_',
    '<a ',
    '<!--',
    '{{',
    '&#',
    '\\',
    ' ',
    '((',
    ', and ',
    '#1 ',
    'part ',
    '1/2',
    '2012-',
    ': ',
    '"',
    '\uE0000\uE001',
  ];
  for (const piece of texts) {
    const hostile = piece.repeat(Math.ceil(size / piece.length));
    for (const parse of [plainText, parseByline, partTitle, parseDate]) {
      const took = await leastCpuMs(() => parse(hostile), 3);
      assert.ok(took < budget, `${parse.name} took ${took.toFixed(0)} ms for ${JSON.stringify(piece)}`);
    }
  }
});

test('hostile files cost little', async (t) => {
  const pieces = [
    'a!',
    '[',
    '![x](',
    '[x]: ',
    '](a.md',
    '`',
    '``` ',
    '<!--',
    '<img src="',
    '{{< ref ',
    '{% link ',
    '# ',
    '=\n',
    '---\n',
    '\n\n',
    'x: "',
    '- ',
    '{"',
    '  ',
    '<!-- more',
    '\t',
    "'",
    ': ',
    '&a ',
    '|',
  ];
  const files = pieces.flatMap((piece, at) => {
    const hostile = piece.repeat(Math.ceil(100_000 / piece.length));
    return [
      [`posts/body-${at}.md`, `${good}${hostile}`],
      // Short enough to be mended, and read several times.
      [`posts/yaml-${at}.md`, `---\ntitle: ${hostile.slice(0, 15_000)}\n---\nx`],
      [`posts/toml-${at}.md`, `+++\n${hostile}\n+++\nx`],
      [`posts/all-${at}.md`, hostile],
    ] as const;
  });
  const folder = await folderOf(t, Object.fromEntries(files));
  const each = (await leastCpuMs(() => readMarkdownBlog(folder, { source: 'x' }), 1)) / files.length;
  assert.ok(each < budget, `${each.toFixed(0)} ms a file`);
});
