import type { WriteTransaction } from '../db/change-log.ts';
import type { MadeDocument } from './make-search-documents.ts';

/** Between lexemes in the text that carries them; no lexeme has one. */
const separator = '\n';

/** Writes rows of the index, where they differ from what is stored. */
export async function storeSearchDocuments(
  tx: WriteTransaction,
  documents: readonly MadeDocument[],
): Promise<void> {
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
