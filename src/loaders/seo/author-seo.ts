import type { PageBasics, PageFacts } from '../../domain/seo/page-facts.ts';
import { profileThings } from '../../domain/seo/page-things.ts';
import type { Author } from '../../generated/prisma/client.ts';
import type { ReadScope } from '../scope.ts';
import { loadBreadcrumb } from './breadcrumbs.ts';
import { loadAgent } from './page-parts.ts';
import { feedsOf, loadPlainBasics, plainPage } from './plain-page.ts';
import type { SeoSource } from './seo-source.ts';
import { seoSource } from './seo-source.ts';

/** What search engines and cards are told of an author. */
export function authorSeo(scope: ReadScope, author: Author): SeoSource {
  const { name, path, bio, role, postCount } = author;
  return seoSource({
    type: 'profile',
    basics: () => loadPlainBasics(scope, { title: name, path, texts: [bio, role] }),
    page: (basics) => loadPage(scope, author, basics),
    things: async (page) => profileThings(page, await loadAgent(scope, author), postCount),
  });
}

async function loadPage(scope: ReadScope, author: Author, basics: PageBasics): Promise<PageFacts> {
  const [breadcrumb, agent] = await Promise.all([loadBreadcrumb(scope, author), loadAgent(scope, author)]);
  const { image } = agent;
  return {
    ...basics,
    ...plainPage,
    images: image === null ? [] : [image],
    authors: [agent],
    breadcrumb,
    feeds: feedsOf(basics),
  };
}
