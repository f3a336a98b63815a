import type { SortKey } from '../db/keyset.ts';
import { visiblePost } from '../db/visible.ts';
import type { PostFilter } from '../domain/post-filter.ts';
import { sightOf } from '../domain/visibility.ts';
import type { Post } from '../generated/prisma/client.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { ListRequest } from './child-list.ts';
import { defineChildList } from './child-list.ts';
import { sameLanguageSql } from './languages.ts';
import type { ListSource } from './list-source.ts';
import { postFilterSql } from './post-filter-sql.ts';
import { resourceTagsSql, tagWeightsSql } from './tag-weights.ts';
import { inLanguages } from './translations.ts';

export interface RankedPostRequest extends ListRequest {
  readonly filter: PostFilter | null;
  readonly languages?: readonly string[] | null;
}

type Ranked = Post & { readonly score: number; readonly foreign: number };

const order: readonly SortKey[] = [
  { name: 'foreign', column: Prisma.sql`c."foreign"`, type: 'integer', direction: 'ASC' },
  { name: 'score', column: Prisma.sql`c."score"`, type: 'real', direction: 'DESC' },
  { name: 'sortDate', column: Prisma.sql`p."sortDate"`, type: 'time', direction: 'DESC' },
  { name: 'id', column: Prisma.sql`p."id"`, type: 'uuid', direction: 'DESC' },
];

/**
 * Posts on the topics of a resource: those in its language first, then by shared tags, a rare one counting for
 * more, the newer first among equals.
 */
export const postsByResource = defineChildList<RankedPostRequest, Ranked>((scope, { filter, languages }) => {
  const sight = sightOf(scope.viewer);
  const isForeign = Prisma.sql`(not ${sameLanguageSql(Prisma.sql`n."language"`, Prisma.sql`m."language"`)})::integer`;
  const source: ListSource<Ranked> = {
    name: 'postsByResource',
    columns: Prisma.sql`p.*, c."score", c."foreign"`,
    from: Prisma.sql`(with ${tagWeightsSql(sight, resourceTagsSql)}
  select n."id", ${isForeign} as "foreign", k."score" from (
    select j."postId", sum(w."weight")::double precision as "score"
    from w join "PostTag" j on j."tagId" = w."tagId" group by j."postId") k
  join "Post" n on n."id" = k."postId" join "Resource" m on m."id" = o."key") c
  join "Post" p on p."id" = c."id"`,
    where: [visiblePost(sight, 'p'), ...(filter === null ? [] : [postFilterSql(filter)])],
    order,
    fixedShape: filter === null,
  };
  return languages == null ? source : inLanguages(source, sight, languages, true);
});
