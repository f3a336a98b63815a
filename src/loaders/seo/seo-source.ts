import type { HeadTag } from '../../domain/seo/head-tag.ts';
import { headTagsOf } from '../../domain/seo/head-tags.ts';
import type { JsonLdNode } from '../../domain/seo/json-ld.ts';
import { jsonLdDocument } from '../../domain/seo/json-ld.ts';
import type { OpenGraph, OpenGraphType, TwitterCard } from '../../domain/seo/open-graph.ts';
import { openGraphOf, twitterCardOf } from '../../domain/seo/open-graph.ts';
import type { PageBasics, PageFacts } from '../../domain/seo/page-facts.ts';

/**
 * What search engines and cards are told of one page. Each part reads what it needs when it is asked for:
 * the basics take the site alone, the others what hangs on the page too.
 */
export interface SeoSource {
  readonly basics: () => Promise<PageBasics>;
  readonly openGraph: () => Promise<OpenGraph>;
  readonly twitterCard: () => Promise<TwitterCard>;
  readonly jsonLd: () => Promise<string>;
  readonly headTags: () => Promise<readonly HeadTag[]>;
}

/** How a page is read. */
export interface PageReads {
  readonly type: OpenGraphType;
  readonly basics: () => Promise<PageBasics>;
  readonly page: (basics: PageBasics) => Promise<PageFacts>;
  /** It and what hangs on it, as schema.org calls them. */
  readonly things: (page: PageFacts) => JsonLdNode[] | Promise<JsonLdNode[]>;
}

/** Each part is made once, however many fields ask for it. */
export function seoSource({ type, ...reads }: PageReads): SeoSource {
  const basics = once(reads.basics);
  const page = once(async () => reads.page(await basics()));
  const jsonLd = once(async () => jsonLdDocument(await reads.things(await page())));
  return {
    basics,
    openGraph: async () => openGraphOf(await page(), type),
    twitterCard: async () => twitterCardOf(await page()),
    jsonLd,
    headTags: async () => headTagsOf(await page(), type, await jsonLd()),
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
