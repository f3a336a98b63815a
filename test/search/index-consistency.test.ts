/** The index says at any time what one made from scratch would say. */
import assert from 'node:assert/strict';
import { beforeEach, suite, test } from 'node:test';
import { importBlog } from '../../src/actions/import-blog.ts';
import { publishDuePosts } from '../../src/actions/publish-due-posts.ts';
import { contentVersion } from '../../src/db/change-log.ts';
import { dyingDatabase } from '../actions/dying-database.ts';
import { blog, category, now, options, post, resource, series } from '../actions/plain-blog.ts';
import { randomBlog } from '../actions/random-blog.ts';
import { emptyDatabase, testDatabase } from '../support/database.ts';
import { randomness } from '../support/random.ts';
import { author, tag } from '../support/seed.ts';
import { indexRows, rebuiltRows } from './rebuilt-index.ts';

const db = await testDatabase();
beforeEach(() => emptyDatabase(db));

async function assertTrue(): Promise<void> {
  const kept = await indexRows(db);
  assert.deepEqual(kept, await rebuiltRows(db));
}

const words = async (): Promise<string[]> =>
  (await db.pool.query<{ word: string }>('select word from "SearchWord" order by 1')).rows.map(
    ({ word }) => word,
  );

const first = blog({
  tags: [tag('go', { name: 'Golang' }), tag('sql')],
  authors: [author('ada', { name: 'Ada Byron' })],
  categories: [category('tech', { name: 'Technik' }), category('tech/db', { name: 'Databases' })],
  posts: [
    post('one', { title: 'Running gophers', tags: ['go'], authors: ['ada'], categories: ['tech/db'] }),
    post('two', {
      title: 'Wombats',
      language: 'de',
      tags: ['go', 'sql'],
      markdown: 'Die Zukunft der Häuser.',
    }),
    post('later', { title: 'Aardvarks', publishedAt: new Date(now.getTime() + 86_400_000), tags: ['sql'] }),
  ],
  series: [series('saga', ['one.md', { title: 'The end' }], { title: 'Saga' })],
  resources: [resource('talk', { title: 'Talking heads', tags: ['sql'], speakers: ['ada'] })],
});

suite('the search index', () => {
  test('after an import, an edit, a removal, and what is published later', async () => {
    await importBlog(db, first, options());
    await assertTrue();
    const [one, two, later] = first.posts;
    assert.ok(one && two && later);
    const second = blog({
      ...first,
      tags: [tag('go', { name: 'Go' }), tag('sql')],
      posts: [
        { ...one, title: 'Sleeping gophers', markdown: 'Nothing.' },
        { ...two, wanted: 'draft' },
        later,
      ],
    });
    await importBlog(db, second, options());
    await assertTrue();
    const spoken = await words();
    assert.ok(spoken.includes('gophers') && spoken.includes('Len'));
    for (const hidden of ['running', 'wombats', 'aardvarks', 'golang', 'Lde'])
      assert.ok(!spoken.includes(hidden), hidden);
    await publishDuePosts(db, new Date(now.getTime() + 2 * 86_400_000));
    await assertTrue();
    assert.ok((await words()).includes('aardvarks'));
    await importBlog(
      db,
      blog({ ...second, posts: [second.posts[0]!], series: [], resources: [] }),
      options({ prune: true }),
    );
    await assertTrue();
    assert.ok(!(await words()).includes('aardvarks'));
  });

  test('an index that is made later changes no content', async () => {
    await importBlog(db, first, options());
    const version = await contentVersion(db);
    const kept = await indexRows(db);
    assert.deepEqual(await rebuiltRows(db), kept);
    assert.equal(await contentVersion(db), version);
  });

  test('after any blog after any other, killed or not', async () => {
    for (let seed = 1; seed <= 3; seed += 1) {
      const random = randomness(seed * 104_729);
      await emptyDatabase(db);
      for (let step = 0; step < 3; step += 1) {
        const record = randomBlog(random);
        const how = options({ prune: random.chance(0.6) });
        if (random.chance(0.5)) {
          await importBlog(dyingDatabase(db, random.below(15)), record, how).catch(() => undefined);
          await assertTrue();
        }
        await importBlog(db, record, how);
        await assertTrue();
      }
    }
  });
});
