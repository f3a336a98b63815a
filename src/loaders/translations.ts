import { textsSql } from '../db/parameters.ts';
import { visiblePost } from '../db/visible.ts';
import type { Sight } from '../domain/visibility.ts';
import type { Post } from '../generated/prisma/client.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { siteLanguagePlaceSql } from './languages.ts';
import type { ListSource } from './list-source.ts';
import { load } from './loader.ts';
import { defineRowsOf } from './lookup.ts';
import { postBySlug } from './posts.ts';
import type { ReadScope } from './scope.ts';

/** The same in other languages: those that the site names in its order, then the others by their tags. */
export const translationsByPost = defineRowsOf<Post>(
  'translationsByPost',
  (owners, sight) => Prisma.sql`select c."id" as "ofOwner", p.*
from "Post" c join "Post" p on p."translationKey" = c."translationKey" and p."id" <> c."id"
where c."id" = any(${owners}) and ${visiblePost(sight, 'p')}
order by c."id", ${siteLanguagePlaceSql(Prisma.sql`p."language"`)} nulls last, p."language"`,
);

/** A post, or what says the same in the first of some languages that there is; null when it is in none of them. */
export async function loadInLanguages(
  scope: ReadScope,
  post: Post | null,
  languages: readonly string[] | null,
): Promise<Post | null> {
  if (post === null || languages === null || post.language === languages[0]) return post;
  if (languages.length === 0) return null;
  const group = [post, ...(await load(scope, translationsByPost, post.id))];
  return firstIn(group, languages);
}

/**
 * The post of a slug in the first of some languages that has it. In each, a post with that very slug comes
 * before the translation of one: slugs are unique within a language only.
 */
export async function loadBySlug(
  scope: ReadScope,
  slug: string,
  languages: readonly string[] | null,
): Promise<Post | null> {
  const [usual, ...exact] = await Promise.all(
    [null, ...(languages ?? [])].map((language) => load(scope, postBySlug, { slug, language })),
  );
  if (languages === null || usual == null) return usual ?? null;
  const [wanted] = exact;
  if (wanted != null) return wanted;
  const translations = await load(scope, translationsByPost, usual.id);
  const posts = exact.filter((post) => post !== null);
  return firstIn([...posts, usual, ...translations], languages);
}

function firstIn(posts: readonly Post[], languages: readonly string[]): Post | null {
  const found = languages.map((language) => posts.find((post) => post.language === language));
  return found.find((post) => post !== undefined) ?? null;
}

/**
 * A list of posts `p` in some languages, the most wanted first: of each group of translations the one in the
 * first language that has it. Which one that is hangs on the group alone, not on the list or its filter: a post
 * that exists in the reader's language never shows in another one.
 *
 * @param ofOwners the list is one under owners, walked by an index of theirs
 */
export function inLanguages<Row extends object>(
  source: ListSource<Row>,
  sight: Sight,
  languages: readonly string[],
  ofOwners: boolean,
): ListSource<Row> {
  const [wanted] = languages;
  const alone = languages.length === 1 && wanted !== undefined;
  const list = textsSql(languages);
  // An equality, so that an index on (status, language, …) gives the order of what follows.
  const isIn = alone ? Prisma.sql`p."language" = ${wanted}` : Prisma.sql`p."language" = any(${list})`;
  const isChosen = Prisma.sql`not exists (select 1 from "Post" q where q."translationKey" = p."translationKey"
    and q."language" = any(${list}) and ${visiblePost(sight, 'q')}
    and array_position(${list}, q."language") < array_position(${list}, p."language"))`;
  // The first two spare most posts the look at their translations.
  const walked = Prisma.sql`${isIn} and (p."translationKey" is null or p."language" = ${wanted ?? ''} or ${isChosen})`;
  return {
    ...source,
    statement: `${source.statement ?? source.name}In${alone ? 'Language' : 'Languages'}`,
    where: [...source.where, alone ? (ofOwners ? untold(isIn) : isIn) : untold(walked)],
    ...(alone || ofOwners
      ? {}
      : { counted: { from: source.from, where: [...source.where, isIn, isFirst(list, sight)] } }),
  };
}

/** That a post is the first of its group, found for all posts at once: when the whole blog is counted. */
function isFirst(list: Prisma.Sql, sight: Sight): Prisma.Sql {
  return Prisma.sql`p."id" not in (select r."id" from (
    select q."id", row_number() over (partition by q."translationKey" order by array_position(${list}, q."language")) as "place"
    from "Post" q where q."translationKey" is not null and q."language" = any(${list}) and ${visiblePost(sight, 'q')}
  ) r where r."place" > 1)`;
}

/**
 * A condition that does not tell the planner how many rows it leaves. A guess of few has it sort all posts of
 * a tag, or of the blog, instead of walking the index to the end of the page; the embedded database, which
 * keeps no statistics, always guesses so.
 */
function untold(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(case when ${condition} then true end) is not null`;
}
