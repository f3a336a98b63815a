import type { SortKey } from '../db/keyset.ts';
import type { Sight } from '../domain/visibility.ts';
import { sightOf } from '../domain/visibility.ts';
import type { Resource } from '../generated/prisma/client.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { defineChildList } from './child-list.ts';
import { sameLanguageSql } from './languages.ts';
import type { RankedResourceRequest } from './resource-list.ts';
import { isPlain, resourceConditions } from './resource-list.ts';
import { ownerTagsSql, resourceTagsSql, tagWeightsSql } from './tag-weights.ts';

/** Whose topics resources are looked for. */
interface TopicOwner {
  readonly name: string;
  /** Its tags, for `tagWeightsSql`; those of the post `o."key"` when absent. */
  readonly tags?: (sight: Sight) => Prisma.Sql;
  /** Its table, when it has a language: resources in that come first. */
  readonly table?: Prisma.Sql;
  readonly isResource?: boolean;
}

const foreign: SortKey = {
  name: 'foreign',
  column: Prisma.sql`c."foreign"`,
  type: 'integer',
  direction: 'ASC',
};

const byScore: readonly SortKey[] = [
  { name: 'score', column: Prisma.sql`c."score"`, type: 'real', direction: 'DESC' },
  { name: 'sortDate', column: Prisma.sql`r."sortDate"`, type: 'time', direction: 'DESC' },
  { name: 'id', column: Prisma.sql`r."id"`, type: 'uuid', direction: 'DESC' },
];

/** What a list gives back beside the resource: what it is ordered by. */
type Ranked = Resource & { readonly score: number; readonly foreign: number };

function define({ name, tags, table, isResource = false }: TopicOwner) {
  return defineChildList<RankedResourceRequest, Ranked>((scope, { filter }) => {
    const sight = sightOf(scope.viewer);
    const isForeign =
      table === undefined
        ? Prisma.sql`0`
        : Prisma.sql`(select (not ${sameLanguageSql(Prisma.sql`m."language"`, Prisma.sql`n."language"`)})::integer
    from ${table} m where m."id" = o."key")`;
    return {
      name,
      columns: Prisma.sql`r.*, c."score", c."foreign"`,
      from: Prisma.sql`(with ${tagWeightsSql(sight, tags?.(sight))}
  select n."id", ${isForeign} as "foreign", k."score" from (
    select j."resourceId", sum(w."weight")::double precision as "score"
    from w join "ResourceTag" j on j."tagId" = w."tagId" group by j."resourceId") k
  join "Resource" n on n."id" = k."resourceId") c
  join "Resource" r on r."id" = c."id"`,
      where: [...(isResource ? [Prisma.sql`r."id" <> o."key"`] : []), ...resourceConditions(scope, filter)],
      order: table === undefined ? byScore : [foreign, ...byScore],
      fixedShape: isPlain(filter),
    };
  });
}

/**
 * Resources on the topics of a post: those in its language first, then by shared tags, a rare one counting for
 * more, the newer first among equals.
 */
export const resourcesByPost = define({ name: 'resourcesByPost', table: Prisma.sql`"Post"` });

/** The same for another resource. */
export const resourcesByResource = define({
  name: 'resourcesByResource',
  tags: () => resourceTagsSql,
  table: Prisma.sql`"Resource"`,
  isResource: true,
});

/** The same for a series: a tag counts as often as its posts have it. */
export const resourcesBySeries = define({
  name: 'resourcesBySeries',
  tags: (sight) => ownerTagsSql('SERIES', sight),
  table: Prisma.sql`"Series"`,
});

/** The same for a category and what is below it; it has no language. */
export const resourcesByCategory = define({
  name: 'resourcesByCategory',
  tags: (sight) => ownerTagsSql('CATEGORY', sight),
});
