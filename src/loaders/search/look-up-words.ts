import { named } from '../../db/read-rows.ts';
import { stemmerRows } from '../../db/stem-words.ts';
import { statusesSql } from '../../db/visible.ts';
import type { TermWord, TermWords } from '../../domain/search-term-words.ts';
import { sightOf } from '../../domain/visibility.ts';
import { foldWord } from '../../domain/words.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { read } from '../read.ts';
import type { ReadScope } from '../scope.ts';

/** Stems of a folded word by language; none where it is a stop word. */
export type StemsByLanguage = ReadonlyMap<string, readonly string[]>;

/** What the blog knows of the words of a query. */
export interface FoundWords {
  /** Of everything public. */
  readonly languages: readonly string[];
  readonly stems: ReadonlyMap<string, StemsByLanguage>;
  /** Words that nothing public holds in any form, each with words like it, the most alike first. */
  readonly unknown: ReadonlyMap<string, readonly string[]>;
}

interface Row {
  readonly word: string | null;
  readonly stems: Readonly<Record<string, readonly (string | null)[]>> | null;
  readonly known: boolean | null;
  readonly near: readonly string[] | null;
  readonly languages: readonly string[];
}

/** Looks up all words of a query at once. Excluded ones are not corrected. */
export async function lookUpWords(
  scope: ReadScope,
  wanted: readonly TermWords[],
  excluded: readonly TermWords[],
): Promise<FoundWords> {
  const asked = new Map<string, AskedFor>();
  for (const [terms, correct] of [
    [wanted, true],
    [excluded, false],
  ] as const) {
    for (const { words, prefix } of terms) {
      for (const [index, word] of words.entries()) {
        const before = asked.get(word.word);
        asked.set(word.word, {
          ...word,
          prefix: (before?.prefix ?? false) || (prefix && index === words.length - 1),
          correctable: (before?.correctable ?? false) || (correct && word.correctable),
        });
      }
    }
  }
  return readFound(await read<Row>(scope, wordsSql(scope, [...asked.values()])));
}

/** The same with the stems of words that stand in for others. */
export async function lookUpStems(
  scope: ReadScope,
  found: FoundWords,
  words: readonly string[],
): Promise<ReadonlyMap<string, StemsByLanguage>> {
  const asked = words.map((word) => ({ word, spelling: word, correctable: false, prefix: false }));
  const { stems } = readFound(await read<Row>(scope, wordsSql(scope, asked)));
  return new Map([...found.stems, ...stems]);
}

type AskedFor = TermWord & { readonly prefix: boolean };

function readFound(rows: readonly Row[]): FoundWords {
  const stems = new Map<string, StemsByLanguage>();
  const unknown = new Map<string, readonly string[]>();
  for (const { word, stems: found, known, near } of rows) {
    if (word === null) continue;
    stems.set(
      word,
      new Map(Object.entries(found ?? {}).map(([language, pair]) => [language, formsOf(pair)])),
    );
    if (known === false && near !== null) unknown.set(word, near);
  }
  return { languages: rows[0]?.languages ?? [], stems, unknown };
}

/** A stop word, with its accents or without them, has no stem. */
function formsOf(pair: readonly (string | null)[]): readonly string[] {
  const found = pair.filter((stem) => stem !== null);
  return found.length < pair.length ? [] : [...new Set(found.map(foldWord))];
}

/**
 * A word is known when something public says it, or begins with it where it may go on, or has one of its
 * stems. Only for those that are not, words like them are looked for.
 */
function wordsSql(scope: ReadScope, asked: readonly AskedFor[]): Prisma.Sql {
  const statuses = statusesSql(sightOf(scope.viewer));
  const { languages, dictionaries } = stemmerRows;
  return named(
    'searchWords',
    Prisma.sql`with spoken as materialized (
  select substr(s."word", 2) as language, coalesce(d.dictionary, 'simple')::regdictionary as dictionary
  from "SearchWord" s
  left join unnest(${languages}::text[], ${dictionaries}::text[]) as d(language, dictionary)
    on d.language = split_part(replace(lower(substr(s."word", 2)), '_', '-'), '-', 1)
  where s."word" >= 'L' and s."word" < 'M'
),
asked as materialized (
  select * from unnest(${asked.map(({ word }) => word)}::text[], ${asked.map(({ spelling }) => spelling)}::text[],
    ${asked.map(({ prefix }) => prefix)}::boolean[], ${asked.map(({ correctable }) => correctable)}::boolean[])
    as a(word, spelling, open, correctable)
),
stemmed as materialized (
  select a.word, s.language, unaccent((ts_lexize(s.dictionary, a.word))[1]) as plain,
    unaccent((ts_lexize(s.dictionary, a.spelling))[1]) as accented
  from asked a cross join spoken s
),
judged as (
  select a.*, case
    when not a.correctable or exists (select from "SearchWord" s where s."word" = a.word) then true
    when a.open and exists (select from "SearchWord" s where s."word" >= a.word and s."word" < a.word || U&'\\+10FFFF') then true
    else exists (select from stemmed t where t.word = a.word and (t.plain is null or "searchSays"(${statuses},
      ('''' || replace(replace(t.plain, '\\', '\\\\'), '''', '''''') || '''')::tsquery, null)))
    end as known
  from asked a
)
select l.languages, j.word, j.known,
  case when not j.known then array(select n."word" from "searchNear"(j.word) n) end as near,
  (select jsonb_object_agg(t.language, jsonb_build_array(t.plain, t.accented)) from stemmed t where t.word = j.word) as stems
from (select array(select language from spoken order by language) as languages) l left join judged j on true`,
  );
}
