/**
 * The search index, kept in the transactions that write what it is made of: it is never behind. What is
 * the same is not written again. Like the counts it is no content of its own, and is not logged.
 */
import type { WriteTransaction } from '../db/change-log.ts';
import { isPublic } from '../domain/publication.ts';
import type { PostStatus } from '../generated/prisma/enums.ts';
import { makeSearchDocuments } from './make-search-documents.ts';
import type { MadeDocument } from './make-search-documents.ts';
import { addSearchWords, dropSearchWords } from './refresh-search-words.ts';
import { readSearchSources } from './search-texts.ts';
import type { SearchTouched } from './search-texts.ts';

/** A document as it was. */
interface StoredDocument {
  readonly id: string;
  readonly status: PostStatus;
  readonly language: string;
  readonly words: string;
}

/**
 * Makes the index say what the given posts, resources and terms say now; those that are gone, and terms that
 * the public no longer sees, leave it. To be called after the counts are refreshed.
 */
export async function refreshSearch(tx: WriteTransaction, ...all: readonly SearchTouched[]): Promise<void> {
  const touched = merge(all);
  const ids = Object.values(touched).flat();
  if (ids.length === 0) return;
  const sources = await readSearchSources(tx, touched);
  const documents = await makeSearchDocuments(tx, sources);
  const stored = await tx.prisma.$queryRaw<StoredDocument[]>`
    select d."id"::text, d."status", d."language", s."words"
    from "SearchDocument" d join "SearchSequence" s on s."documentId" = d."id" where d."id" = any(${ids}::uuid[])`;
  await store(tx, documents);
  const present = new Set(sources.map(({ id }) => id));
  const gone = stored.flatMap(({ id }) => (present.has(id) ? [] : [id]));
  if (gone.length > 0)
    await tx.prisma.$executeRaw`delete from "SearchDocument" where "id" = any(${gone}::uuid[])`;
  await refreshWords(tx, stored, documents);
}

function merge(all: readonly SearchTouched[]): Required<SearchTouched> {
  const ids = (name: keyof SearchTouched): string[] => [...new Set(all.flatMap((one) => one[name] ?? []))];
  return {
    posts: ids('posts'),
    resources: ids('resources'),
    series: ids('series'),
    tags: ids('tags'),
    categories: ids('categories'),
    authors: ids('authors'),
  };
}

/** Between lexemes in the text that carries them; no lexeme has one. */
const separator = '\n';

async function store(tx: WriteTransaction, documents: readonly MadeDocument[]): Promise<void> {
  if (documents.length === 0) return;
  const rows = documents.map(({ source, year, lexemes, sequence }) => ({
    id: source.id,
    entityType: source.entityType,
    kind: source.kind,
    status: source.status,
    language: source.language,
    sortDate: source.sortDate,
    year,
    tagIds: source.tags.map(({ id }) => id),
    categoryIds: [...new Set(source.categories.map(({ id }) => id))],
    authorIds: source.authors.map(({ id }) => id),
    lexemes: lexemes.join(separator),
    words: sequence,
  }));
  await tx.prisma.$executeRaw`
    with made as materialized (
      select r.*, array_to_tsvector(string_to_array(r."text", ${separator})) as "lexemes"
      from (select j->>'lexemes' as "text", j->>'words' as "words", d.*
        from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) j
        cross join lateral jsonb_to_record(j) as d("id" uuid, "entityType" "EntityType", "kind" text, "status" "PostStatus",
          "language" text, "sortDate" timestamptz, "year" integer, "tagIds" uuid[], "categoryIds" uuid[], "authorIds" uuid[])) r
    ),
    documents as (
      insert into "SearchDocument" as o ("id", "entityType", "kind", "status", "language", "sortDate", "year", "tagIds",
        "categoryIds", "authorIds", "lexemes")
      select "id", "entityType", "kind", "status", "language", "sortDate", "year", "tagIds", "categoryIds", "authorIds",
        "lexemes" from made
      on conflict ("id") do update set "kind" = excluded."kind", "status" = excluded."status",
        "language" = excluded."language", "sortDate" = excluded."sortDate", "year" = excluded."year",
        "tagIds" = excluded."tagIds", "categoryIds" = excluded."categoryIds", "authorIds" = excluded."authorIds",
        "lexemes" = excluded."lexemes"
      where (o."kind", o."status", o."language", o."sortDate", o."year", o."tagIds", o."categoryIds", o."authorIds", o."lexemes")
        is distinct from (excluded."kind", excluded."status", excluded."language", excluded."sortDate", excluded."year",
          excluded."tagIds", excluded."categoryIds", excluded."authorIds", excluded."lexemes")
    )
    insert into "SearchSequence" as o ("documentId", "words") select "id", "words" from made
    on conflict ("documentId") do update set "words" = excluded."words" where o."words" <> excluded."words"`;
}

async function refreshWords(
  tx: WriteTransaction,
  stored: readonly StoredDocument[],
  documents: readonly MadeDocument[],
): Promise<void> {
  const added = new Set<string>();
  const languages = new Set<string>();
  const now = new Map(documents.map((document) => [document.source.id, document]));
  for (const { source, vocabulary } of documents) {
    if (!isPublic(source.status)) continue;
    languages.add(source.language);
    for (const word of vocabulary) added.add(word);
  }
  const lost = new Set<string>();
  const lostLanguages = new Set<string>();
  for (const { id, status, language, words } of stored) {
    if (!isPublic(status)) continue;
    const next = now.get(id);
    const kept = next !== undefined && isPublic(next.source.status) ? next : null;
    if (kept?.source.language !== language && !languages.has(language)) lostLanguages.add(language);
    for (const word of words.split(/[ |]+/)) if (!added.has(word)) lost.add(word);
  }
  await addSearchWords(tx, added, languages);
  await dropSearchWords(tx, lost, lostLanguages);
}
