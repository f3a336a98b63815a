import { visiblePost } from '../db/visible.ts';
import type { Sight } from '../domain/visibility.ts';
import { Prisma } from '../generated/prisma/client.ts';

/** What posts hang on. */
export type PostOwner = 'TAG' | 'AUTHOR' | 'CATEGORY' | 'SERIES';

/** The table that links posts to owners of a kind, and its column of their ids. */
export const postLinks: Readonly<
  Record<PostOwner, { readonly table: Prisma.Sql; readonly column: Prisma.Sql }>
> = {
  TAG: { table: Prisma.sql`"PostTag"`, column: Prisma.sql`"tagId"` },
  AUTHOR: { table: Prisma.sql`"PostAuthor"`, column: Prisma.sql`"authorId"` },
  CATEGORY: { table: Prisma.sql`"PostCategory"`, column: Prisma.sql`"categoryId"` },
  SERIES: { table: Prisma.sql`"SeriesPart"`, column: Prisma.sql`"seriesId"` },
};

/** The posts of the owner `o."key"` that can be seen, each once: "postId". A category has those below it too. */
export function ownerPostsSql(owner: PostOwner, sight: Sight): Prisma.Sql {
  const { table, column } = postLinks[owner];
  const isPublic = Prisma.sql`join "Post" op on op."id" = oj."postId" and ${visiblePost(sight, 'op')}`;
  if (owner !== 'CATEGORY') {
    return Prisma.sql`select oj."postId" from ${table} oj ${isPublic} where oj.${column} = o."key"`;
  }
  return Prisma.sql`select distinct oj."postId" from "Category" og
    join "Category" oc on oc."id" = og."id" or starts_with(oc."treePath", og."treePath" || '/')
    join "PostCategory" oj on oj."categoryId" = oc."id" ${isPublic} where og."id" = o."key"`;
}
