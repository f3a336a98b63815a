import { columnSql } from '../db/column.ts';
import type { SortKey } from '../db/keyset.ts';
import { visiblePost } from '../db/visible.ts';
import type { OrderKey } from '../domain/order.ts';
import type { PostFilter } from '../domain/post-filter.ts';
import type { Sight } from '../domain/visibility.ts';
import { sightOf } from '../domain/visibility.ts';
import type { Post } from '../generated/prisma/client.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { defineChildList } from './child-list.ts';
import type { ListRequest } from './child-list.ts';
import type { ListSource } from './list-source.ts';
import { postFilterSql } from './post-filter-sql.ts';
import type { ReadScope } from './scope.ts';
import type { SortFields } from './sort-fields.ts';
import { isUsual, sortKeys } from './sort-fields.ts';
import { inLanguages } from './translations.ts';

export type PostOrderField = 'PUBLISHED_AT' | 'UPDATED_AT' | 'TITLE' | 'READING_TIME' | 'WORD_COUNT';

export interface PostListRequest extends ListRequest {
  readonly filter: PostFilter | null;
  readonly order: readonly OrderKey<PostOrderField>[];
  /** The most wanted first, only such as there are: one post of each group of translations. Null or absent: all. */
  readonly languages?: readonly string[] | null;
}

/** How posts come when nobody says. */
export const newestPostFirst: OrderKey<PostOrderField> = { field: 'PUBLISHED_AT', direction: 'DESC' };

const fields: SortFields<PostOrderField> = {
  PUBLISHED_AT: { name: 'sortDate', type: 'time' },
  UPDATED_AT: { name: 'sortUpdated', type: 'time' },
  TITLE: { name: 'sortTitle', type: 'text' },
  READING_TIME: { name: 'readingTimeMinutes', type: 'integer' },
  WORD_COUNT: { name: 'wordCount', type: 'integer' },
};

/** How posts belong to an owner. */
interface Owned {
  readonly name: string;
  readonly from: Prisma.Sql;
  readonly where: Prisma.Sql;
  /** The link repeats the post's sortDate and, in this column, its id, indexed under the owner. */
  readonly datedLink?: 'postId' | 'fromId';
}

/** Posts of the whole blog, or of the owner `o."key"`. */
export function postSource(scope: ReadScope, request: PostListRequest, owned?: Owned): ListSource<Post> {
  const { filter, order, languages } = request;
  const sight = sightOf(scope.viewer);
  const keys = sortKeys(fields, order, 'p');
  const link = owned?.datedLink;
  const byDate = order.length === 1 && order[0]?.field === 'PUBLISHED_AT';
  const source: ListSource<Post> = {
    name: owned?.name ?? 'posts',
    columns: Prisma.sql`p.*`,
    from: owned?.from ?? Prisma.sql`"Post" p`,
    where: [
      ...(owned === undefined ? [] : [owned.where]),
      visiblePost(sight, 'p'),
      ...(filter === null ? [] : [postFilterSql(filter)]),
    ],
    order: link !== undefined && byDate ? keys.map((key) => onLink(key, link)) : keys,
    fixedShape: filter === null && isUsual(order, newestPostFirst),
  };
  return languages == null ? source : inLanguages(source, sight, languages, owned !== undefined);
}

/** The same key read from the link, so that its index is walked. */
function onLink(key: SortKey, idColumn: string): SortKey {
  return { ...key, column: columnSql('j', key.name === 'id' ? idColumn : 'sortDate') };
}

function define(owned: Owned) {
  return defineChildList<PostListRequest, Post>((scope, request) => postSource(scope, request, owned));
}

export const postsByTag = define({
  name: 'postsByTag',
  from: Prisma.sql`"PostTag" j join "Post" p on p."id" = j."postId"`,
  where: Prisma.sql`j."tagId" = o."key"`,
  datedLink: 'postId',
});

export const postsByAuthor = define({
  name: 'postsByAuthor',
  from: Prisma.sql`"PostAuthor" j join "Post" p on p."id" = j."postId"`,
  where: Prisma.sql`j."authorId" = o."key"`,
  datedLink: 'postId',
});

/** Filed in the category itself. */
export const postsByCategory = define({
  name: 'postsByCategory',
  from: Prisma.sql`"PostCategory" j join "Post" p on p."id" = j."postId"`,
  where: Prisma.sql`j."categoryId" = o."key"`,
  datedLink: 'postId',
});

/** Filed in the category or anywhere below it; each post once. */
export const postsByCategoryTree = define({
  name: 'postsByCategoryTree',
  from: Prisma.sql`"Post" p`,
  where: Prisma.sql`exists (select 1 from "PostCategory" j join "Category" c on c."id" = j."categoryId"
    join "Category" r on r."id" = o."key" and (c."id" = r."id" or starts_with(c."treePath", r."treePath" || '/'))
    where j."postId" = p."id")`,
});

const bySeries: Owned = {
  name: 'postsBySeries',
  from: Prisma.sql`"SeriesPart" j join "Post" p on p."id" = j."postId"`,
  where: Prisma.sql`j."seriesId" = o."key"`,
};

/** A part stands for its translations too: each post that is one, or translates one that can be seen. */
function byTranslatedSeries(sight: Sight): Owned {
  return {
    ...bySeries,
    from: Prisma.sql`(select distinct g."id" from "SeriesPart" j
  join "Post" m on m."id" = j."postId" and ${visiblePost(sight, 'm')}
  cross join lateral (select m."id" union all
    select t."id" from "Post" t where t."translationKey" = m."translationKey") g
  where j."seriesId" = o."key") j join "Post" p on p."id" = j."id"`,
    where: Prisma.sql`true`,
  };
}

/** Those of its parts; in wanted languages also what translates a part. */
export const postsBySeries = defineChildList<PostListRequest, Post>((scope, request) => {
  const owned = request.languages == null ? bySeries : byTranslatedSeries(sightOf(scope.viewer));
  return postSource(scope, request, owned);
});

/** Whose bodies link to it. */
export const postsByLinkTo = define({
  name: 'postsByLinkTo',
  from: Prisma.sql`"PostLink" j join "Post" p on p."id" = j."fromId"`,
  where: Prisma.sql`j."toId" = o."key"`,
  datedLink: 'fromId',
});

/** That its body links to. */
export const postsByLinkFrom = define({
  name: 'postsByLinkFrom',
  from: Prisma.sql`"PostLink" j join "Post" p on p."id" = j."toId"`,
  where: Prisma.sql`j."fromId" = o."key"`,
});

/** That name it as the one to read instead. */
export const postsBySuccessor = define({
  name: 'postsBySuccessor',
  from: Prisma.sql`"Post" p`,
  where: Prisma.sql`p."supersededById" = o."key"`,
});
