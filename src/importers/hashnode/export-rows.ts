import { valueAt } from '../fields/json-fields.ts';
import { isMap, listOf, mapOf, type JsonMap } from '../fields/json-values.ts';
import type { JsonFile } from '../files/read-json-files.ts';
import type { ForeignBlog } from '../foreign/foreign-blog.ts';

/** Where a row was found: it says what the row is. */
export type RowKind = 'post' | 'draft' | 'page';

export interface ExportRow {
  readonly file: string;
  readonly kind: RowKind;
  readonly row: unknown;
}

/** What the files of an export hold. */
export interface ExportRows {
  readonly rows: readonly ExportRow[];
  /** What is said of the blog itself; empty where nothing is. */
  readonly publication: JsonMap;
  readonly skipped: ForeignBlog['skipped'];
}

/** In an export, and in answers of Hashnode's API old and new. */
const holders = [
  '',
  'data.',
  'publication.',
  'data.publication.',
  'data.user.publication.',
  'data.user.',
  'data.me.',
];
const lists: readonly (readonly [RowKind, readonly string[]])[] = [
  ['post', ['posts', 'articles', 'posts.edges', 'posts.nodes', 'post']],
  ['draft', ['drafts', 'drafts.edges', 'drafts.nodes']],
  ['page', ['staticPages', 'pages', 'staticPages.edges']],
];
const bodies = ['contentMarkdown', 'content', 'markdown', 'contentHTML'];

/** The posts, drafts and pages in the files, and what they say of the blog. */
export function exportRows(files: readonly JsonFile[]): ExportRows {
  const rows: ExportRow[] = [];
  const skipped: { file: string; why: string }[] = [];
  let publication: JsonMap = {};
  for (const { file, value } of files) {
    const found = rowsOf(value).map((row) => ({ file, ...row }));
    if (!found.some(({ row }) => isPost(row))) skipped.push({ file, why: 'JSON, but no list of posts' });
    else rows.push(...found);
    const said = [valueAt(mapOf(value), 'publication'), valueAt(mapOf(value), 'data.publication')];
    publication = said.find(isMap) ?? publication;
  }
  return { rows, publication, skipped };
}

function rowsOf(value: unknown): { readonly kind: RowKind; readonly row: unknown }[] {
  if (Array.isArray(value)) return value.map((item) => ({ kind: 'post', row: nodeOf(item) }));
  if (!isMap(value)) return [];
  if (isPost(value)) return [{ kind: 'post', row: value }];
  return holders.flatMap((holder) =>
    lists.flatMap(([kind, names]) =>
      names.flatMap((name) => {
        const found = valueAt(value, holder + name);
        const list = isPost(found) ? [found] : listOf(found);
        return list.map((item) => ({ kind, row: nodeOf(item) }));
      }),
    ),
  );
}

/** What an edge of a connection leads to. */
function nodeOf(item: unknown): unknown {
  return isMap(item) && isMap(item['node']) ? item['node'] : item;
}

export function isPost(row: unknown): row is JsonMap {
  return (
    isMap(row) &&
    bodies.some((name) => Object.hasOwn(row, name)) &&
    ['title', 'slug', 'cuid'].some((name) => Object.hasOwn(row, name))
  );
}
