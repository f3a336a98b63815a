/** A blog that came from WordPress, out and in again: drafts of what was private, redirects of old addresses, metadata. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { plainRequest, runImport } from '../../src/commands/run-import.ts';
import { attachment, author, category, item, term, wxr } from '../importers/wordpress/wxr-text.ts';
import { testDatabase } from '../support/database.ts';
import { emptyFolder, exported, filesIn, importWhole } from './export-and-import.ts';
import { graphOf } from './graph-of.ts';

const blog = wxr(
  author('jane', 'Jane Doe') +
    category('tech', 'Tech') +
    category('go', 'Go', 'tech', 12) +
    term('series', 'learning', 'Learning Go', 31) +
    item({
      id: 1,
      slug: 'first',
      title: 'The first',
      creator: 'jane',
      content:
        'Words.\n\n[caption]<img class="wp-image-9" src="https://blog.example/wp-content/uploads/a.jpg"> A lake[/caption]',
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
    item({
      id: 2,
      slug: 'second',
      content: 'See <a href="/?p=1">that</a> and <a href="https://blog.example/first/">it</a>.',
    }) +
    item({ id: 3, status: 'private', title: 'Private', slug: 'private-one' }) +
    item({ id: 4, password: 'secret', title: 'Protected', slug: 'protected-one' }) +
    item({ id: 5, status: 'future', gmt: '2099-01-01 00:00:00', title: 'Future', slug: 'future-one' }) +
    attachment(9, { excerpt: 'Caption', meta: [['_wp_attachment_image_alt', 'A lake']] }),
);

test('a WordPress blog comes back as it was', async (t) => {
  const file = join(await emptyFolder(t), 'blog.xml');
  await writeFile(file, blog);
  const original = await testDatabase(t);
  await runImport(original, plainRequest(file), () => undefined);
  const folder = await exported(t, original);
  const copy = await testDatabase(t);
  await importWhole(copy, folder);
  const graph = await graphOf(original, 'owner');
  assert.ok(Object.keys(graph).filter((name) => name.startsWith('Post ')).length === 5);
  assert.deepEqual(await graphOf(copy, 'owner'), graph);
  assert.deepEqual(await graphOf(copy, 'public'), await graphOf(original, 'public'));
  const files = await filesIn(folder);
  assert.deepEqual(await filesIn(await exported(t, copy)), files);
  assert.doesNotMatch(JSON.stringify(files), /secret/);
  // Its own next export finds what is its, among what came back.
  const { report } = await runImport(copy, plainRequest(file), () => undefined);
  assert.deepEqual([report.counts.posts.created, report.counts.posts.removed, report.missing], [0, 0, []]);
  assert.deepEqual(await graphOf(copy, 'owner'), graph);
});
