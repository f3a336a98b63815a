import type { Database } from '../db/client.ts';
import { visiblePost } from '../db/visible.ts';
import { tagRarity } from '../domain/relatedness.ts';
import type { RelatablePost } from '../domain/relatedness.ts';
import { termWeighing } from '../domain/relatedness-profile.ts';
import { sightOf } from '../domain/visibility.ts';
import { Prisma } from '../generated/prisma/client.ts';

/** A public post, but for what its text says. */
export type PostSigns = Omit<RelatablePost, 'profile'>;

/** Related posts are worked out for the public, from what the public sees. */
const sight = sightOf({ kind: 'public' });

/** How many posts are public. */
export async function countPublic({ prisma }: Pick<Database, 'prisma'>): Promise<number> {
  const [row] = await prisma.$queryRaw<{ count: number }[]>`
    select count(*)::integer as "count" from "Post" p where ${visiblePost(sight, 'p')}`;
  return row?.count ?? 0;
}

/** Ids of public posts, in order. */
export async function publicIds(
  { prisma }: { readonly prisma: Prisma.TransactionClient },
  among: readonly string[] | null,
): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ id: string }[]>`
    select p."id"::text from "Post" p where ${visiblePost(sight, 'p')} and ${amongSql('p', 'id', among)} order by p."id"`;
  return rows.map(({ id }) => id);
}

/** Removes the lists of posts that are not public. @returns how many there were */
export function dropHiddenLists({ prisma }: { readonly prisma: Prisma.TransactionClient }): Promise<number> {
  return prisma.$executeRaw`
    delete from "RelatedList" l
    where not exists (select from "Post" p where p."id" = l."postId" and ${visiblePost(sight, 'p')})`;
}

/**
 * What stands beside the texts of public posts, by id.
 *
 * @param among ids of posts; null: all
 * @param total public posts that rarity is measured against
 */
export async function readSigns(
  { prisma }: Database,
  among: readonly string[] | null,
  total: number,
): Promise<PostSigns[]> {
  const posts = await prisma.$queryRaw<PostRow[]>`
    select p."id"::text, p."language", p."translationKey", p."publishedAt" from "Post" p
    where ${visiblePost(sight, 'p')} and ${amongSql('p', 'id', among)} order by p."id"`;
  const pairs = (sql: Prisma.Sql): Promise<Pair[]> => prisma.$queryRaw<Pair[]>(sql);
  const most = Math.max(2, total * termWeighing.frequent);
  const tags =
    await pairs(Prisma.sql`select j."postId"::text as "id", t."id"::text as "other", t."postCount" as "count"
    from "PostTag" j join "Tag" t on t."id" = j."tagId" where ${amongSql('j', 'postId', among)}`);
  const authors =
    await pairs(Prisma.sql`select j."postId"::text as "id", a."id"::text as "other" from "PostAuthor" j
    join "Author" a on a."id" = j."authorId" and a."postCount" <= ${most}::double precision where ${amongSql('j', 'postId', among)}`);
  const series =
    await pairs(Prisma.sql`select j."postId"::text as "id", j."seriesId"::text as "other" from "SeriesPart" j
    where j."postId" is not null and ${amongSql('j', 'postId', among)}`);
  const links =
    await pairs(Prisma.sql`select l."fromId"::text as "id", l."toId"::text as "other" from "PostLink" l
    where ${amongSql('l', 'fromId', among)}
    union select l."toId"::text, l."fromId"::text from "PostLink" l where ${amongSql('l', 'toId', among)}`);
  const [tagsOf, authorsOf, seriesOf, linksOf] = [tags, authors, series, links].map(byPost);
  return posts.map(({ id, language, translationKey, publishedAt }) => ({
    id,
    language,
    translationKey,
    date: publishedAt?.getTime() ?? null,
    tags: new Map(tagsOf?.get(id)?.map(({ other, count }) => [other, tagRarity(total, count ?? 0)])),
    authors: others(authorsOf?.get(id)),
    series: others(seriesOf?.get(id)),
    linked: others(linksOf?.get(id)),
  }));
}

interface PostRow {
  readonly id: string;
  readonly language: string;
  readonly translationKey: string | null;
  readonly publishedAt: Date | null;
}

interface Pair {
  readonly id: string;
  readonly other: string;
  readonly count?: number;
}

function byPost(pairs: readonly Pair[]): Map<string, Pair[]> {
  return Map.groupBy(pairs, ({ id }) => id);
}

function others(pairs: readonly Pair[] = []): Set<string> {
  return new Set(pairs.map(({ other }) => other));
}

function amongSql(alias: string, column: string, ids: readonly string[] | null): Prisma.Sql {
  if (ids === null) return Prisma.sql`true`;
  return Prisma.sql`${Prisma.raw(`${alias}."${column}"`)} = any(${ids}::uuid[])`;
}

/** Posts that editors picked for each of these, whether the picks can be seen or not. */
export async function readPicks(
  { prisma }: Database,
  among: readonly string[] | null,
): Promise<Map<string, ReadonlySet<string>>> {
  const rows = await prisma.$queryRaw<Pair[]>`
    select k."postId"::text as "id", k."relatedId"::text as "other" from "RelatedPick" k where ${amongSql('k', 'postId', among)}
    union select k."postId"::text, k."relatedId"::text from "EditorPick" k where ${amongSql('k', 'postId', among)}`;
  return new Map([...byPost(rows)].map(([id, pairs]) => [id, others(pairs)]));
}
