import type { ForeignImage, ForeignPost } from '../foreign/foreign-blog.ts';
import { languageTag } from '../markdown/fields/language-tag.ts';
import type { ProblemList } from '../problem-list.ts';
import { escaped } from '../text/html-source.ts';
import { readBody, type PostBody } from './body/read-body.ts';
import { idOf, textOf, type JsonMap } from '../fields/json-values.ts';
import { postPath, type AddressNames, type PostAddresses } from './post-address.ts';
import { postDates } from './post-dates.ts';
import { postMetadata } from './post-metadata.ts';
import { isPage, postStatus } from './post-status.ts';
import type { SortName, Tally } from './problem-sorts.ts';
import type { GhostTag } from './read-tags.ts';
import type { UsersById } from './read-authors.ts';
import { fileUrl, webUrl } from './site-urls.ts';

/** What posts refer to, and where what is wrong with them is told. */
export interface PostContext {
  readonly file: string;
  readonly site: string | null;
  readonly addresses: PostAddresses;
  readonly users: UsersById;
  readonly tags: ReadonlyMap<string, GhostTag>;
  /** By id of the post. */
  readonly meta: ReadonlyMap<string, JsonMap>;
  readonly authorIds: ReadonlyMap<string, readonly string[]>;
  readonly tagIds: ReadonlyMap<string, readonly string[]>;
  readonly problems: ProblemList;
  readonly tally: Tally;
}

const unknownToGhost = {
  ...{ subtitle: null, description: null, noIndex: false, translationKey: null },
  ...{ oldUrls: [], categories: [], series: [] },
} as const;

/** A post of the export; null when it cannot go in, which is told. */
export function readPost(row: JsonMap, key: string, context: PostContext): ForeignPost | null {
  const { site, tally } = context;
  const name = postName(row);
  const body = readBody(row, site);
  if (!tellOfBody(body, name, context)) return null;
  const tell = (sort: SortName): void => {
    tally.add(sort, name);
  };
  const id = idOf(row['id']) ?? '';
  const meta = context.meta.get(id) ?? {};
  const either = (column: string): unknown => meta[column] ?? row[column];
  const { publishedAt, updatedAt, broken } = postDates(row);
  const status = postStatus(row, meta, publishedAt);
  const { tags, internal } = tagsOf(id, context, tell);
  const authors = authorsOf(row, id, context, tell);
  if (broken) tell('bad-date');
  if (status.because !== null) tell(status.because);
  if (hasCode(row)) tell('code-injection');
  const [slug, excerpt] = [textOf(row['slug']), textOf(row['custom_excerpt'])];
  return {
    ...unknownToGhost,
    key,
    place: { file: context.file, line: null },
    title: escaped(textOf(row['title']) ?? ''),
    slug,
    url: oldAddress(
      row,
      { slug, id, author: authors[0] ?? null, tag: tags[0] ?? null },
      publishedAt,
      context,
    ),
    language: languageTag(textOf(row['locale']) ?? ''),
    body: () => readBody(row, site).pieces,
    excerpt: excerpt === null ? null : escaped(excerpt),
    wanted: status.wanted,
    publishedAt,
    updatedAt,
    authors,
    tags,
    cover: coverOf(row, either, site),
    canonicalUrl: canonicalOf(row, site, tell),
    ...seoOf(either, site),
    metadata: postMetadata(row, meta, status, internal, site),
  };
}

/** A post as a person knows it. */
export function postName(row: JsonMap): string {
  const name = textOf(row['title']) ?? textOf(row['slug']) ?? idOf(row['id']);
  return name === null ? 'a post without a title' : `“${name.length > 60 ? `${name.slice(0, 59)}…` : name}”`;
}

/** Where it stood; pages stand at the top whatever the settings say of posts. */
function oldAddress(
  row: JsonMap,
  { slug, ...names }: Omit<AddressNames, 'slug'> & { readonly slug: string | null },
  date: Date | null,
  { site, addresses }: PostContext,
): string | null {
  if (slug === null) return null;
  const path = isPage(row) ? `/${slug}/` : postPath(addresses, { slug, ...names }, date);
  return `${site ?? ''}${path}`;
}

/** Tells what of the body does not come along; false when there is a body and no part of it can be read. */
function tellOfBody({ source, leftOut, broken }: PostBody, name: string, context: PostContext): boolean {
  const { problems, tally, file } = context;
  if (source === null && broken.length > 0) {
    problems.error(file, null, {
      what: `the text of ${name} cannot be read`,
      why: broken.map(({ source: column, why }) => `Of its ${column}: ${why}.`).join(' '),
      todo: 'Open and save the post in Ghost, and export again. The others went in.',
    });
    return false;
  }
  if (broken.length > 0) tally.add('other-source', name);
  for (const { why, name: card } of leftOut) tally.add(`card-${why}`, name, card);
  return true;
}

function tagsOf(id: string, { tags, tagIds }: PostContext, tell: (sort: SortName) => void) {
  const found = (tagIds.get(id) ?? []).map((tag) => tags.get(tag));
  if (found.includes(undefined)) tell('no-tag');
  const known = found.filter((tag) => tag !== undefined);
  return {
    tags: known.filter(({ internal }) => !internal).map(({ term }) => term.key),
    internal: known.filter(({ internal }) => internal).map(({ term }) => term.name),
  };
}

/** Ghost before 1.22 had one author a post, in the post itself. */
function authorsOf(
  row: JsonMap,
  id: string,
  { users, authorIds }: PostContext,
  tell: (sort: SortName) => void,
): string[] {
  const own = idOf(row['author_id']);
  const ids = authorIds.get(id) ?? (own === null ? [] : [own]);
  const found = ids.map((author) => users.get(author)?.key);
  if (found.includes(undefined)) tell('no-author');
  return [...new Set(found.filter((key) => key !== undefined))];
}

function coverOf(
  row: JsonMap,
  either: (column: string) => unknown,
  site: string | null,
): ForeignImage | null {
  const url = fileUrl(textOf(row['feature_image']) ?? textOf(row['image']), site);
  if (url === null) return null;
  const [alt, caption] = [textOf(either('feature_image_alt')), textOf(either('feature_image_caption'))];
  return { url, alt, caption, width: null, height: null };
}

function canonicalOf(row: JsonMap, site: string | null, tell: (sort: SortName) => void): string | null {
  const written = textOf(row['canonical_url']);
  if (written === null) return null;
  const url = webUrl(written);
  if (url !== null && (site === null || !`${url}/`.startsWith(`${site}/`))) return url;
  tell('own-canonical');
  return null;
}

/** What was written for search engines counts before what was written for cards. */
function seoOf(either: (column: string) => unknown, site: string | null) {
  return {
    seoTitle: firstText(['meta', 'og', 'twitter'].map((prefix) => either(`${prefix}_title`))),
    seoDescription: firstText(['meta', 'og', 'twitter'].map((prefix) => either(`${prefix}_description`))),
    shareImage: fileUrl(firstText([either('og_image'), either('twitter_image')]), site),
  };
}

function firstText(values: readonly unknown[]): string | null {
  return values.map(textOf).find((text) => text !== null) ?? null;
}

/** Scripts and styles for the head and the foot of its page. */
export function hasCode(row: JsonMap): boolean {
  return textOf(row['codeinjection_head']) !== null || textOf(row['codeinjection_foot']) !== null;
}
