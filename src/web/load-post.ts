import type { Post, SeriesPart } from '../generated/prisma/client.ts';
import { absoluteHtml } from '../domain/absolute-html.ts';
import { cutExcerpt } from '../domain/excerpt.ts';
import { EXCERPT_DEFAULT } from '../domain/limits.ts';
import { seriesTotal } from '../domain/series-total.ts';
import { readToc } from '../domain/stored-toc.ts';
import { authorsByPost } from '../loaders/authors.ts';
import { categoriesByPost } from '../loaders/categories.ts';
import { imageById, loadImageUrl } from '../loaders/images.ts';
import { load } from '../loaders/loader.ts';
import { bodiesByPost, postById } from '../loaders/posts.ts';
import type { ReadScope } from '../loaders/scope.ts';
import { seriesById } from '../loaders/series.ts';
import { partsByPost, partsBySeries } from '../loaders/series-parts.ts';
import { loadSite, loadWrittenUrl } from '../loaders/site.ts';
import { tagsByPost } from '../loaders/tags.ts';
import { translationsByPost } from '../loaders/translations.ts';
import { loadEncodedUrl, loadPageBase } from './page-urls.ts';
import { postFilePath, postFileTypes } from './post-files.ts';

/** A post with all that its file says of it, in each of the forms. Addresses are absolute. */
export type LoadedPost = Awaited<ReturnType<typeof loadPostFile>>;

/** Reads a post with its relations; the same number of statements whatever it has. */
export async function loadPostFile(scope: ReadScope, post: Post) {
  const [site, base, [body], authors, categories, tags, parts, translations, cover] = await Promise.all([
    loadSite(scope),
    loadPageBase(scope, post.path),
    load(scope, bodiesByPost, post.id),
    load(scope, authorsByPost, post.id),
    load(scope, categoriesByPost, post.id),
    load(scope, tagsByPost, post.id),
    load(scope, partsByPost, post.id),
    load(scope, translationsByPost, post.id),
    loadCover(scope, post),
  ]);
  const superseding = post.supersededById === null ? null : await load(scope, postById, post.supersededById);
  return {
    post,
    site,
    url: base.page,
    canonicalUrl: (await loadWrittenUrl(scope, post.canonicalUrl)) ?? base.page,
    excerpt: cutExcerpt(post.excerptText, EXCERPT_DEFAULT, post.language),
    markdown: body?.markdown ?? '',
    html: absoluteHtml(body?.html ?? '', base),
    text: body?.text ?? '',
    toc: readToc(body?.toc),
    authors: await withUrls(scope, authors),
    categories: await withUrls(scope, categories),
    tags: await withUrls(scope, tags),
    series: await Promise.all(parts.map((part) => loadSeries(scope, part))),
    translations: await withUrls(scope, translations),
    supersededBy: superseding && (await loadEncodedUrl(scope, superseding.path)),
    cover,
    files: await loadFiles(scope, post),
  };
}

async function withUrls<Row extends { readonly path: string }>(
  scope: ReadScope,
  rows: readonly Row[],
): Promise<(Row & { readonly url: string })[]> {
  return Promise.all(rows.map(async (row) => ({ ...row, url: await loadEncodedUrl(scope, row.path) })));
}

/** Its place in a series, and what stands before and after it there. */
async function loadSeries(scope: ReadScope, part: SeriesPart) {
  const [series, parts] = await Promise.all([
    load(scope, seriesById, part.seriesId),
    load(scope, partsBySeries, part.seriesId),
  ]);
  const at = parts.findIndex(({ id }) => id === part.id);
  const [previous, next] = await Promise.all([
    loadPart(scope, parts[at - 1]),
    loadPart(scope, parts[at + 1]),
  ]);
  const positions = parts.map(({ position }) => position);
  const url = series && (await loadEncodedUrl(scope, series.path));
  return { part, series, url, previous, next, total: seriesTotal(series?.plannedTotal ?? null, positions) };
}

/** The post of a part; null when there is none, or none to be seen. */
async function loadPart(scope: ReadScope, part: SeriesPart | undefined) {
  const post = part?.postId == null ? null : await load(scope, postById, part.postId);
  return post && { title: part?.title ?? post.title, url: await loadEncodedUrl(scope, post.path) };
}

async function loadCover(scope: ReadScope, { coverImageId, coverAlt, coverCaption }: Post) {
  const image = coverImageId === null ? null : await load(scope, imageById, coverImageId);
  const url = image && (await loadImageUrl(scope, image));
  return image && url
    ? { url, alt: coverAlt, caption: coverCaption, width: image.width, height: image.height }
    : null;
}

/** The addresses of its files, by what they end with. */
async function loadFiles(scope: ReadScope, post: Post): Promise<ReadonlyMap<string, string>> {
  const files = Object.keys(postFileTypes).map(async (suffix): Promise<[string, string]> => [
    suffix,
    await loadEncodedUrl(scope, await postFilePath(scope, post, suffix)),
  ]);
  return new Map(await Promise.all(files));
}
