/**
 * The vocabulary: the words of what is public, in which misspelt ones are looked up, and the languages that
 * stems are made for. It holds a word exactly while something public does.
 */
import type { WriteTransaction } from '../db/change-log.ts';
import { statusesSql } from '../db/visible.ts';
import { lexemeQuery } from '../domain/lexeme-query.ts';
import { marks } from '../domain/search-grades.ts';
import { sightOf } from '../domain/visibility.ts';

const statuses = statusesSql(sightOf({ kind: 'public' }));

/** Adds what something public says now. */
export async function addSearchWords(
  tx: WriteTransaction,
  words: ReadonlySet<string>,
  languages: ReadonlySet<string>,
): Promise<void> {
  const rows = [...words, ...[...languages].map((language) => marks.language + language)].filter(
    (word) => word !== '',
  );
  if (rows.length === 0) return;
  await tx.prisma.$executeRaw`
    insert into "SearchWord" ("word") select w from unnest(${rows.sort()}::text[]) w
    where not exists (select from "SearchWord" s where s."word" = w) on conflict do nothing`;
}

/** Drops what may have lost its last document, where it has: to be called when documents are as they are now. */
export async function dropSearchWords(
  tx: WriteTransaction,
  words: ReadonlySet<string>,
  languages: ReadonlySet<string>,
): Promise<void> {
  const asked = [...words]
    .filter((word) => word !== '')
    .map((word) => ({ row: word, word, query: lexemeQuery(word) }));
  const spoken = [...languages].map((language) => {
    const row = marks.language + language;
    return { row, word: null, query: lexemeQuery(row) };
  });
  const all = [...asked, ...spoken];
  if (all.length === 0) return;
  await tx.prisma.$executeRaw`
    delete from "SearchWord" s using unnest(${all.map(({ row }) => row)}::text[], ${all.map(({ word }) => word)}::text[],
      ${all.map(({ query }) => query)}::text[]) as lost("row", "word", "query")
    where s."word" = lost."row" and not "searchSays"(${statuses}, lost."query"::tsquery, lost."word")`;
}
