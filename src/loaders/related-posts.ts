import type { SortKey } from '../db/keyset.ts';
import { visiblePost } from '../db/visible.ts';
import type { CursorValue } from '../domain/cursor.ts';
import type { Sight } from '../domain/visibility.ts';
import { sightOf } from '../domain/visibility.ts';
import type { Post } from '../generated/prisma/client.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { ListRequest } from './child-list.ts';
import { defineChildList } from './child-list.ts';
import { notPicked, picksSql, pickNowSql } from './picks.ts';
import { tagWeightsSql } from './tag-weights.ts';

export interface RelatedRequest extends ListRequest {
  /** Leave out posts of a series that the post is in. */
  readonly excludeSeries: boolean;
}

/** A related post and why it is one. */
export interface RelatedPost extends Post {
  /** Place among the editor's picks; `notPicked` when it is none. */
  readonly pick: number;
  /** Sum of the weights of the shared tags; 0 when there are none. */
  readonly score: number;
  /** The rarest first. */
  readonly sharedTagIds: readonly string[];
}

const pickNumber = { name: 'pick', column: Prisma.sql`c."pick"`, type: 'integer', direction: 'ASC' } as const;

const byTags: readonly SortKey[] = [
  { name: 'score', column: Prisma.sql`c."score"`, type: 'real', direction: 'DESC' },
  { name: 'sortDate', column: Prisma.sql`p."sortDate"`, type: 'time', direction: 'DESC' },
  { name: 'id', column: Prisma.sql`p."id"`, type: 'uuid', direction: 'DESC' },
];

/** Every post that was picked for `o."key"` or shares a tag with it, once. */
function candidatesSql(sight: Sight): Prisma.Sql {
  return Prisma.sql`(with ${tagWeightsSql(sight)}
  select f."postId", coalesce(min(f."pick"), ${notPicked}::integer) as "pick",
    coalesce(sum(f."weight"), 0)::double precision as "score",
    coalesce(array_agg(f."tagId"::text order by f."weight" desc, f."tagId") filter (where f."tagId" is not null), '{}')
      as "sharedTagIds"
  from (
    select r."postId", r."pick", null::uuid as "tagId", null::numeric as "weight" from (${picksSql(sight)}) r
    union all
    select j."postId", null, w."tagId", w."weight" from w join "PostTag" j on j."tagId" = w."tagId"
  ) f where f."postId" <> o."key" group by f."postId")`;
}

/** An editor's pick may be in any language; the others are in the post's own. A translation of it is no other post. */
const suits = Prisma.sql`(c."pick" < ${notPicked}::integer or p."language" = own."language")
  and (p."translationKey" is null or p."translationKey" is distinct from own."translationKey")`;

const inOtherSeries = Prisma.sql`not exists (select 1 from "SeriesPart" a join "SeriesPart" b on b."seriesId" = a."seriesId"
  where a."postId" = own."id" and b."postId" = p."id")`;

/** Posts worth reading next: an editor's picks in their order, then by shared tags, the newer first among equals. */
export const relatedByPost = defineChildList<RelatedRequest, RelatedPost>((scope, { excludeSeries }) => {
  const sight = sightOf(scope.viewer);
  const pick = {
    ...pickNumber,
    placeNow: ([then = notPicked, , , id = '']: readonly CursorValue[]) => pickNowSql(sight, then, id),
  };
  return {
    name: 'relatedByPost',
    columns: Prisma.sql`p.*, c."pick", c."score", c."sharedTagIds"`,
    from: Prisma.sql`${candidatesSql(sight)} c join "Post" p on p."id" = c."postId" join "Post" own on own."id" = o."key"`,
    where: [visiblePost(sight, 'p'), suits, ...(excludeSeries ? [inOtherSeries] : [])],
    order: [pick, ...byTags],
    fixedShape: true,
  };
});
