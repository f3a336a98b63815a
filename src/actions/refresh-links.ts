import { writeContent } from '../db/change-log.ts';
import type { WriteTransaction } from '../db/change-log.ts';
import { entityChange } from './entity-change.ts';
import type { ImportRun } from './import-run.ts';

/** Redirects that lead on to another one are followed this often. */
const maxHops = 5;

/**
 * Makes `PostLink` say which post's body leads to which post: by its path, or by a path that redirects to
 * it. All of it is reckoned from what is stored, and only what differs is written: it does not matter which
 * import brought the posts, and a link to what was not there yet is found when that comes in. The log
 * tells of the posts whose links changed.
 */
export async function refreshLinks({ db, now, dryRun }: ImportRun): Promise<void> {
  if (dryRun) return;
  await writeContent(db, now, async (tx) => {
    for (const { id, path } of await relink(tx)) tx.record(entityChange('POST', id, path, path));
  });
}

/** @returns the linking posts that differed, by path */
async function relink(tx: WriteTransaction): Promise<{ id: string; path: string }[]> {
  return tx.prisma.$queryRaw`
    with recursive "place" as (
      select "path", "postId", 0 as "hops" from (
        select "path", "id" as "postId" from "Post"
        union all select "path", "postId" from "Redirect" where "postId" is not null
      ) "known"
      union all
      select r."path", p."postId", p."hops" + 1 from "place" p
      join "Redirect" r on r."postId" is null and split_part(split_part(r."target", '#', 1), '?', 1) = p."path"
      where p."hops" < ${maxHops}::integer
    ),
    "wanted" as (
      select distinct l."postId" as "fromId", p."postId" as "toId", f."sortDate" from "BodyLink" l
      join "place" p on p."path" = l."path" and p."postId" <> l."postId"
      join "Post" f on f."id" = l."postId"
    ),
    "added" as (table "wanted" except select "fromId", "toId", "sortDate" from "PostLink"),
    "removed" as (
      delete from "PostLink" s
      where ("fromId", "toId") in (
        select "fromId", "toId" from "PostLink" except select "fromId", "toId" from "wanted")
      returning s."fromId" as "id"
    ),
    "written" as (
      insert into "PostLink" ("fromId", "toId", "sortDate") table "added"
      on conflict ("fromId", "toId") do update set "sortDate" = excluded."sortDate"
      returning "fromId" as "id"
    )
    select "id"::text, "path" from "Post"
    where "id" in (select "id" from "removed" union select "id" from "written") order by "path"`;
}
