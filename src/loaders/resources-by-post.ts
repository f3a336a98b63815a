import type { SortKey } from '../db/keyset.ts';
import { sightOf } from '../domain/visibility.ts';
import type { Resource } from '../generated/prisma/client.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { defineChildList } from './child-list.ts';
import type { RankedResourceRequest } from './resource-list.ts';
import { isPlain, resourceConditions } from './resource-list.ts';
import { tagWeightsSql } from './tag-weights.ts';

const order: readonly SortKey[] = [
  { name: 'score', column: Prisma.sql`c."score"`, type: 'real', direction: 'DESC' },
  { name: 'sortDate', column: Prisma.sql`r."sortDate"`, type: 'time', direction: 'DESC' },
  { name: 'id', column: Prisma.sql`r."id"`, type: 'uuid', direction: 'DESC' },
];

/** Resources on the topics of a post: by shared tags, a rare one counting for more, the newer first among equals. */
export const resourcesByPost = defineChildList<RankedResourceRequest, Resource & { readonly score: number }>(
  (scope, { filter }) => ({
    name: 'resourcesByPost',
    columns: Prisma.sql`r.*, c."score"`,
    from: Prisma.sql`(with ${tagWeightsSql(sightOf(scope.viewer))}
  select j."resourceId", sum(w."weight")::double precision as "score"
  from w join "ResourceTag" j on j."tagId" = w."tagId" group by j."resourceId") c
  join "Resource" r on r."id" = c."resourceId"`,
    where: resourceConditions(scope, filter),
    order,
    fixedShape: isPlain(filter),
  }),
);
