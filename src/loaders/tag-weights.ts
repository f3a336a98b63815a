import { visiblePost } from '../db/visible.ts';
import type { Sight } from '../domain/visibility.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { PostOwner } from './owner-posts.ts';
import { ownerPostsSql } from './owner-posts.ts';

/** The tags of the post `o."key"`. */
const ofPost = Prisma.sql`select j."tagId", 1 as "times" from "PostTag" j where j."postId" = o."key"`;

/** The tags of the resource `o."key"`. */
export const resourceTagsSql = Prisma.sql`select j."tagId", 1 as "times" from "ResourceTag" j where j."resourceId" = o."key"`;

/** The tags of all posts of the owner `o."key"`, with how many of them have each. */
export function ownerTagsSql(owner: PostOwner, sight: Sight): Prisma.Sql {
  return Prisma.sql`select j."tagId", count(*) as "times"
    from (${ownerPostsSql(owner, sight)}) s join "PostTag" j on j."postId" = s."postId" group by j."tagId"`;
}

/**
 * Tags with what each says about what has them: the rarer, the more (inverse document frequency: the
 * logarithm of 1 + posts of the blog / things with the tag), and the more often, the more. In exact decimals,
 * so that a sum is the same in whatever order it is made. A CTE: `w("tagId", "weight")`.
 *
 * @param tags gives "tagId" and "times"; those of the post `o."key"` when absent
 */
export function tagWeightsSql(sight: Sight, tags: Prisma.Sql = ofPost): Prisma.Sql {
  return Prisma.sql`w as materialized (
    select g."tagId", round(g."times" * ln(1 + (select count(*) from "Post" p where ${visiblePost(sight, 'p')})::numeric
      / greatest(t."postCount" + t."resourceCount", 1)), 6) as "weight"
    from (${tags}) g join "Tag" t on t."id" = g."tagId")`;
}
