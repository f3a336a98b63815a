import type { ProblemList } from '../../problem-list.ts';
import type { SiteConfig } from '../site/site-config.ts';
import { aliasPaths } from './aliases.ts';
import { assignAddresses } from './assign-addresses.ts';
import { contentFolder } from './path-parts.ts';
import type { AddressedPost, PostDraft } from './post-draft.ts';
import type { DraftContext } from './read-draft.ts';
import { patternsOf } from '../site/patterns.ts';

/** Gives all posts their addresses, by the site's patterns, and the old ones that lead to them. */
export function addressPosts(
  drafts: readonly PostDraft[],
  context: DraftContext,
  config: SiteConfig,
): AddressedPost[] {
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
  const addressed = drafts.map((draft) => ({
    ...draft,
    ...(addresses.get(draft.key) ?? { slug: '', path: '' }),
  }));
  const aliases = new Map<string, readonly string[]>();
  // Of two posts that claim one old path the older has it.
  for (const post of addressed.toSorted(
    (a, b) => (a.publishedAt?.getTime() ?? 0) - (b.publishedAt?.getTime() ?? 0),
  )) {
    const prefix = post.language === defaultLanguage ? '' : `/${post.language.toLowerCase()}`;
    const written = aliasPaths(post.document, post.base, prefix, flavour, siteUrl);
    aliases.set(post.key, claimAliases(post, written, prefix, taken, problems));
  }
  return addressed.map((post) => ({ ...post, aliases: aliases.get(post.key) ?? [] }));
}

/** Those that no other post has. A translation that repeats its original's gets them in its own language. */
function claimAliases(
  post: PostDraft,
  written: readonly string[],
  prefix: string,
  taken: Map<string, string>,
  problems: ProblemList,
): string[] {
  return written.flatMap((path) => {
    const free = [path, prefix + path].find((candidate) => !taken.has(candidate));
    if (free !== undefined) {
      taken.set(free, post.key);
      return [free];
    }
    const holder = taken.get(path);
    if (holder !== undefined && holder !== post.key) {
      const complaint = { what: `the alias ${path} was left out`, why: `${holder} has that path.` };
      problems.warn(post.key, post.document.fields.lineOf('aliases'), {
        ...complaint,
        todo: 'Remove it from one of them.',
      });
    }
    return [];
  });
}
