/** A WordPress blog moves in: by the command, into a database, and is asked for where it stood. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDatabase } from '../../src/db/client.ts';
import { attachment, author, category, item, term, wxr } from '../importers/wordpress/wxr-text.ts';
import { ask } from '../support/ask.ts';
import { colophon, databaseEnv, type Env } from '../support/colophon.ts';
import { folderWith } from '../support/small-blog.ts';

/** With a second post as it says. */
function blog(second: string): string {
  return wxr(
    author('jane', 'Jane Doe') +
      category('tech', 'Tech') +
      category('go', 'Go', 'tech', 12) +
      term('series', 'learning', 'Learning Go', 31) +
      item({
        id: 1,
        slug: 'first',
        title: 'The first',
        creator: 'jane',
        content: 'Words. <img class="wp-image-9" src="https://blog.example/wp-content/uploads/image-9.jpg">',
        terms: [
          ['category', 'go', 'Go'],
          ['post_tag', 'sql', 'SQL'],
          ['series', 'learning', 'Learning Go'],
        ],
        meta: [
          ['_thumbnail_id', '9'],
          ['_wp_old_slug', 'once'],
          ['_series_part_31', '2'],
        ],
        sticky: true,
      }) +
      second +
      item({ id: 3, status: 'private', title: 'canary-private', slug: 'canary-private' }) +
      item({ id: 4, password: 'canary-password', title: 'canary-protected', slug: 'canary-protected' }) +
      item({
        id: 5,
        status: 'future',
        gmt: '2099-01-01 00:00:00',
        title: 'canary-future',
        slug: 'canary-future',
      }) +
      attachment(9, { excerpt: 'Caption', meta: [['_wp_attachment_image_alt', 'A lake']] }),
  );
}

const second = item({ id: 2, slug: 'second', content: 'See <a href="/?p=1">that</a>.' });

test('an export goes in once, then only what changed; old addresses answer; what was hidden stays so', async (t) => {
  const env = await databaseEnv(t);
  const folder = await folderWith(t, { 'blog.WordPress.2026-01-31.xml': blog(second) });
  const file = join(folder, 'blog.WordPress.2026-01-31.xml');
  const first = await colophon(['import', file], env);
  assert.equal(first.code, 0, first.err + first.out);
  assert.match(first.out, /^Imported:\n {2}posts +5 created\n {2}series +1 created\n {2}authors +1 created/m);
  assert.match(first.out, /2 warnings:\n.*1 private post came in as a draft: “canary-private”/);
  const again = await colophon(['import', file], env);
  assert.match(again.out, /posts +5 unchanged/);
  assert.doesNotMatch(again.out, /created|updated|removed/);
  await writeFile(file, blog(second.replace('See', 'Look at')));
  const dry = await colophon(['import', file, '--dry-run'], env);
  assert.match(
    dry.out,
    /^Nothing was written\. An import would do this:\n {2}posts +1 updated, 4 unchanged/m,
  );
  await asked(env);
  await writeFile(file, blog('').slice(0, -40));
  const cut = await colophon(['import', file, '--prune'], env);
  assert.equal(cut.code, 1);
  assert.match(cut.out, /posts .*\b1 missing$/m);
  assert.match(cut.out, /nothing was removed/);
  assert.match(cut.out, /1 file did not go in:\n.*blog\.WordPress\.2026-01-31\.xml:\d+: /);
});

/** Where things stood, and where they are. */
const moved = [
  ['permalink', '/2020/01/first/', '/blog/first'],
  ['once', '/2020/01/once', '/blog/first'],
  ['tag', '/tag/sql/', '/tags/sql'],
  ['category', '/category/tech/go/', '/categories/tech/go'],
  ['author', '/author/jane', '/authors/jane'],
] as const;

const question = `{
  first: resolve(path: "/blog/first") { ... on Post {
    title authors { name } tags { name } category { path }
    coverImage { alt caption width height } seriesParts { position series { title } }
  } }
  second: resolve(path: "/blog/second") { ... on Post { body { markdown } } }
  ${moved.map(([name, path]) => `${name}: resolve(path: "${path}") { ... on Redirect { targetPath } }`).join('\n')}
  ${['private', 'protected', 'future'].map((name) => `${name}: resolve(path: "/blog/canary-${name}") { __typename }`).join('\n')}
  posts(orderBy: { field: TITLE }) { nodes { slug } }
}`;

async function asked(env: Env): Promise<void> {
  const db = await openDatabase({
    databaseUrl: env['DATABASE_URL'] ?? null,
    dataDir: env['DATA_DIR'] ?? null,
  });
  try {
    const { data, errors } = await ask(db, question);
    assert.deepEqual(errors, []);
    assert.deepEqual(data, {
      first: {
        title: 'The first',
        authors: [{ name: 'Jane Doe' }],
        tags: [{ name: 'SQL' }],
        category: { path: '/categories/tech/go' },
        coverImage: { alt: 'A lake', caption: 'Caption', width: 1200, height: 800 },
        seriesParts: [{ position: 2, series: { title: 'Learning Go' } }],
      },
      second: { body: { markdown: 'See [that](/blog/first).' } },
      ...Object.fromEntries(moved.map(([name, , targetPath]) => [name, { targetPath }])),
      private: null,
      protected: null,
      future: null,
      posts: { nodes: [{ slug: 'second' }, { slug: 'first' }] },
    });
  } finally {
    await db.close();
  }
}
