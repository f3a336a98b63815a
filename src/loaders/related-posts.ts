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

export interface RelatedRequest extends ListRequest {
  /** Leave out posts of a series that the post is in. */
  readonly excludeSeries: boolean;
}

/** A related post and why it is one. */
export interface RelatedPost extends Post {
  /** Place among the editor's picks; `notPicked` when it is none. */
  readonly pick: number;
  readonly score: number;
  /** One of the two links to the other. */
  readonly linked: boolean;
  /** They are parts of one series. */
  readonly sameSeries: boolean;
  /** The rarest first. */
  readonly sharedTagIds: readonly string[];
  /** The strongest first. */
  readonly sharedTerms: readonly string[];
}

const pickNumber = { name: 'pick', column: Prisma.sql`c."pick"`, type: 'integer', direction: 'ASC' } as const;

const byScore: readonly SortKey[] = [
  { name: 'score', column: Prisma.sql`c."score"`, type: 'real', direction: 'DESC' },
  { name: 'sortDate', column: Prisma.sql`p."sortDate"`, type: 'time', direction: 'DESC' },
  { name: 'id', column: Prisma.sql`p."id"`, type: 'uuid', direction: 'DESC' },
];

/** The list of `o."key"` as it is stored, and its picks, each post once. */
function candidatesSql(sight: Sight): Prisma.Sql {
  return Prisma.sql`(select coalesce(k."postId", e."id") as "postId", coalesce(k."pick", ${notPicked}::integer) as "pick",
    coalesce(e."score", 0) as "score", coalesce(e."linked", false) as "linked", coalesce(e."series", false) as "sameSeries",
    coalesce(e."tags", '{}') as "sharedTagIds", coalesce(e."terms", '{}') as "sharedTerms"
  from (
    select s.* from "RelatedList" l cross join lateral jsonb_to_recordset(l."entries")
      as s("id" uuid, "score" double precision, "tags" text[], "terms" text[], "series" boolean, "linked" boolean)
    where l."postId" = o."key"
  ) e full join (${picksSql(sight)}) k on k."postId" = e."id")`;
}

/** An editor's pick may be in any language; the others are in the post's own. A translation of it is no other post. */
const suits = Prisma.sql`p."id" <> own."id" and (c."pick" < ${notPicked}::integer or (c."score" > 0 and p."language" = own."language"))
  and (p."translationKey" is null or p."translationKey" is distinct from own."translationKey")`;

const inOtherSeries = Prisma.sql`not exists (select 1 from "SeriesPart" a join "SeriesPart" b on b."seriesId" = a."seriesId"
  where a."postId" = own."id" and b."postId" = p."id")`;

/**
 * Posts worth reading next: an editor's picks in their order, then the list that was ranked when content
 * changed. A row by its key, unpacked: it costs the same at any size of the blog.
 */
export const relatedByPost = defineChildList<RelatedRequest, RelatedPost>((scope, { excludeSeries }) => {
  const sight = sightOf(scope.viewer);
  const pick = {
    ...pickNumber,
    placeNow: ([then = notPicked, , , id = '']: readonly CursorValue[]) => pickNowSql(sight, then, id),
  };
  return {
    name: 'relatedByPost',
    columns: Prisma.sql`p.*, c."pick", c."score", c."linked", c."sameSeries", c."sharedTagIds", c."sharedTerms"`,
    from: Prisma.sql`${candidatesSql(sight)} c join "Post" p on p."id" = c."postId" join "Post" own on own."id" = o."key"`,
    where: [visiblePost(sight, 'p'), suits, ...(excludeSeries ? [inOtherSeries] : [])],
    order: [pick, ...byScore],
    fixedShape: true,
  };
});
