import type { ArticleFacts, SeriesPlace } from '../../domain/seo/article-things.ts';
import { articleThings } from '../../domain/seo/article-things.ts';
import type { LanguageVersion, PageBasics, PageFacts } from '../../domain/seo/page-facts.ts';
import { oneLine, pageDescription, pageTitle } from '../../domain/seo/page-texts.ts';
import type { Post } from '../../generated/prisma/client.ts';
import { authorsByPost } from '../authors.ts';
import { categoriesByPost } from '../categories.ts';
import { load } from '../loader.ts';
import { neighbours } from '../post-neighbours.ts';
import { postById } from '../posts.ts';
import type { ReadScope } from '../scope.ts';
import { partsByPost } from '../series-parts.ts';
import { seriesById } from '../series.ts';
import { loadWrittenUrl } from '../site.ts';
import { tagsByPost } from '../tags.ts';
import { translationsByPost } from '../translations.ts';
import { loadPostBreadcrumb } from './breadcrumbs.ts';
import { loadAgents, loadPageImages } from './page-parts.ts';
import { siteFeed } from './plain-page.ts';
import type { SeoSource } from './seo-source.ts';
import { seoSource } from './seo-source.ts';
import { isWebAddress, loadHref, loadSiteFacts } from './site-facts.ts';

/** What search engines and cards are told of a post. */
export function postSeo(scope: ReadScope, post: Post): SeoSource {
  return seoSource({
    type: 'article',
    basics: () => loadBasics(scope, post),
    page: (basics) => loadPage(scope, post, basics),
    things: async (page) => articleThings(page, await loadArticle(scope, post)),
  });
}

async function loadBasics(scope: ReadScope, post: Post): Promise<PageBasics> {
  const { title, seoTitle, seoDescription, description, excerptText, language, noIndex } = post;
  const [site, url, written] = await Promise.all([
    loadSiteFacts(scope),
    loadHref(scope, post.path),
    loadWrittenUrl(scope, post.canonicalUrl),
  ]);
  return {
    site,
    url,
    canonicalUrl: isWebAddress(written) ? written : url,
    title: seoTitle === null ? pageTitle(title, site.name) : oneLine(seoTitle),
    cardTitle: oneLine(seoTitle ?? title),
    description: pageDescription([seoDescription, description], [excerptText], language),
    language,
    noIndex,
  };
}

async function loadPage(scope: ReadScope, post: Post, basics: PageBasics): Promise<PageFacts> {
  const { id, publishedAt, updatedAt, shareImageId, coverImageId, coverAlt } = post;
  const { previous, next } = neighbours.SERIES;
  const [authors, tags, categories, languages, breadcrumb, before, after, successor] = await Promise.all([
    load(scope, authorsByPost, id),
    load(scope, tagsByPost, id),
    load(scope, categoriesByPost, id),
    loadLanguages(scope, post, basics.url),
    loadPostBreadcrumb(scope, post),
    load(scope, previous, id),
    load(scope, next, id),
    post.supersededById === null ? null : load(scope, postById, post.supersededById),
  ]);
  // After the authors, so that all pictures are one read.
  const [images, agents] = await Promise.all([
    loadPageImages(scope, shareImageId ?? coverImageId, shareImageId === null ? coverAlt : null),
    loadAgents(scope, authors),
  ]);
  return {
    ...basics,
    images,
    authors: agents,
    tags: tags.map(({ name }) => name),
    section: categories[0]?.name ?? null,
    publishedAt,
    updatedAt,
    breadcrumb,
    languages,
    feeds: [siteFeed(basics)],
    previousUrl: before && (await loadHref(scope, before.path)),
    nextUrl: after && (await loadHref(scope, after.path)),
    successorUrl: successor && (await loadHref(scope, successor.path)),
  };
}

/** It and its translations; those that are not to be found, or repeat a page elsewhere, do not count. */
async function loadLanguages(scope: ReadScope, post: Post, url: string): Promise<LanguageVersion[]> {
  if (post.translationKey === null) return [];
  const translations = await load(scope, translationsByPost, post.id);
  const found = translations.filter(({ noIndex, canonicalUrl }) => !noIndex && canonicalUrl === null);
  if (found.length === 0) return [];
  const others = found.map(async ({ language, path }) => ({ language, url: await loadHref(scope, path) }));
  return [{ language: post.language, url }, ...(await Promise.all(others))];
}

async function loadArticle(scope: ReadScope, post: Post): Promise<ArticleFacts> {
  const { id, title, subtitle, wordCount, readingTimeMinutes } = post;
  const parts = await load(scope, partsByPost, id);
  const series = await Promise.all(
    parts.map(async ({ seriesId, position }): Promise<SeriesPlace | null> => {
      const row = await load(scope, seriesById, seriesId);
      return row && { title: row.title, url: await loadHref(scope, row.path), position };
    }),
  );
  return {
    headline: title,
    subtitle,
    wordCount,
    readingTimeMinutes,
    series: series.filter((one) => one !== null),
  };
}
