import { visiblePost } from '../db/visible.ts';
import type { Sight } from '../domain/visibility.ts';
import { Prisma } from '../generated/prisma/client.ts';

/**
 * The tags of the post `o."key"` with what each says about it: the rarer, the more (inverse document
 * frequency: the logarithm of 1 + posts of the blog / things with the tag). In exact decimals, so that a
 * sum is the same in whatever order it is made. A CTE: `w("tagId", "weight")`.
 */
export function tagWeightsSql(sight: Sight): Prisma.Sql {
  return Prisma.sql`w as materialized (
    select j."tagId", round(ln(1 + (select count(*) from "Post" p where ${visiblePost(sight, 'p')})::numeric
      / greatest(t."postCount" + t."resourceCount", 1)), 6) as "weight"
    from "PostTag" j join "Tag" t on t."id" = j."tagId" where j."postId" = o."key")`;
}
