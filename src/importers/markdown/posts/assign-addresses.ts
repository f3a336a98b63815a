import { expandPermalink } from '../../../domain/permalink.ts';
import type { ProblemList } from '../../problem-list.ts';
import { nameOf } from '../files/folder.ts';
import { isPostFolder } from '../site/layout.ts';
import { contentFolder } from './path-parts.ts';
import { UniqueNames } from '../../text/unique-names.ts';
import { slugOf } from './written-address.ts';
import type { PostDraft } from './post-draft.ts';

/** A post's slug and path, unique in the blog. */
export interface Address {
  readonly slug: string;
  readonly path: string;
}

/** What addresses are made of beside the posts. */
export interface AddressRules {
  readonly patternOf: (post: PostDraft) => string;
  /** Hugo's `:title` is the title; Jekyll's and Hexo's is the name of the file, and so is ours. */
  readonly titleIsTitle: boolean;
  readonly defaultLanguage: string;
  readonly problems: ProblemList;
}

/**
 * Gives every post an address of its own. Who wrote one down comes first, then the older, then by path of
 * the file; whoever comes too late gets the name of its folder in front, or a number behind.
 */
export function assignAddresses(
  posts: readonly PostDraft[],
  rules: AddressRules,
): ReadonlyMap<string, Address> {
  const slugs = new UniqueNames();
  const paths = new UniqueNames();
  const addresses = new Map<string, Address>();
  const originals = new Map<string, string>();
  const translated = new Set(
    posts.filter(({ language }) => language === rules.defaultLanguage).map(({ base }) => base),
  );
  for (const post of posts.toSorted((a, b) => byClaim(a, b, rules.defaultLanguage))) {
    const slug = freeSlug(post, originals.get(post.base) ?? null, slugs);
    // Of the translations of a post in the default language none is another one's original, though it wrote a slug.
    const isOriginal = post.language === rules.defaultLanguage || !translated.has(post.base);
    if (isOriginal && !originals.has(post.base)) originals.set(post.base, slug);
    const wanted = pathOf(post, slug, rules);
    const path = freePath(post, slug, wanted, paths, rules);
    addresses.set(post.key, { slug, path });
    tell(post, { slug, path }, wanted, rules.problems);
  }
  return addresses;
}

function byClaim(a: PostDraft, b: PostDraft, defaultLanguage: string): number {
  const isOriginal = ({ language }: PostDraft): number => Number(language === defaultLanguage);
  const claims = Number(b.address.explicit) - Number(a.address.explicit) || isOriginal(b) - isOriginal(a);
  const ages = (a.publishedAt?.getTime() ?? Infinity) - (b.publishedAt?.getTime() ?? Infinity);
  return claims || (Number.isNaN(ages) ? 0 : ages) || (a.key < b.key ? -1 : 1);
}

/**
 * As written; else as the file is named; else with the folder's name in front; else with a number. A slug that
 * nobody wrote is that of the post it translates.
 */
function freeSlug(
  { address, language, base }: PostDraft,
  original: string | null,
  slugs: UniqueNames,
): string {
  const named = (slug: string): string => `${language}\n${slug}`;
  const folder = nameOf(contentFolder(base));
  const inFolder =
    folder === '' || isPostFolder(folder) ? [] : [`${slugOf(folder, 'other')}-${address.slug}`];
  const first = original !== null && !address.explicit ? [original] : [];
  const free = [...first, address.slug, address.fileSlug, ...inFolder].find(
    (slug) => !slugs.has(named(slug)),
  );
  return slugs.claim(named(free ?? address.slug)).slice(language.length + 1);
}

function pathOf(post: PostDraft, slug: string, rules: AddressRules): string {
  const { patternOf, defaultLanguage, titleIsTitle } = rules;
  const { address, language, publishedAt: date, categories, key: path, base } = post;
  if (address.path !== null) return address.path;
  const pattern = patternOf(post);
  const prefix =
    language === defaultLanguage || /:lang(?:uage)?\b/.test(pattern) ? '' : `/${language.toLowerCase()}`;
  const title = titleIsTitle ? post.title : slug;
  const section = contentFolder(base);
  return (
    prefix +
    expandPermalink(pattern, { slug, title, filename: slug, date, categories, section, language, path })
  );
}

function freePath(
  post: PostDraft,
  slug: string,
  wanted: string,
  paths: UniqueNames,
  rules: AddressRules,
): string {
  if (!paths.has(wanted)) return paths.claim(wanted);
  // Translations that share one permalink are told apart by the language in front.
  const ofLanguage = `/${post.language.toLowerCase()}${wanted}`;
  if (post.language !== rules.defaultLanguage && !paths.has(ofLanguage)) return paths.claim(ofLanguage);
  const ofPattern = pathOf({ ...post, address: { ...post.address, path: null } }, slug, rules);
  return paths.claim(paths.has(ofPattern) ? wanted : ofPattern);
}

function tell(
  { key, address, document, language }: PostDraft,
  given: Address,
  wantedPath: string,
  problems: ProblemList,
): void {
  const slugLine = document.fields.lineOf('slug');
  const why = 'Another post has it: one that wrote it down, or an older one.';
  const todo = 'Give the post a slug or a permalink of its own.';
  // A slug that only repeats the end of a permalink was nobody's wish.
  const isWanted = address.path === null || slugLine !== null;
  if (given.slug !== address.slug && isWanted) {
    problems.warn(key, slugLine, { what: `the slug "${address.slug}" became "${given.slug}"`, why, todo });
  }
  // A translation may well write down the permalink of its original.
  const isOfLanguage = given.path === `/${language.toLowerCase()}${wantedPath}`;
  if (given.path !== wantedPath && !isOfLanguage) {
    problems.warn(key, document.fields.lineOf('permalink'), {
      what: `the path ${wantedPath} became ${given.path}`,
      why,
      todo,
    });
  }
}
