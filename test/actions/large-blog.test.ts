/** What is more than a statement takes at once: the same comes of it as of a few. */
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { importBlog } from '../../src/actions/import-blog.ts';
import type { BlogRecord, RedirectRecord } from '../../src/domain/blog-record.ts';
import { tag } from '../support/seed.ts';
import { countStatements, emptyDatabase, testDatabase } from '../support/database.ts';
import { dump, log } from './dump.ts';
import { blog, options, post } from './plain-blog.ts';

const db = await testDatabase();
afterEach(() => emptyDatabase(db));

const run = (record: BlogRecord, dryRun = false) => importBlog(db, record, options({ dryRun }));
const writing = /\b(?:insert into|delete from) "(?:Change|Origin|Post|Redirect)"/i;

/** Beside them, two that a post has. */
function manyRedirects(count: number): RedirectRecord[] {
  return Array.from({ length: count }, (_, index) => ({
    file: 'moved.yml',
    path: `/old/${index}`,
    target: `https://else.example/${index}`,
  }));
}

test('thousands of redirects go in by the thousand, and a second time nothing is written', async () => {
  const record = blog({
    posts: [post('a', { aliases: ['/first', '/second'] })],
    redirects: manyRedirects(2_500),
  });
  const planned = await run(record, true);
  assert.equal(planned.counts.redirects.created, 2_502);
  const { result, statements } = await countStatements(db, () => run(record));
  assert.deepEqual(result.counts, planned.counts);
  assert.equal(statements.filter((sql) => sql.includes('insert into "Redirect"')).length, 3);
  const paths = ['/first', '/second', ...record.redirects.map(({ path }) => path)];
  assert.deepEqual(await log(db), ['CREATED POST /a', ...paths.map((path) => `CREATED REDIRECT ${path}`)]);
  assert.equal(await db.prisma.redirect.count(), 2_502);

  const before = await dump(db);
  const again = await countStatements(db, () => run(record));
  assert.deepEqual(again.result.counts.redirects, {
    created: 0,
    updated: 0,
    unchanged: 2_502,
    removed: 0,
    missing: 0,
  });
  assert.deepEqual(
    again.statements.filter((sql) => writing.test(sql)),
    [],
  );
  assert.deepEqual(await dump(db), before);

  const fewer = await run({ ...record, redirects: record.redirects.slice(0, 1_200) });
  assert.equal(fewer.counts.redirects.removed, 1_300);
  assert.equal(await db.prisma.redirect.count(), 1_202);
});

test('of another import a thousand redirects are known too: they stay', async () => {
  await run(blog({ source: 'other', redirects: manyRedirects(1_100) }));
  const own = manyRedirects(1_100).map((redirect) => ({ ...redirect, target: 'https://own.example/' }));
  const report = await run(blog({ redirects: own }));
  assert.equal(report.counts.redirects.created, 0);
  assert.equal(report.problems.filter(({ what }) => what.includes('was left out')).length, 1_100);
});

test('a tag of hundreds of posts is called something else: search says of all what it says of new ones', async () => {
  const named = (name: string) =>
    blog({
      tags: [tag('t', { name })],
      posts: Array.from({ length: 230 }, (_, index) => post(`p${index}`, { tags: ['t'] })),
    });
  await run(named('Teapots'));
  const { statements } = await countStatements(db, () => run(named('Kettles')));
  // 200 posts at once, with the tag itself.
  assert.equal(statements.filter((sql) => sql.includes('insert into "SearchSequence"')).length, 2);
  const renamed = await dump(db);
  await emptyDatabase(db);
  await run(named('Kettles'));
  const fresh = await dump(db);
  for (const table of ['SearchDocument', 'SearchSequence', 'SearchWord'])
    assert.deepEqual(renamed[table], fresh[table], table);
});
