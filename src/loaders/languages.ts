import { named } from '../db/read-rows.ts';
import { visiblePost } from '../db/visible.ts';
import { lookUpLanguages, readLanguageRanges } from '../domain/language-lookup.ts';
import type { Sight } from '../domain/visibility.ts';
import { sightOf } from '../domain/visibility.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { defineLoader, load } from './loader.ts';
import { read } from './read.ts';
import type { ReadScope } from './scope.ts';

/** The languages of posts that can be seen: those that the site names in its order, then the others by their tags. */
const languagesInUse = defineLoader<'all', readonly string[]>(async (keys, scope) => {
  const sql = named('languagesInUse', inUseSql(sightOf(scope.viewer)));
  const rows = await read<{ readonly language: string }>(scope, sql);
  return keys.map(() => rows.map(({ language }) => language));
});

/** From one language to the next in the index on (status, language, …): a step for each, however many posts there are. */
function inUseSql(sight: Sight): Prisma.Sql {
  const nearest = (after: Prisma.Sql): Prisma.Sql => Prisma.sql`(select p."language" from "Post" p
    where ${visiblePost(sight, 'p')}${after} order by p."language" limit 1)`;
  return Prisma.sql`with recursive l as (
  select ${nearest(Prisma.empty)} as "language"
  union all select ${nearest(Prisma.sql` and p."language" > l."language"`)} from l where l."language" is not null
)
select l."language" from l where l."language" is not null
order by ${siteLanguagePlaceSql(Prisma.sql`l."language"`)} nulls last, l."language"`;
}

/** Where the site names a language among its own; null when it does not. */
export function siteLanguagePlaceSql(language: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(select e."place" from "Site" w, jsonb_array_elements(
    case jsonb_typeof(w."languages") when 'array' then w."languages" else '[]'::jsonb end
  ) with ordinality e("item", "place") where e."item"->>'code' = ${language} order by e."place" limit 1)`;
}

/** The languages in which there is a post to see, those that the site names in its order first. */
export function loadLanguagesInUse(scope: ReadScope): Promise<readonly string[]> {
  return load(scope, languagesInUse, 'all');
}

/** The languages that a client asks for, as arguments of a field. */
export interface LanguageArguments {
  readonly language?: string | null | undefined;
  readonly fallback?: readonly string[] | null | undefined;
}

/**
 * The languages in which posts are wanted, the most wanted first: only such as there are. Null: no matter which.
 *
 * @throws DomainError BAD_USER_INPUT
 */
export async function loadWantedLanguages(
  scope: ReadScope,
  { language, fallback }: LanguageArguments,
): Promise<readonly string[] | null> {
  const ranges = readLanguageRanges(language, fallback);
  return ranges && lookUpLanguages(ranges, await loadLanguagesInUse(scope));
}

/** That two languages are the same but for script and region: "en" and "en-GB". */
export function sameLanguageSql(a: Prisma.Sql, b: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(split_part(lower(${a}), '-', 1) = split_part(lower(${b}), '-', 1))`;
}
