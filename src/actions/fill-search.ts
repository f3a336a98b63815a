import type { Database } from '../db/client.ts';
import { writeContent } from '../db/change-log.ts';
import type { WriteTransaction } from '../db/change-log.ts';
import { refreshSearch } from './refresh-search.ts';
import { allTerms } from './search-texts.ts';

/** Documents of a transaction. */
const batchSize = 100;

/**
 * Indexes what was stored before there was an index: at a start after the migration that brought it, or when
 * that was killed. Where nothing is missing it only looks.
 *
 * @param fresh the index was made just now
 * @returns how many posts and resources went in
 */
export async function fillSearch(db: Database, now: Date, fresh: boolean): Promise<number> {
  let filled = 0;
  for (let first = true; ; first = false) {
    const missing = await findMissing(db);
    const ids = [...missing.posts, ...missing.resources];
    if (ids.length === 0 && !(first && fresh)) return filled;
    await writeContent(db, now, async (tx) => {
      // Terms and series first: while a post is missing they are looked at again.
      const terms = first ? { ...(await allTerms(tx)), series: await allSeries(tx) } : {};
      await refreshSearch(tx, missing, terms);
    });
    filled += ids.length;
  }
}

async function findMissing({ prisma }: Database): Promise<{ posts: string[]; resources: string[] }> {
  const rows = await prisma.$queryRaw<{ id: string; isPost: boolean }[]>`
    select m."id"::text, m."isPost" from (
      select p."id", true as "isPost" from "Post" p union all select r."id", false from "Resource" r) m
    where not exists (select from "SearchDocument" d where d."id" = m."id") limit ${batchSize}`;
  return {
    posts: rows.filter(({ isPost }) => isPost).map(({ id }) => id),
    resources: rows.filter(({ isPost }) => !isPost).map(({ id }) => id),
  };
}

async function allSeries({ prisma }: WriteTransaction): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ id: string }[]>`select "id"::text from "Series"`;
  return rows.map(({ id }) => id);
}
