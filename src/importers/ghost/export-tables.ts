import { InputError } from '../blog-reader.ts';
import { isMap, listOf, mapOf, rawText, textOf, type JsonMap } from '../fields/json-values.ts';
import { nestedRows } from './nested-rows.ts';

/**
 * The tables of an export that tell of a blog. All others (members, keys, webhooks, newsletters, …) are not
 * looked at.
 */
export type TableName =
  'posts' | 'posts_meta' | 'posts_authors' | 'posts_tags' | 'tags' | 'users' | 'settings';

/** What an export holds, by table. */
export interface ExportTables {
  /** Version of Ghost that wrote it. */
  readonly version: string | null;
  readonly rows: Readonly<Record<TableName, readonly JsonMap[]>>;
  /** Rows that are no rows. */
  readonly broken: number;
}

/** Whether a JSON value holds tables: in it, or in one of the wrappers that exports have. */
export function hasTables(value: unknown): boolean {
  return findTables(value) !== null;
}

/**
 * The tables in what a Ghost export may look like: `{ db: [{ meta, data }] }`, `{ meta, data }`, the
 * `{ images, data: { meta, data } }` of its own importer, or the tables themselves.
 *
 * @throws {InputError} when there are none
 */
export function exportTables(value: unknown, file: string): ExportTables {
  const found = findTables(value);
  if (!found) throw new InputError(`${file} is no Ghost export: it has no list of posts.`);
  let broken = 0;
  const rowsOf = (name: TableName): readonly JsonMap[] => {
    const list = listOf(found.data[name]);
    const rows = list.filter(isMap);
    broken += list.length - rows.length;
    return rows;
  };
  const posts = rowsOf('posts');
  const tags = nestedRows(posts, 'tags', 'tag_id');
  const authors = nestedRows(posts, 'authors', 'author_id');
  const rows = {
    posts,
    posts_meta: rowsOf('posts_meta'),
    posts_authors: [...rowsOf('posts_authors'), ...authors.ties],
    posts_tags: [...rowsOf('posts_tags'), ...tags.ties],
    tags: [...rowsOf('tags'), ...tags.rows],
    users: [...rowsOf('users'), ...authors.rows],
    settings: rowsOf('settings'),
  };
  return { version: versionOf(found.meta), rows, broken };
}

interface Found {
  readonly meta: JsonMap;
  readonly data: JsonMap;
}

function findTables(value: unknown): Found | null {
  let here = mapOf(value);
  let meta: JsonMap = {};
  // Each step leads one wrapper further in; nobody wraps more often.
  for (let depth = 0; depth < 5; depth += 1) {
    if (isMap(here['meta'])) meta = here['meta'];
    if (Array.isArray(here['posts'])) return { meta, data: here };
    const { db, data } = here;
    here = mapOf(Array.isArray(db) ? db[0] : (db ?? (Array.isArray(data) ? data[0] : data)));
  }
  return null;
}

function versionOf(meta: JsonMap): string | null {
  const version = textOf(meta['version']);
  return version !== null && /^[\w.+-]{1,40}$/.test(rawText(version)) ? version : null;
}
