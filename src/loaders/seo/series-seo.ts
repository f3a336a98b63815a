import type { PartFacts } from '../../domain/seo/series-things.ts';
import { seriesThings } from '../../domain/seo/series-things.ts';
import type { Series } from '../../generated/prisma/client.ts';
import { load } from '../loader.ts';
import { postById } from '../posts.ts';
import type { ReadScope } from '../scope.ts';
import { partsBySeries } from '../series-parts.ts';
import { loadBreadcrumb } from './breadcrumbs.ts';
import { feedsOf, loadPlainBasics, plainPage } from './plain-page.ts';
import type { SeoSource } from './seo-source.ts';
import { seoSource } from './seo-source.ts';
import { loadHref } from './site-facts.ts';

/** What search engines and cards are told of a series. */
export function seriesSeo(scope: ReadScope, series: Series): SeoSource {
  const { title, path, language, description } = series;
  return seoSource({
    type: 'website',
    basics: () => loadPlainBasics(scope, { title, path, language, texts: [description] }),
    page: async (basics) => ({
      ...basics,
      ...plainPage,
      breadcrumb: await loadBreadcrumb(scope, { name: title, path }),
      feeds: feedsOf(basics),
    }),
    things: async (page) => seriesThings(page, title, await loadParts(scope, series)),
  });
}

/** The parts that can be read; those to come have no page yet. */
async function loadParts(scope: ReadScope, { id }: Series): Promise<PartFacts[]> {
  const parts = await load(scope, partsBySeries, id);
  const facts = parts.map(async ({ postId, position }): Promise<PartFacts | null> => {
    const post = postId === null ? null : await load(scope, postById, postId);
    if (post === null) return null;
    const { title, path, publishedAt } = post;
    return { position, headline: title, url: await loadHref(scope, path), publishedAt };
  });
  return (await Promise.all(facts)).filter((part) => part !== null);
}
