import { publisherThing } from './agent-things.ts';
import type { JsonLdNode } from './json-ld.ts';
import { instant, thing } from './json-ld.ts';
import type { PageFacts } from './page-facts.ts';
import { blogReference, breadcrumbThing } from './page-things.ts';

/** A part of a series that can be read. */
export interface PartFacts {
  readonly position: number;
  readonly headline: string;
  readonly url: string;
  readonly publishedAt: Date | null;
}

/** A series with its parts, in order: CreativeWorkSeries. */
export function seriesThings(page: PageFacts, title: string, parts: readonly PartFacts[]): JsonLdNode[] {
  const { url, description, language, site } = page;
  const series = thing('CreativeWorkSeries', {
    '@id': `${url}#series`,
    name: title,
    url,
    mainEntityOfPage: url,
    description,
    inLanguage: language,
    publisher: publisherThing(site),
    isPartOf: blogReference(site),
    hasPart: parts.map((part) =>
      thing('BlogPosting', {
        '@id': `${part.url}#article`,
        url: part.url,
        headline: part.headline,
        position: part.position,
        datePublished: instant(part.publishedAt),
      }),
    ),
  });
  return [series, breadcrumbThing(url, page.breadcrumb)];
}
