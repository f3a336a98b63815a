import { named } from '../db/read-rows.ts';
import { uuidsSql } from '../db/parameters.ts';
import { visiblePost } from '../db/visible.ts';
import type { Sight } from '../domain/visibility.ts';
import { sightOf } from '../domain/visibility.ts';
import type { Post } from '../generated/prisma/client.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Loader } from './loader.ts';
import { defineLoader } from './loader.ts';
import { read } from './read.ts';
import { partOwnerSql } from './series-parts.ts';

/** Among which posts the previous or next one is looked for. */
export type Neighbourhood = 'BLOG' | 'SERIES' | 'CATEGORY' | 'TAG' | 'AUTHOR';
export type Step = 'previous' | 'next';

/** A walk from a post `c`: the candidates `p` share something with it and stand at `place` in an order. */
interface Walk {
  /** Joined to `c`: what is shared. */
  readonly shared: Prisma.Sql;
  readonly from: Prisma.Sql;
  readonly where: Prisma.Sql;
  readonly place: readonly [Prisma.Sql, Prisma.Sql];
  /** Where `c` itself stands. */
  readonly here: readonly [Prisma.Sql, Prisma.Sql];
  /** The index that has the order begins with the status: without it all posts are read for each. */
  readonly byStatus?: true;
}

const sameLanguage = Prisma.sql`p."language" = c."language"`;
const postDate = [Prisma.sql`p."sortDate"`, Prisma.sql`p."id"`] as const;
const linkDate = [Prisma.sql`j."sortDate"`, Prisma.sql`j."postId"`] as const;
const ownDate = [Prisma.sql`c."sortDate"`, Prisma.sql`c."id"`] as const;

/** A post's first tag, category or author stands for all of them. */
function firstLink(table: Prisma.Sql, column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`cross join lateral (select f.${column} as "sharedId" from ${table} f
  where f."postId" = c."id" order by f."position" limit 1) k`;
}

function byLink(table: Prisma.Sql, column: Prisma.Sql): Walk {
  return {
    shared: firstLink(table, column),
    from: Prisma.sql`${table} j join "Post" p on p."id" = j."postId"`,
    where: Prisma.sql`j.${column} = k."sharedId" and ${sameLanguage}`,
    place: linkDate,
    here: ownDate,
  };
}

const datedWalks: Readonly<Record<Exclude<Neighbourhood, 'SERIES'>, Walk>> = {
  BLOG: {
    shared: Prisma.empty,
    from: Prisma.sql`"Post" p`,
    where: sameLanguage,
    place: postDate,
    here: ownDate,
    byStatus: true,
  },
  CATEGORY: byLink(Prisma.sql`"PostCategory"`, Prisma.sql`"categoryId"`),
  TAG: byLink(Prisma.sql`"PostTag"`, Prisma.sql`"tagId"`),
  AUTHOR: byLink(Prisma.sql`"PostAuthor"`, Prisma.sql`"authorId"`),
};

/** A translation stands where what it translates does, and its neighbours are in its language where they are translated. */
function seriesWalk(sight: Sight): Walk {
  return {
    shared: Prisma.sql`cross join lateral ${partOwnerSql(sight)} own
cross join lateral (select f."seriesId", f."position", f."id" from "SeriesPart" f
  join "Series" s on s."id" = f."seriesId" where f."postId" = own."postId" order by s."sortTitle", s."id" limit 1) k`,
    from: Prisma.sql`"SeriesPart" j join "Post" m on m."id" = j."postId" and ${visiblePost(sight, 'm')}
  cross join lateral (select t.* from "Post" t
    where t."id" = m."id" or (t."translationKey" = m."translationKey" and t."language" = c."language" and ${visiblePost(sight, 't')})
    order by t."language" = c."language" desc limit 1) p`,
    where: Prisma.sql`j."seriesId" = k."seriesId"`,
    place: [Prisma.sql`j."position"`, Prisma.sql`j."id"`],
    here: [Prisma.sql`k."position"`, Prisma.sql`k."id"`],
  };
}

function walkSql(walk: Walk, step: Step, posts: Prisma.Sql, sight: Sight): Prisma.Sql {
  const { statuses } = sight;
  const walked =
    walk.byStatus && statuses.length > 1
      ? nearestOf(
          statuses.map((status) => nearestSql(walk, step, { ...sight, statuses: [status] })),
          orderSql(postDate, step),
        )
      : nearestSql(walk, step, sight);
  return Prisma.sql`select o."key"::text as "ofOwner", n.*
from unnest(${posts}) as o("key") join "Post" c on c."id" = o."key" ${walk.shared}
cross join lateral (${walked}) n`;
}

function nearestSql({ from, where, place, here }: Walk, step: Step, sight: Sight): Prisma.Sql {
  const side = step === 'next' ? Prisma.sql`>` : Prisma.sql`<`;
  return Prisma.sql`select p.* from ${from}
  where ${where} and ${visiblePost(sight, 'p')} and (${Prisma.join([...place])}) ${side} (${Prisma.join([...here])})
  order by ${orderSql(place, step)} limit 1`;
}

function nearestOf(walks: readonly Prisma.Sql[], order: Prisma.Sql): Prisma.Sql {
  const each = walks.map((walk) => Prisma.sql`(${walk})`);
  return Prisma.sql`select p.* from (${Prisma.join(each, ' union all ')}) p order by ${order} limit 1`;
}

function orderSql([first, second]: Walk['place'], step: Step): Prisma.Sql {
  return step === 'next'
    ? Prisma.sql`${first} asc, ${second} asc`
    : Prisma.sql`${first} desc, ${second} desc`;
}

function define(within: Neighbourhood, step: Step): Loader<string, Post | null> {
  const name = `${step}PostIn${within.charAt(0)}${within.slice(1).toLowerCase()}`;
  return defineLoader(async (posts, scope) => {
    const sight = sightOf(scope.viewer);
    const walk = within === 'SERIES' ? seriesWalk(sight) : datedWalks[within];
    const sql = walkSql(walk, step, uuidsSql(posts), sight);
    const rows = await read<Post & { readonly ofOwner: string }>(scope, named(name, sql));
    const byPost = new Map(rows.map((row) => [row.ofOwner, row]));
    return posts.map((post) => byPost.get(post) ?? null);
  });
}

function both(within: Neighbourhood): Readonly<Record<Step, Loader<string, Post | null>>> {
  return { previous: define(within, 'previous'), next: define(within, 'next') };
}

/**
 * The post before or after one (by its id), in the same language: by date, the next one being the newer
 * one; within a series by position, in the same language where a part is translated.
 */
export const neighbours: Readonly<
  Record<Neighbourhood, Readonly<Record<Step, Loader<string, Post | null>>>>
> = {
  BLOG: both('BLOG'),
  SERIES: both('SERIES'),
  CATEGORY: both('CATEGORY'),
  TAG: both('TAG'),
  AUTHOR: both('AUTHOR'),
};
