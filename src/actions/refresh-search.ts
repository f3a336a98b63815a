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
import { storeSearchDocuments } from './store-search-documents.ts';

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
  for (const some of batches(await withParents(tx, merge(all)))) await refreshSome(tx, some);
}

/** What a document takes, and how much is read in one go: texts of posts are long, of which a blog may have thousands. */
const weights = { posts: 10, resources: 10, tags: 1, authors: 1, categories: 1, series: 1 } as const;
const batchWeight = 2_000;

function* batches(touched: Required<SearchTouched>): Iterable<SearchTouched> {
  let batch: Partial<Record<keyof SearchTouched, string[]>> = {};
  let weight = 0;
  for (const kind of ['posts', 'resources', 'series', 'tags', 'categories', 'authors'] as const) {
    for (const id of touched[kind]) {
      (batch[kind] ??= []).push(id);
      weight += weights[kind];
      if (weight < batchWeight) continue;
      yield batch;
      batch = {};
      weight = 0;
    }
  }
  if (weight > 0) yield batch;
}

async function refreshSome(tx: WriteTransaction, touched: SearchTouched): Promise<void> {
  const ids = Object.values(touched).flat();
  const sources = await readSearchSources(tx, touched);
  const documents = await makeSearchDocuments(tx, sources);
  const stored = await tx.prisma.$queryRaw<StoredDocument[]>`
    select d."id"::text, d."status", d."language", s."words"
    from "SearchDocument" d join "SearchSequence" s on s."documentId" = d."id" where d."id" = any(${ids}::uuid[])`;
  await storeSearchDocuments(tx, documents);
  const present = new Set(sources.map(({ id }) => id));
  const gone = stored.flatMap(({ id }) => (present.has(id) ? [] : [id]));
  if (gone.length > 0)
    await tx.prisma.$executeRaw`delete from "SearchDocument" where "id" = any(${gone}::uuid[])`;
  await refreshWords(tx, stored, documents);
}

/** A category is seen through what is filed below it. */
async function withParents(
  tx: WriteTransaction,
  touched: Required<SearchTouched>,
): Promise<Required<SearchTouched>> {
  if (touched.categories.length === 0) return touched;
  const above = await tx.prisma.$queryRaw<{ id: string }[]>`
    select distinct a."id"::text as id from "Category" d
    join "Category" a on starts_with(d."treePath" || '/', a."treePath" || '/')
    where d."id" = any(${touched.categories}::uuid[])`;
  return { ...touched, categories: [...new Set([...touched.categories, ...above.map(({ id }) => id)])] };
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
