/** What holds for any blog after any other, killed or not. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { importBlog } from '../../src/actions/import-blog.ts';
import { emptyDatabase, testDatabase } from '../support/database.ts';
import { randomness } from '../support/random.ts';
import type { Randomness } from '../support/random.ts';
import { dyingDatabase } from './dying-database.ts';
import { dump } from './dump.ts';
import { now, options } from './plain-blog.ts';
import { randomBlog } from './random-blog.ts';

const db = await testDatabase();

suite('any blog after any other', () => {
  for (let seed = 1; seed <= 8; seed += 1) {
    test(`seed ${seed}: repeats do nothing, a dry run tells the truth, a killed import is finished`, async () => {
      const random = randomness(seed * 7919);
      const imports = Array.from({ length: 4 }, () => randomImport(random));
      await emptyDatabase(db);
      const states: Awaited<ReturnType<typeof dump>>[] = [];
      for (const { record, how } of imports) {
        const dry = await importBlog(db, record, { ...how, dryRun: true });
        assert.deepEqual(await importBlog(db, record, how), dry);
        const state = await dump(db);
        await importBlog(db, record, how);
        assert.deepEqual(await dump(db), state);
        assert.deepEqual(await wrongCounts(), []);
        states.push(state);
      }
      await emptyDatabase(db);
      for (const [index, { record, how, commits }] of imports.entries()) {
        await importBlog(dyingDatabase(db, commits), record, how).catch(() => undefined);
        await importBlog(db, record, how);
        assert.deepEqual(await dump(db), states[index]);
      }
    });
  }
});

function randomImport(random: Randomness) {
  const clock = new Date(now.getTime() + random.below(3) * 86_400_000);
  const how = options({ now: clock, prune: random.chance(0.6) });
  return { record: randomBlog(random), how, commits: random.below(20) };
}

/** Names of what does not count what the public sees, or whose copied dates are not the post's. */
async function wrongCounts(): Promise<string[]> {
  const posts = (join: string, term: string) => `
    select count(distinct p.id) from "${join}" j join "Post" p on p.id = j."postId"
    where p.status = 'PUBLISHED' and j."${term}" = t.id`;
  const { rows } = await db.pool.query<{ name: string; right: boolean }>(`
    select slug as name, "postCount" = (${posts('PostTag', 'tagId')}) and "resourceCount" = (
      select count(*) from "ResourceTag" j join "Resource" r on r.id = j."resourceId"
      where r.status = 'PUBLISHED' and j."tagId" = t.id) as right from "Tag" t
    union all select slug, "postCount" = (${posts('PostAuthor', 'authorId')}) from "Author" t
    union all select slug, "postCount" = (${posts('SeriesPart', 'seriesId')}) from "Series" t
    union all select "treePath", "postCount" = (${posts('PostCategory', 'categoryId')}) and "treePostCount" = (
      select count(distinct p.id) from "Category" c join "PostCategory" j on j."categoryId" = c.id
      join "Post" p on p.id = j."postId"
      where p.status = 'PUBLISHED' and (c.id = t.id or c."treePath" like t."treePath" || '/%')) from "Category" t
    union all select p.slug, j."sortDate" = p."sortDate" from "Post" p join "PostTag" j on j."postId" = p.id
    union all select p.slug, j."sortDate" = p."sortDate" from "Post" p join "PostLink" j on j."fromId" = p.id
    union all select p.slug, array(select to_.path from "PostLink" j join "Post" to_ on to_.id = j."toId"
      where j."fromId" = p.id order by 1) = array(select distinct to_.path from "PostBody" b
      cross join lateral regexp_matches(b.markdown, '\\]\\((/[^)]*)\\)', 'g') as found (groups)
      left join "Redirect" r on r.path = groups[1]
      join "Post" to_ on to_.id <> p.id and to_.path = groups[1] or to_.id <> p.id and (to_.id = r."postId" or to_.path = r.target)
      where b."postId" = p.id order by 1) from "Post" p`);
  return rows.filter(({ right }) => !right).map(({ name }) => name);
}
