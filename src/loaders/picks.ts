/**
 * An editor's picks are numbered 2, 4, 6 among those that can be seen: their stored positions would tell
 * of hidden ones. A number then changes when a pick before it comes or goes, so a cursor asks anew where
 * its pick stands, and one that stands nowhere any more is at the odd number where it stood.
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
    from "RelatedPick" k join "Post" kp on kp."id" = k."relatedId"
    where k."postId" = o."key" and ${visiblePost(sight, 'kp')}`;
}

/** The number at which a cursor's pick stands now. */
export function pickNowSql(sight: Sight, pick: CursorValue, id: CursorValue): Prisma.Sql {
  const then = Number(pick);
  if (then === notPicked) return Prisma.sql`${notPicked}::integer`;
  return Prisma.sql`coalesce((
    select 2 * count(kp."id")::integer - (case when bool_or(kp."id" = here."relatedId") then 0 else -1 end)
    from "RelatedPick" here join "RelatedPick" k on k."postId" = here."postId" and k."position" <= here."position"
    left join "Post" kp on kp."id" = k."relatedId" and ${visiblePost(sight, 'kp')}
    where here."postId" = o."key" and here."relatedId" = ${id}::uuid
    group by here."relatedId"), ${then - 1}::integer)`;
}
