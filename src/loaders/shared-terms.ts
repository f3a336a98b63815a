/**
 * The other way round: the tags, authors, categories and series of all posts of an owner, each with how many
 * of the owner's posts have it. Counted when asked for, over posts that can be seen, in one statement for all
 * owners.
 */
import type { SortKey } from '../db/keyset.ts';
import { visibleAuthor, visibleCategory, visibleSeries, visibleTag } from '../db/visible.ts';
import type { OrderKey } from '../domain/order.ts';
import type { Sight } from '../domain/visibility.ts';
import { sightOf } from '../domain/visibility.ts';
import type { Author, Category, Series, Tag } from '../generated/prisma/client.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { ChildList } from './child-list.ts';
import { defineChildList } from './child-list.ts';
import type { NameOrderField, OrderedRequest } from './name-order.ts';
import type { PostOwner } from './owner-posts.ts';
import { ownerPostsSql, postLinks } from './owner-posts.ts';

/** Posts that a term and the owner of its list have in common. */
export interface Shared {
  readonly sharedPostCount: number;
}

/** In how a term is listed under an owner, POST_COUNT counts the posts that both have. */
export type SharedRequest = OrderedRequest<NameOrderField>;

/** How terms come when nobody says: those with most posts in common first, by name among equals. */
export const mostSharedFirst: readonly OrderKey<NameOrderField>[] = [
  { field: 'POST_COUNT', direction: 'DESC' },
  { field: 'NAME', direction: 'ASC' },
];

interface Term {
  readonly plural: string;
  readonly table: Prisma.Sql;
  readonly sortName: 'sortName' | 'sortTitle';
  readonly visible: (sight: Sight, alias: string) => Prisma.Sql;
}

const terms: Readonly<Record<PostOwner, Term>> = {
  TAG: { plural: 'tags', table: Prisma.sql`"Tag"`, sortName: 'sortName', visible: visibleTag },
  AUTHOR: { plural: 'authors', table: Prisma.sql`"Author"`, sortName: 'sortName', visible: visibleAuthor },
  CATEGORY: {
    plural: 'categories',
    table: Prisma.sql`"Category"`,
    sortName: 'sortName',
    visible: visibleCategory,
  },
  SERIES: { plural: 'series', table: Prisma.sql`"Series"`, sortName: 'sortTitle', visible: visibleSeries },
};

/** Terms with the posts they share with the owner `o."key"`: "id", "shared". The owner itself is none of them. */
export function sharedSql(term: PostOwner, owner: PostOwner, sight: Sight): Prisma.Sql {
  const { table, column } = postLinks[term];
  const other = term === owner ? Prisma.sql`where k.${column} <> o."key"` : Prisma.empty;
  return Prisma.sql`(select k.${column} as "id", count(*)::integer as "shared"
  from (${ownerPostsSql(owner, sight)}) s join ${table} k on k."postId" = s."postId" ${other} group by k.${column})`;
}

function orderOf(order: readonly OrderKey<NameOrderField>[], { sortName }: Term): SortKey[] {
  const keys = order.map(({ field, direction }): SortKey =>
    field === 'NAME'
      ? { name: sortName, type: 'text', direction, column: Prisma.sql`x.${Prisma.raw(`"${sortName}"`)}` }
      : { name: 'sharedPostCount', type: 'integer', direction, column: Prisma.sql`c."shared"` },
  );
  const direction = keys.at(-1)?.direction ?? 'ASC';
  return [...keys, { name: 'id', type: 'uuid', direction, column: Prisma.sql`x."id"` }];
}

function define<Row extends object>(
  kind: PostOwner,
  owner: PostOwner,
): ChildList<SharedRequest, Row & Shared> {
  const term = terms[kind];
  return defineChildList<SharedRequest, Row & Shared>((scope, { order }) => {
    const sight = sightOf(scope.viewer);
    return {
      name: `${term.plural}Of${owner.charAt(0)}${owner.slice(1).toLowerCase()}`,
      columns: Prisma.sql`x.*, c."shared" as "sharedPostCount"`,
      from: Prisma.sql`${sharedSql(kind, owner, sight)} c join ${term.table} x on x."id" = c."id"`,
      where: [term.visible(sight, 'x')],
      order: orderOf(order, term),
      fixedShape: order === mostSharedFirst,
    };
  });
}

type ByOwner<Row> = Readonly<Record<PostOwner, ChildList<SharedRequest, Row & Shared>>>;

function defineAll<Row extends object>(kind: PostOwner): ByOwner<Row> {
  return {
    TAG: define<Row>(kind, 'TAG'),
    AUTHOR: define<Row>(kind, 'AUTHOR'),
    CATEGORY: define<Row>(kind, 'CATEGORY'),
    SERIES: define<Row>(kind, 'SERIES'),
  };
}

export const tagsOf = defineAll<Tag>('TAG');
export const authorsOf = defineAll<Author>('AUTHOR');
export const categoriesOf = defineAll<Category>('CATEGORY');
export const seriesOf = defineAll<Series>('SERIES');
