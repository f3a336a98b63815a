import { cutExcerpt } from '../domain/excerpt.ts';
import { absoluteHtml } from '../domain/absolute-html.ts';
import { entityId } from '../domain/entity-id.ts';
import { EXCERPT_DEFAULT } from '../domain/limits.ts';
import { authorsByPost } from '../loaders/authors.ts';
import { categoriesByPost } from '../loaders/categories.ts';
import { imageById, loadImageUrl } from '../loaders/images.ts';
import { loadWantedLanguages } from '../loaders/languages.ts';
import { readListPage } from '../loaders/list.ts';
import { load } from '../loaders/loader.ts';
import { newestPostFirst, postSource } from '../loaders/post-list.ts';
import { htmlByPost } from '../loaders/posts.ts';
import type { ReadScope } from '../loaders/scope.ts';
import { loadSite } from '../loaders/site.ts';
import { tagsByPost } from '../loaders/tags.ts';
import type { Post } from '../generated/prisma/client.ts';
import type { Feed, FeedCategory, FeedImage, FeedItem } from './feed.ts';
import { imageType } from './image-type.ts';
import type { ListOwner } from './list-owner.ts';
import { loadOwnedPosts } from './list-owner.ts';
import { loadEncodedUrl, loadPageBase, loadSiteName } from './page-urls.ts';
import type { WebScope } from './web-page.ts';

/** Which feed is wanted. */
export interface FeedRequest {
  /** Whose posts; null: those of the whole blog. */
  readonly owner: ListOwner | null;
  readonly language: string | null;
  readonly limit: number;
  /** Site path of the feed itself, encoded, with its query. */
  readonly self: string;
  readonly others: readonly { readonly type: string; readonly path: string }[];
}

/** Reads a feed: the newest posts, each in full. The same number of statements whatever is in it. */
export async function loadFeed(scope: WebScope, request: FeedRequest): Promise<Feed> {
  const { owner, language } = request;
  const [site, posts] = await Promise.all([loadSite(scope), loadPosts(scope, request)]);
  const [siteName, siteUrl, pageUrl, selfUrl] = await Promise.all([
    loadSiteName(scope),
    loadEncodedUrl(scope, '/'),
    loadEncodedUrl(scope, owner?.path ?? '/'),
    loadEncodedUrl(scope, request.self),
  ]);
  const items = await loadItems(scope, posts, siteName);
  return {
    id: feedId(siteName, owner === null ? 'site' : owner.id),
    title: owner === null ? site.name : `${owner.name} · ${site.name}`,
    description: owner === null ? (site.description ?? site.tagline) : owner.description,
    language: language ?? owner?.language ?? site.defaultLanguage,
    pageUrl,
    selfUrl,
    siteName: site.name,
    siteUrl,
    others: await Promise.all(
      request.others.map(async ({ type, path }) => ({ type, url: await loadEncodedUrl(scope, path) })),
    ),
    updated: newest(items.map(({ updated }) => updated)),
    items,
  };
}

async function loadPosts(scope: ReadScope, request: FeedRequest): Promise<readonly Post[]> {
  const { owner, language, limit } = request;
  const page = { size: limit, backward: false, after: null, before: null };
  const languages = await loadWantedLanguages(scope, { language });
  const list = { page, filter: null, order: [newestPostFirst], languages };
  if (owner !== null) return loadOwnedPosts(scope, owner, list);
  return (await readListPage(scope, postSource(scope, list), page)).rows;
}

/** Texts in full until an answer is as long as it may be, then summaries alone. */
async function loadItems(scope: WebScope, posts: readonly Post[], siteName: string): Promise<FeedItem[]> {
  const items = await Promise.all(posts.map((post) => loadItem(scope, post, siteName)));
  let left = scope.maxBytes / 2;
  return items.map((item) => {
    left -= Buffer.byteLength(item.html ?? '');
    return left >= 0 ? item : { ...item, html: null };
  });
}

async function loadItem(scope: ReadScope, post: Post, siteName: string): Promise<FeedItem> {
  const [base, [body], authors, categories, image] = await Promise.all([
    loadPageBase(scope, post.path),
    load(scope, htmlByPost, post.id),
    load(scope, authorsByPost, post.id),
    loadCategories(scope, post),
    loadImage(scope, post),
  ]);
  return {
    id: feedId(siteName, post.id),
    url: base.page,
    title: post.title,
    language: post.language,
    summary: post.description ?? (cutExcerpt(post.excerptText, EXCERPT_DEFAULT, post.language) || null),
    html: absoluteHtml(body?.html ?? '', base),
    published: post.publishedAt,
    updated:
      newest([post.updatedAt, post.publishedAt ?? post.firstPublishedAt].filter((date) => date !== null)) ??
      post.sortDate,
    authors: await Promise.all(
      authors.map(async ({ name, path }) => ({ name, url: await loadEncodedUrl(scope, path) })),
    ),
    categories,
    image,
  };
}

async function loadCategories(scope: ReadScope, { id }: Post): Promise<FeedCategory[]> {
  const [categories, tags] = await Promise.all([
    load(scope, categoriesByPost, id),
    load(scope, tagsByPost, id),
  ]);
  return [
    ...categories.map(({ treePath, name }) => ({ term: treePath, name })),
    ...tags.map(({ slug, name }) => ({ term: slug, name })),
  ];
}

async function loadImage(scope: ReadScope, { coverImageId }: Post): Promise<FeedImage | null> {
  const image = coverImageId === null ? null : await load(scope, imageById, coverImageId);
  const url = image && (await loadImageUrl(scope, image));
  return image && url ? { url, type: image.mimeType ?? imageType(url), length: image.byteSize } : null;
}

/**
 * The id of an entry or a feed. Entities' ids are made of names, so two blogs may share one; an id in a feed
 * must be unique in the world (RFC 4287, section 4.2.6), so the site's own name goes in.
 */
function feedId(siteName: string, id: string): string {
  return `urn:uuid:${entityId('Feed', siteName, id)}`;
}

function newest(dates: readonly Date[]): Date | null {
  return dates.reduce<Date | null>((last, date) => (last === null || date > last ? date : last), null);
}
