import type { ForeignBlog, ForeignPost } from '../foreign/foreign-blog.ts';
import type { ProblemList } from '../problem-list.ts';
import type { ExportTables } from './export-tables.ts';
import { idOf, textOf, type JsonMap } from '../fields/json-values.ts';
import { hasCode, postName, readPost, type PostContext } from './post-reader.ts';
import { postAddresses } from './post-address.ts';
import { isPage } from './post-status.ts';
import { Tally } from './problem-sorts.ts';
import { readUsers } from './read-authors.ts';
import { readSite } from './read-site.ts';
import { readTags } from './read-tags.ts';
import { relatedIds } from './relations.ts';

export interface ReadExportOptions {
  /** Name of the file, for messages. */
  readonly file: string;
  readonly source: string;
  readonly pages: boolean;
  readonly problems: ProblemList;
}

/** The blog that the tables of an export tell of; redirects stand in files beside it. */
export function readExport({ rows, broken }: ExportTables, options: ReadExportOptions): ForeignBlog {
  const { file, problems, source } = options;
  const site = readSite(rows.settings);
  const address = site?.url ?? null;
  const tally = new Tally();
  const users = readUsers(rows.users, address);
  const tags = readTags(rows.tags, address);
  const context: PostContext = {
    file,
    site: address,
    addresses: postAddresses(rows.settings),
    users,
    tags,
    meta: new Map(rows.posts_meta.map((row) => [idOf(row['post_id']) ?? '', row])),
    authorIds: relatedIds(rows.posts_authors, 'author_id'),
    tagIds: relatedIds(rows.posts_tags, 'tag_id'),
    problems,
    tally,
  };
  const posts = readPosts(rows.posts, context, options);
  for (const tag of rows.tags)
    if (hasCode(tag)) tally.add('code-injection', `tag “${textOf(tag['name']) ?? ''}”`);
  tally.tell(problems, file);
  if (broken > 0) tellOfBroken(broken, options);
  const writers = new Set(posts.flatMap(({ authors }) => authors));
  return {
    source,
    site,
    authors: [...new Set(users.values())].filter(({ key }) => writers.has(key)),
    tags: [...new Set(tags.values())].filter(({ internal }) => !internal).map(({ term }) => term),
    categories: [],
    series: [],
    posts,
    redirects: [],
    skipped: skippedPages(rows.posts, options),
  };
}

function readPosts(
  rows: readonly JsonMap[],
  context: PostContext,
  { pages }: ReadExportOptions,
): ForeignPost[] {
  const seen = new Set<string>();
  const posts: ForeignPost[] = [];
  for (const row of rows) {
    if (isPage(row) && !pages) continue;
    const key = keyOf(row);
    if (key === null || seen.has(key)) {
      tellOfKey(row, key, context);
      continue;
    }
    seen.add(key);
    const post = readPost(row, key, context);
    if (post) posts.push(post);
  }
  return posts;
}

/** Identity of a post: its id, or the slug in an export without ids. Null for an id that is none. */
function keyOf(row: JsonMap): string | null {
  const { id, slug } = row;
  const name = id === undefined || id === null ? textOf(slug) : idOf(id);
  return name === null ? null : `post/${name}`;
}

function tellOfKey(row: JsonMap, key: string | null, { problems, file }: PostContext): void {
  problems.error(file, null, {
    what: `${postName(row)} was left out: its id is ${key === null ? 'no id' : 'that of another post'}`,
    why: 'Posts are told apart by their ids; the next export could not be matched with this one.',
    todo: 'Export again; an export that was edited by hand needs an id of its own for each post.',
  });
}

function tellOfBroken(count: number, { problems, file }: ReadExportOptions): void {
  problems.error(file, null, {
    what: `${count} ${count === 1 ? 'row' : 'rows'} of posts, tags, users or settings ${count === 1 ? 'is' : 'are'} no row`,
    why: 'A row is an object with a value for each column; there is nothing to read in anything else.',
    todo: 'Export again. The others went in.',
  });
}

function skippedPages(rows: readonly JsonMap[], { file, pages }: ReadExportOptions) {
  if (pages) return [];
  return rows
    .filter(isPage)
    .map((row) => ({ file: `${file}: ${postName(row)}`, why: 'a page; --pages takes pages too' }));
}
