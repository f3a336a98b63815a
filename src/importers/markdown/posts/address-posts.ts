import type { SiteConfig } from '../site/site-config.ts';
import { aliasPaths } from './aliases.ts';
import { assignAddresses } from './assign-addresses.ts';
import { contentFolder } from './path-parts.ts';
import type { AddressedPost, PostDraft } from './post-draft.ts';
import type { DraftContext } from './read-draft.ts';
import { patternsOf } from '../site/patterns.ts';

/** Gives all posts their addresses, by the site's patterns, and the old ones that lead to them. */
export function addressPosts(drafts: readonly PostDraft[], context: DraftContext, config: SiteConfig): AddressedPost[] {
  const { defaultLanguage, problems, flavour, siteUrl } = context;
  const { post: pattern } = patternsOf(config);
  const sections = new Map(Object.entries(config.sectionPermalinks));
  const addresses = assignAddresses(drafts, {
    patternOf: ({ base }) => sections.get(contentFolder(base).split('/')[0] ?? '') ?? pattern,
    titleIsTitle: sections.size > 0,
    defaultLanguage,
    problems,
  });
  const taken = new Map([...addresses].map(([key, { path }]) => [path, key]));
  const addressed = drafts.map((draft) => ({ ...draft, ...(addresses.get(draft.key) ?? { slug: '', path: '' }) }));
  const aliases = new Map<string, string[]>();
  // Of two posts that claim one old path the older has it.
  for (const post of addressed.toSorted((a, b) => (a.publishedAt?.getTime() ?? 0) - (b.publishedAt?.getTime() ?? 0))) {
    const own = aliasPaths(post.document, post.base, flavour, siteUrl).filter((path) => {
      const holder = taken.get(path);
      if (holder === undefined) taken.set(path, post.key);
      else if (holder !== post.key) {
        const why = `${holder} has that path.`;
        problems.warn(post.key, post.document.fields.lineOf('aliases'), { what: `the alias ${path} was left out`, why, todo: 'Remove it from one of them.' });
      }
      return holder === undefined;
    });
    aliases.set(post.key, own);
  }
  return addressed.map((post) => ({ ...post, aliases: aliases.get(post.key) ?? [] }));
}
