import { agentThings, imageThing, publisherThing } from './agent-things.ts';
import type { JsonLdNode, JsonLdValue } from './json-ld.ts';
import { duration, instant, oneOrMany, thing } from './json-ld.ts';
import type { LanguageVersion, PageFacts, SeriesPlace } from './page-facts.ts';
import { blogReference, breadcrumbThing } from './page-things.ts';

/** What an article has beside what every page has. */
export interface ArticleFacts {
  /** As it stands above the text. */
  readonly headline: string;
  readonly subtitle: string | null;
  readonly wordCount: number;
  readonly readingTimeMinutes: number;
}

/** A post: BlogPosting and BreadcrumbList. */
export function articleThings(page: PageFacts, article: ArticleFacts): JsonLdNode[] {
  const { url, site, series } = page;
  const { headline, subtitle, wordCount, readingTimeMinutes } = article;
  const [first] = series;
  const posting = thing('BlogPosting', {
    '@id': `${url}#article`,
    url,
    mainEntityOfPage: mainPage(page),
    headline,
    alternativeHeadline: subtitle,
    ...writtenWork(page),
    articleSection: page.section,
    wordCount,
    timeRequired: duration(readingTimeMinutes),
    isPartOf: [...series.map(seriesReference), blogReference(site)],
    // One number cannot say where it stands in several.
    position: series.length === 1 && first !== undefined ? first.position : null,
    // No property names what takes the place of a work: the page below links to it.
    creativeWorkStatus: page.successorUrl === null ? null : 'Obsolete',
    ...translations(page),
  });
  return [posting, breadcrumbThing(url, page.breadcrumb)];
}

/** What is known of every text, film and book that somebody made. */
export function writtenWork(page: PageFacts): Record<string, JsonLdValue> {
  return {
    description: page.description,
    image: page.images.map(imageThing),
    datePublished: instant(page.publishedAt),
    dateModified: instant(page.updatedAt ?? page.publishedAt),
    author: agentThings(page.authors),
    publisher: publisherThing(page.site),
    inLanguage: page.language,
    keywords: page.tags,
  };
}

function mainPage({ url, successorUrl }: PageFacts): JsonLdNode {
  return thing('WebPage', { '@id': url, relatedLink: successorUrl });
}

function seriesReference({ title, url }: SeriesPlace): JsonLdNode {
  return thing('CreativeWorkSeries', { '@id': `${url}#series`, name: title, url });
}

/** What is in the site's own language counts as what the others are translated from. */
function translations({ languages, language, site }: PageFacts): Record<string, JsonLdValue> {
  const others = languages.filter((version) => version.language !== language);
  if (language === site.language) return { workTranslation: oneOrMany(others.map(versionReference)) };
  const original = others.find((version) => version.language === site.language);
  return original === undefined ? {} : { translationOfWork: versionReference(original) };
}

function versionReference({ url, language }: LanguageVersion): JsonLdNode {
  return thing('BlogPosting', { '@id': `${url}#article`, url, inLanguage: language });
}
