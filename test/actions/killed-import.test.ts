import assert from 'node:assert/strict';
import { afterEach, suite, test } from 'node:test';
import { importBlog } from '../../src/actions/import-blog.ts';
import { openDatabase, type Database } from '../../src/db/client.ts';
import { printed, startChild } from '../support/child.ts';
import { emptyDatabase, testDatabase } from '../support/database.ts';
import { testPlace } from '../support/test-place.ts';
import { dump } from './dump.ts';
import { putBack, statesOf } from './kept-rows.ts';
import { blog, category, imageFile, now, options, post, resource, series } from './plain-blog.ts';
import { author, tag } from '../support/seed.ts';

const db = await testDatabase();
afterEach(() => emptyDatabase(db));

const many = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) =>
    post(`n${from + index}`, {
      markdown: `Number ${from + index}.`,
      tags: [`t${index % 3}`],
      authors: ['ada'],
      categories: [index % 2 ? 'x/y' : 'x'],
      related: [`n${from + ((index + 1) % (to - from))}.md`],
    }),
  );

const tags = (...slugs: string[]) => slugs.map((slug) => tag(slug));

const before = blog({
  authors: [author('ada', { declared: true, avatar: imageFile('ada.png') }), author('bob')],
  tags: [...tags('t0', 't1', 't2', 'old'), tag('fixed', { path: '/topic' })],
  categories: [category('x'), category('x/y'), category('z')],
  posts: [
    post('a', { aliases: ['/a-old'], tags: ['old', 'fixed'], authors: ['bob'], categories: ['z'] }),
    post('b', { translationKey: 'k', related: ['a.md'], supersededBy: 'gone.md' }),
    post('gone', { aliases: ['/gone-old'] }),
    post('renamed', { key: 'old-name.md' }),
    ...many(0, 55),
  ],
  series: [series('s', ['a.md', 'b.md', 'gone.md']), series('t', ['n0.md'])],
  resources: [resource('r', { tags: ['t0'] }), resource('q')],
  redirects: [{ file: 'r.yml', path: '/r1', target: '/a' }],
});

/** Posts swap slugs, a file moves, one is removed, terms come and go and take each other's paths. */
const after = blog({
  authors: [author('ada', { declared: true, slug: 'ada-l', path: '/authors/ada-l' }), author('eve')],
  tags: [...tags('t0', 't1', 't2', 'new'), tag('renewed', { path: '/topic' })],
  categories: [category('x', { path: '/sections/x' }), category('x/y')],
  posts: [
    post('a', { slug: 'b', path: '/b', aliases: ['/gone-old'], tags: ['new', 'renewed'], authors: ['eve'] }),
    post('b', { slug: 'a', path: '/a', translationKey: 'k', related: ['new-name.md'] }),
    post('c', { language: 'de', translationKey: 'k', publishedAt: new Date('2030-01-01T00:00:00Z') }),
    post('renamed', { key: 'new-name.md', path: '/renamed-too', supersededBy: 'a.md' }),
    ...many(0, 30),
    ...many(30, 55).map((one) => ({ ...one, title: `${one.title}!`, path: `/blog${one.path}` })),
    ...many(55, 60),
  ],
  series: [series('s', ['b.md', 'a.md', { title: 'To come' }]), series('u', ['n1.md'])],
  resources: [
    resource('r', { path: '/r-moved', tags: ['t1'], image: { image: imageFile('r.png'), alt: null } }),
  ],
  redirects: [{ file: 'r.yml', path: '/r2', target: '/b' }],
});

/** Posts enough to be caught in the middle of. */
const large = { ...before, posts: [...before.posts, ...many(200, 320)] };

const late = options({ now: new Date(now.getTime() + 1000), prune: true });

suite('an import that is killed, and run again', () => {
  test('of a first import, after any transaction: the rows and the log of an unbroken one', async () => {
    await atTransactions(1, (watched) => importBlog(watched, before, options()));
  });

  test('of a changed blog, after every second transaction: the same', async () => {
    await importBlog(db, before, options());
    await atTransactions(2, (watched) => importBlog(watched, after, late));
  });

  test('by what a progress bar throws', async () => {
    await importBlog(db, before, options());
    const whole = await dump(db);
    await emptyDatabase(db);
    const onProgress = ({ step, done }: { step: string; done: number }) => {
      if (step === 'posts' && done === 50) throw new Error('stop');
    };
    await assert.rejects(importBlog(db, before, options({ onProgress })), /stop/);
    assert.equal(await db.prisma.post.count(), 50);
    await importBlog(db, before, options());
    assert.deepEqual(await dump(db), whole);
  });

  test('by kill -9, in the middle of its posts', async (t) => {
    await importBlog(db, large, options());
    const whole = await dump(db);
    const place = await testPlace();
    t.after(place.drop);
    const code = `
      import { openDatabase } from 'src/db/client.ts';
      import { importBlog } from 'src/actions/import-blog.ts';
      const dated = (key, value) => /At$/.test(key) && value !== null ? new Date(value) : value;
      const record = JSON.parse(input.record, dated);
      const db = await openDatabase(input.options);
      const onProgress = ({ step, done }) => step === 'posts' && console.log('posts', done);
      const readFile = async (file) => new TextEncoder().encode(file);
      await importBlog(db, record, { now: new Date(input.now), readFile, onProgress });`;
    const child = startChild(code, { record: JSON.stringify(large), options: place.options, now });
    await printed(child, 'posts 50');
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('close', resolve));
    const again = await openDatabase(place.options);
    t.after(() => again.close());
    const stored = await again.prisma.post.count();
    assert.ok(stored >= 50 && stored < large.posts.length, `${stored} posts were stored`);
    await importBlog(again, large, options());
    assert.deepEqual(await dump(again), whole);
  });
});

/**
 * Goes on from what is stored when the import is killed after none of its transactions, after `step`, after twice
 * as many, … A kill can leave nothing else: the database takes back a transaction that did not come to its end.
 */
async function atTransactions(step: number, work: (watched: Database) => Promise<unknown>): Promise<void> {
  const states = await statesOf(db, work);
  const whole = await dump(db);
  assert.ok(states.length > 8, 'the import is in many transactions');
  for (let commits = 0; commits < states.length; commits += step) {
    await putBack(db, states[commits]!);
    await work(db);
    assert.deepEqual(await dump(db), whole, `killed after ${commits} transactions`);
  }
}
