import { articleThings } from '../../domain/seo/article-things.ts';
import type { LanguageVersion, PageBasics, PageFacts, SeriesPlace } from '../../domain/seo/page-facts.ts';
import { isSamePage, oneLine, pageDescription, pageTitle } from '../../domain/seo/page-texts.ts';
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
    things: (page) => articleThings(page, { ...post, headline: post.title }),
  });
}

async function loadBasics(scope: ReadScope, post: Post): Promise<PageBasics> {
  const { title, seoTitle, seoDescription, description, excerptText, language, noIndex } = post;
  const [site, url] = await Promise.all([loadSiteFacts(scope), loadHref(scope, post.path)]);
  return {
    site,
    url,
    canonicalUrl: await loadCanonical(scope, post, url),
    title: seoTitle === null ? pageTitle(title, site.name) : oneLine(seoTitle),
    cardTitle: oneLine(seoTitle ?? title),
    description: pageDescription([seoDescription, description], [excerptText], language),
    language,
    noIndex,
  };
}

/** The address that counts for a post: the one that its author names, else its own. */
async function loadCanonical(scope: ReadScope, { canonicalUrl }: Post, url: string): Promise<string> {
  const written = await loadWrittenUrl(scope, canonicalUrl);
  return isWebAddress(written) ? written : url;
}

/**
 * Everything that hangs on it is asked for at once, each in a chain of its own: so a list of posts takes the same
 * statements whatever each of them has.
 */
async function loadPage(scope: ReadScope, post: Post, basics: PageBasics): Promise<PageFacts> {
  const { id, publishedAt, updatedAt, supersededById } = post;
  const { previous, next } = neighbours.SERIES;
  const [people, tags, categories, languages, series, breadcrumb, before, after, successor] =
    await Promise.all([
      loadPeople(scope, post),
      load(scope, tagsByPost, id),
      load(scope, categoriesByPost, id),
      loadLanguages(scope, post, basics.url),
      loadSeries(scope, post),
      loadPostBreadcrumb(scope, post),
      load(scope, previous, id),
      load(scope, next, id),
      supersededById === null ? null : load(scope, postById, supersededById),
    ]);
  return {
    ...basics,
    ...people,
    tags: tags.map(({ name }) => name),
    section: categories[0]?.name ?? null,
    publishedAt,
    updatedAt,
    breadcrumb,
    languages,
    series,
    feeds: [siteFeed(basics)],
    previousUrl: before && (await loadHref(scope, before.path)),
    nextUrl: after && (await loadHref(scope, after.path)),
    successorUrl: successor && (await loadHref(scope, successor.path)),
  };
}

/** Its authors and its picture; after the authors, so that all pictures are one read. */
async function loadPeople(scope: ReadScope, post: Post): Promise<Pick<PageFacts, 'authors' | 'images'>> {
  const { shareImageId, coverImageId, coverAlt } = post;
  const authors = await load(scope, authorsByPost, post.id);
  const [images, agents] = await Promise.all([
    loadPageImages(scope, shareImageId ?? coverImageId, shareImageId === null ? coverAlt : null),
    loadAgents(scope, authors),
  ]);
  return { images, authors: agents };
}

/** It and its translations; those that are not to be found, or repeat a page elsewhere, do not count. */
async function loadLanguages(scope: ReadScope, post: Post, url: string): Promise<LanguageVersion[]> {
  if (post.translationKey === null) return [];
  const translations = await load(scope, translationsByPost, post.id);
  const others = translations.map(async (other): Promise<LanguageVersion | null> => {
    const page = await loadHref(scope, other.path);
    const counts = !other.noIndex && isSamePage(page, await loadCanonical(scope, other, page));
    return counts ? { language: other.language, url: page } : null;
  });
  const found = (await Promise.all(others)).filter((version) => version !== null);
  return found.length === 0 ? [] : [{ language: post.language, url }, ...found];
}

async function loadSeries(scope: ReadScope, { id }: Post): Promise<SeriesPlace[]> {
  const parts = await load(scope, partsByPost, id);
  const places = parts.map(async ({ seriesId, position }): Promise<SeriesPlace | null> => {
    const series = await load(scope, seriesById, seriesId);
    return series && { title: series.title, url: await loadHref(scope, series.path), position };
  });
  return (await Promise.all(places)).filter((place) => place !== null);
}
