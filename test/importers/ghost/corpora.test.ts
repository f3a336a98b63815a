/**
 * Ghost's own test exports, where they are at hand: a folder `corpora` in `shared`, beside the project. What is
 * expected is taken from the JSON itself, and from the HTML that Ghost made of each post.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { InputError } from '../../../src/importers/blog-reader.ts';
import { readBody } from '../../../src/importers/ghost/body/read-body.ts';
import { exportTables } from '../../../src/importers/ghost/export-tables.ts';
import { isGhost } from '../../../src/importers/ghost/is-ghost.ts';
import { readGhostBlog } from '../../../src/importers/ghost/read-ghost-blog.ts';
import { ProblemList } from '../../../src/importers/problem-list.ts';
import { secretsOf } from './secrets-of.ts';

const ghost = join(import.meta.dirname, '../../../../shared/corpora/ghost/ghost-core-2026/ghost/core');
const fixtures = join(ghost, 'test/utils/fixtures');
const skip = existsSync(fixtures) ? false : 'there is no ../shared/corpora/ghost here';

const read = async (file: string, pages = false) => {
  const problems = new ProblemList();
  const { blog, close } = await readGhostBlog([file], { source: null, pages, problems });
  await close();
  return { blog, said: problems.sorted() };
};

const exports: readonly (readonly [
  file: string,
  posts: number,
  pages: number,
  authors: number,
  tags: number,
])[] = [
  ['export/valid.json', 2, 0, 1, 1],
  ['export/v2_export.json', 7, 0, 1, 1],
  ['export/v3_export.json', 7, 0, 1, 1],
  ['export/v4_export.json', 7, 4, 1, 1],
  ['export/products_export.json', 1, 0, 0, 0],
  ['import/import-data-1.json', 1, 0, 0, 1],
  ['import/import-data-lts.json', 1, 0, 0, 1],
];

for (const [file, posts, pages, authors, tags] of exports) {
  test(`${file} gives what its JSON holds`, { skip }, async () => {
    assert.ok(await isGhost({ path: join(fixtures, file), kind: 'file' }));
    const { blog } = await read(join(fixtures, file));
    assert.deepEqual([blog.posts.length, blog.skipped.length], [posts, pages]);
    assert.deepEqual([blog.authors.length, blog.tags.length], [authors, tags]);
    const { rows } = exportTables(JSON.parse(readFileSync(join(fixtures, file), 'utf8')), file);
    const all = (await read(join(fixtures, file), true)).blog.posts;
    assert.deepEqual(
      all.map(({ slug, publishedAt, updatedAt }) => [slug, publishedAt?.getTime(), updatedAt?.getTime()]),
      rows.posts.map((row) => [row['slug'], time(row['published_at']), time(row['updated_at'])]),
    );
    for (const post of all) assert.ok([post.body()].flat().length > 0, post.key);
  });
}

function time(value: unknown): number {
  return new Date(value as string | number).getTime();
}

test('our bodies say word for word what Ghost rendered', { skip }, () => {
  let same = 0;
  for (const file of ['v2', 'v3', 'v4'].map((version) => `export/${version}_export.json`)) {
    const { rows } = exportTables(JSON.parse(readFileSync(join(fixtures, file), 'utf8')), file);
    for (const row of rows.posts) {
      const { pieces, source } = readBody(row, null);
      assert.equal(source, 'mobiledoc');
      // An embed's own frame says nothing; we give its title as a link.
      if (row['slug'] === 'write') continue;
      assert.equal(
        words(pieces.map(({ text }) => text).join('\n')),
        words(String(row['html'])),
        String(row['slug']),
      );
      same += 1;
    }
  }
  assert.equal(same, 24);
});

const entities = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#x27;', "'"],
]);

function words(html: string): string {
  const text = html
    .replaceAll('__GHOST_URL__', '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[#\w]+;/g, (entity) => entities.get(entity) ?? entity);
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

test('a paid post is a draft, and nothing of users, settings and keys is left', { skip }, async () => {
  const file = join(fixtures, 'export/v4_export.json');
  const { blog, said } = await read(file, true);
  assert.deepEqual(
    blog.posts.filter(({ wanted }) => wanted === 'draft').map(({ slug }) => slug),
    ['sell'],
  );
  assert.match(said.map(({ what }) => what).join(), /1 post was for paying members only: “Selling premium/);
  const all = JSON.stringify([blog, blog.posts.map((post) => post.body()), said]);
  const secrets = secretsOf(JSON.parse(readFileSync(file, 'utf8')));
  assert.ok(secrets.length > 30);
  for (const secret of secrets) assert.ok(!all.includes(secret), secret);
});

test('what is no export is refused with the reason', { skip }, async () => {
  const refused: readonly (readonly [file: string, reason: RegExp])[] = [
    [join(fixtures, 'export/broken.json'), /no Ghost export here \(broken\.json is none\)/],
    [join(ghost, 'core/server/data/schema/fixtures/fixtures.json'), /no Ghost export here/],
    ...[
      'zip-with-base-dir',
      'zip-with-double-base-dir',
      'zip-without-base-dir',
      'zip-multiple-data-formats',
    ].map((zip) => [join(fixtures, 'import/zips', zip), /test\.json is empty/] as const),
  ];
  for (const [file, reason] of refused)
    await assert.rejects(
      () => read(file),
      (error: unknown) => error instanceof InputError && reason.test(error.message),
      file,
    );
});
