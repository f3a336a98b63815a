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

/** Conditions that leave one post of each group of translations, in a list of posts `p`. */
export interface LanguageChoice {
  /** Joined to the list's own FROM. */
  readonly join: Prisma.Sql;
  readonly where: readonly Prisma.Sql[];
  /** The same without the join, for counting: all posts at once rather than one after the other. */
  readonly counted: readonly Prisma.Sql[];
}

/**
 * Posts in some languages, the most wanted first: of each group of translations the one in the first language
 * that has it. Which one that is hangs on the group alone, not on the list or its filter: a post that exists in
 * the reader's language never shows in another one.
 */
export function languageChoice(sight: Sight, languages: readonly string[]): LanguageChoice {
  const [only] = languages;
  if (languages.length === 1 && only !== undefined) {
    // One language is an equality, so that an index on (status, language, …) gives the order of what follows.
    const isIn = [Prisma.sql`p."language" = ${only}`];
    return { join: Prisma.empty, where: isIn, counted: isIn };
  }
  const list = textsSql(languages);
  const isIn = Prisma.sql`p."language" = any(${list})`;
  const better = Prisma.sql`q."translationKey" = p."translationKey" and q."language" = any(${list}) and ${visiblePost(sight, 'q')}
      and array_position(${list}, q."language") < array_position(${list}, p."language")`;
  return {
    // LIMIT keeps this a look at the index for each post that a page comes by; as a join it may be planned
    // as a table of all translations.
    join: Prisma.sql` left join lateral (select true as "better" from "Post" q where ${better} limit 1) b on true`,
    where: [isIn, Prisma.sql`b."better" is null`],
    counted: [isIn, Prisma.sql`not exists (select 1 from "Post" q where ${better})`],
  };
}

/** A list of posts `p` in some languages; see `languageChoice`. */
export function inLanguages<Row extends object>(
  source: ListSource<Row>,
  sight: Sight,
  languages: readonly string[],
): ListSource<Row> {
  const { join, where, counted } = languageChoice(sight, languages);
  return {
    ...source,
    statement: `${source.statement ?? source.name}In${languages.length === 1 ? 'Language' : 'Languages'}`,
    from: Prisma.sql`${source.from}${join}`,
    where: [...source.where, ...where],
    counted: { from: source.from, where: [...source.where, ...counted] },
  };
}
