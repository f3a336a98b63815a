import { setImmediate } from 'node:timers/promises';
import type {
  AuthorRecord,
  CategoryRecord,
  ImageFileRecord,
  ImageRecord,
  PostRecord,
  TagRecord,
} from '../../domain/blog-record.ts';
import { asWebUrl } from '../fields/values.ts';
import { spellings } from '../markdown/images/body-images.ts';
import { safeAddress } from '../links/safe-address.ts';
import { lineOrNull } from '../text/html-line.ts';
import type { AddressBook } from './address-book.ts';
import { titleOfPost, type NamedPost } from './assemble-addresses.ts';
import type { Assembled } from './assemble-terms.ts';
import type { ForeignPost } from './foreign-blog.ts';
import type { ForeignImages } from './foreign-images.ts';
import { foreignMarkdown } from './foreign-markdown.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import type { SpooledPosts } from './spooled-posts.ts';

/** What posts are made of beside what the export says of each. */
export interface PostContext {
  readonly book: AddressBook;
  readonly images: ForeignImages;
  readonly authors: Assembled<AuthorRecord>;
  readonly tags: Assembled<TagRecord>;
  readonly categories: Assembled<CategoryRecord>;
  /** Old paths that lead to posts, by key. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** Where finished posts are kept; without one they stay in memory. */
  readonly spool: SpooledPosts | null;
  readonly onProgress: (done: number, total: number) => void;
}

/** Of work in one go, in milliseconds: a server in this process answers in between. */
const longest = 30;

/** The posts as records, their bodies in Markdown. */
export async function assemblePosts(
  posts: readonly NamedPost[],
  context: PostContext,
): Promise<PostRecord[]> {
  const records: PostRecord[] = [];
  let since = performance.now();
  for (const named of posts) {
    records.push(await postRecord(named, context));
    context.onProgress(records.length, posts.length);
    if (performance.now() - since < longest) continue;
    await setImmediate();
    since = performance.now();
  }
  return records;
}

async function postRecord(named: NamedPost, context: PostContext): Promise<PostRecord> {
  const { post, language, slug, path } = named;
  const { book, authors, tags, categories } = context;
  const { markdown, images } = await bodyOf(named, context);
  const record: Omit<PostRecord, 'markdown'> = {
    key: post.key,
    slug,
    path,
    language,
    title: titleOfPost(named),
    subtitle: lineOrNull(post.subtitle),
    description: lineOrNull(post.description),
    summary: summaryOf(named, book),
    wanted: post.wanted,
    publishedAt: post.publishedAt,
    updatedAt: post.updatedAt,
    authors: known(post.authors, authors, ({ key }) => key),
    tags: known(post.tags, tags, (tag) => tag.slug),
    categories: known(post.categories, categories, ({ treePath }) => treePath),
    cover: await coverOf(post, context),
    images,
    canonicalUrl: post.canonicalUrl === null ? null : asWebUrl(post.canonicalUrl),
    seoTitle: lineOrNull(post.seoTitle),
    seoDescription: lineOrNull(post.seoDescription),
    shareImage: await imageAt(post.shareImage, post, context),
    noIndex: post.noIndex,
    aliases: context.aliases.get(post.key) ?? [],
    related: [],
    supersededBy: null,
    translationKey: post.translationKey,
    metadata: { ...post.metadata },
  };
  return context.spool === null ? { ...record, markdown } : context.spool.add(record, markdown);
}

async function bodyOf({ post, path }: NamedPost, { book, images }: PostContext) {
  const shown = new Set<string>();
  const markdown = foreignMarkdown(post.body(), (address, kind) => {
    const there = book.absolute(address, post.url);
    if (kind === 'link' || !images.has(there)) return book.rewrite(address, kind, post.url, path);
    shown.add(address);
    return address;
  });
  const files = new Map<string, ImageFileRecord>();
  for (const address of shown) {
    const file = await images.file(book.absolute(address, post.url));
    if (file === null) continue;
    for (const spelling of [...spellings(address), safeAddress(address)]) files.set(spelling, file);
  }
  return { markdown, images: Object.fromEntries(files) };
}

function summaryOf({ post, path }: NamedPost, book: AddressBook): string | null {
  // Read once: it may be made for the asking.
  const { excerpt } = post;
  if (excerpt === null) return null;
  const rewrite = (address: string, kind: 'link' | 'image'): string =>
    book.rewrite(address, kind, post.url, path);
  return htmlToMarkdown(excerpt, { rewrite }).trim() || null;
}

async function coverOf(post: ForeignPost, context: PostContext): Promise<PostRecord['cover']> {
  const { cover } = post;
  const image = cover && (await imageAt(cover.url, post, context, cover));
  return image && { image, alt: lineOrNull(cover.alt), caption: lineOrNull(cover.caption) };
}

async function imageAt(
  url: string | null,
  post: ForeignPost,
  { book, images }: PostContext,
  size: { readonly width: number | null; readonly height: number | null } | null = null,
): Promise<ImageRecord | null> {
  return url === null ? null : images.record(book.absolute(url, post.url), size);
}

function known<R>(keys: readonly string[], { byKey }: Assembled<R>, name: (record: R) => string): string[] {
  const names = keys.map((key) => byKey.get(key)).filter((record) => record !== undefined);
  return [...new Set(names.map(name))];
}
