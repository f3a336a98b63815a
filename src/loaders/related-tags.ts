import type { SortKey } from '../db/keyset.ts';
import { visiblePost, visibleTag } from '../db/visible.ts';
import { sightOf } from '../domain/visibility.ts';
import type { Tag } from '../generated/prisma/client.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { ListRequest } from './child-list.ts';
import { defineChildList } from './child-list.ts';
import type { Shared } from './shared-terms.ts';
import { sharedSql } from './shared-terms.ts';

/** A tag that comes with another one. */
export interface RelatedTag extends Tag, Shared {
  /** Posts with both, times the logarithm of how many times as often that is as chance would have it. */
  readonly score: number;
}

const order: readonly SortKey[] = [
  { name: 'score', column: Prisma.sql`c."score"`, type: 'real', direction: 'DESC' },
  { name: 'sortName', column: Prisma.sql`c."sortName"`, type: 'text', direction: 'ASC' },
  { name: 'id', column: Prisma.sql`c."id"`, type: 'uuid', direction: 'ASC' },
];

/**
 * Tags that come together with a tag: local mutual information, n log(n N / (a b)) for n of the N posts having
 * both, a the one and b the other (Evert, "The statistics of word cooccurrences", 2005, section 3.1). A tag that
 * is on everything says nothing, one that came along once says little. In exact decimals, so that it is the
 * same everywhere.
 */
export const tagsByTag = defineChildList<ListRequest, RelatedTag>((scope) => {
  const sight = sightOf(scope.viewer);
  return {
    name: 'tagsByTag',
    columns: Prisma.sql`c.*`,
    from: Prisma.sql`(select x.*, s."shared" as "sharedPostCount", round(s."shared" * ln(
      s."shared"::numeric * (select count(*) from "Post" p where ${visiblePost(sight, 'p')})
      / (greatest(t."postCount", 1)::numeric * greatest(x."postCount", 1))), 6)::double precision as "score"
  from ${sharedSql('TAG', 'TAG', sight)} s join "Tag" x on x."id" = s."id" join "Tag" t on t."id" = o."key"
  where ${visibleTag(sight, 'x')}) c`,
    where: [Prisma.sql`true`],
    order,
    fixedShape: true,
  };
});
