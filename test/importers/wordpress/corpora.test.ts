/** Exports of other projects' tests, where they are at hand: a folder `corpora` in `shared`, beside the project. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { detectFormat } from '../../../src/importers/detect-format.ts';
import { readWordpress } from '../../../src/importers/wordpress/read-wordpress.ts';

const folder = join(import.meta.dirname, '../../../../shared/corpora/wxr');
const options = { skip: existsSync(folder) ? false : 'there is no ../shared/corpora here' };

const fixtures = 'tryghost-migrate/packages/mg-wp-xml/test/fixtures';

/** File -> posts, authors, tags, problems; checked by eye. */
const expected: Readonly<
  Record<string, readonly [posts: number, authors: number, tags: number, problems: number]>
> = {
  'jekyll-import/test/mocks/sitetitle.wordpress.2025-01-19.000.xml': [7, 1, 4, 0],
  [`${fixtures}/co-authors-plus.xml`]: [4, 3, 1, 0],
  [`${fixtures}/feature-image-captions.xml`]: [3, 1, 0, 0],
  [`${fixtures}/has-audio-enclosure-with-libsyn-embed.xml`]: [1, 1, 0, 0],
  [`${fixtures}/has-audio-enclosure.xml`]: [1, 1, 0, 0],
  // Its one item is of a type of the site's own.
  [`${fixtures}/has-meta.xml`]: [0, 0, 0, 1],
  [`${fixtures}/has-yoast-meta.xml`]: [2, 1, 0, 0],
  [`${fixtures}/multiple/attachments-only.xml`]: [0, 0, 0, 0],
  [`${fixtures}/multiple/pages-only.xml`]: [0, 0, 0, 0],
  [`${fixtures}/multiple/posts-only.xml`]: [3, 2, 2, 3],
  [`${fixtures}/sample-no-slug.xml`]: [3, 2, 2, 2],
  [`${fixtures}/sample-with-alt.xml`]: [1, 1, 1, 0],
  [`${fixtures}/sample.xml`]: [3, 2, 2, 2],
};

test('every file is an export of WordPress, or a feed', options, async () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.xml'),
  );
  const others: string[] = [];
  for (const file of files) if ((await detectFormat(join(folder, file))) !== 'wordpress') others.push(file);
  assert.deepEqual(others, ['jekyll-import/test/mocks/medium_feed.xml']);
  assert.deepEqual(
    files.filter((file) => !others.includes(file)).toSorted(),
    Object.keys(expected).toSorted(),
  );
});

for (const [file, counts] of Object.entries(expected)) {
  test(file, options, async () => {
    const { record, close } = await readWordpress([join(folder, file)], { source: null });
    const { posts, authors, tags, problems } = record;
    assert.deepEqual([posts.length, authors.length, tags.length, problems.length], counts);
    for (const { title, markdown } of posts) {
      assert.notEqual(title, '');
      assert.doesNotMatch(markdown, /<!-- \/?wp:|\[\/?caption/);
    }
    // Mail addresses of their authors.
    assert.doesNotMatch(JSON.stringify({ ...record, posts: [] }), /@example\.com|@gmail\.com/);
    await close?.();
  });
}

test('posts, pages and attachments in three files are one blog', options, async () => {
  const { record, close } = await readWordpress([join(folder, fixtures, 'multiple')], {
    source: null,
    pages: true,
  });
  assert.deepEqual(
    record.posts.map(({ key, cover }) => [key, cover !== null]),
    [
      ['page/135', false],
      ['post/204', false],
      ['post/4', true],
      ['post/14', true],
    ],
  );
  await close?.();
});
