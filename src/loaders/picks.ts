/**
 * An editor's picks are numbered 2, 4, 6 among those that can be seen: their stored positions would tell
 * of hidden ones. A number then changes when a pick before it comes or goes, so a cursor asks anew where
 * its pick stands, and one that stands nowhere any more is at the odd number where it stood.
 *
 * Picks made in the API go before those of front matter; as long as one of them can be seen, the latter do
 * not count.
 */
import { visiblePost } from '../db/visible.ts';
import type { CursorValue } from '../domain/cursor.ts';
import type { Sight } from '../domain/visibility.ts';
import { Prisma } from '../generated/prisma/client.ts';

/** The number of a post that is no pick: after every pick. */
export const notPicked = 2_147_483_647;

/** The picks of the post `o."key"` that can be seen: "postId", "pick". */
export function picksSql(sight: Sight): Prisma.Sql {
  return Prisma.sql`select k."relatedId" as "postId", (2 * row_number() over (order by k."position"))::integer as "pick"
    from (${countingPicks(sight)}) k join "Post" kp on kp."id" = k."relatedId" and ${visiblePost(sight, 'kp')}`;
}

/** The picks of `o."key"` that count, hidden ones among them. */
function countingPicks(sight: Sight): Prisma.Sql {
  return Prisma.sql`select "relatedId", "position" from "EditorPick" where "postId" = o."key"
    union all
    select r."relatedId", r."position" from "RelatedPick" r where r."postId" = o."key" and not exists (
      select 1 from "EditorPick" e join "Post" ep on ep."id" = e."relatedId" and ${visiblePost(sight, 'ep')}
      where e."postId" = o."key")`;
}

/** The number at which a cursor's pick stands now. */
export function pickNowSql(sight: Sight, pick: CursorValue, id: CursorValue): Prisma.Sql {
  const then = Number(pick);
  if (then === notPicked) return Prisma.sql`${notPicked}::integer`;
  return Prisma.sql`coalesce((
    with k as (${countingPicks(sight)})
    select 2 * count(kp."id")::integer - (case when bool_or(kp."id" = here."relatedId") then 0 else -1 end)
    from k here join k on k."position" <= here."position"
    left join "Post" kp on kp."id" = k."relatedId" and ${visiblePost(sight, 'kp')}
    where here."relatedId" = ${id}::uuid
    group by here."relatedId"), ${then - 1}::integer)`;
}
