import { expandPermalink } from '../../domain/permalink.ts';
import { permalinkPatterns } from '../../domain/permalink-patterns.ts';
import { slugify } from '../../domain/slug.ts';
import { fitSlug } from '../text/fit-slug.ts';
import { UniqueNames } from '../text/unique-names.ts';
import type { ForeignPost } from './foreign-blog.ts';
import { titleOf } from './post-titles.ts';

/** A post with what only the whole blog can tell of it. */
export interface NamedPost {
  readonly post: ForeignPost;
  readonly title: string;
  readonly language: string;
  readonly slug: string;
  readonly path: string;
}

const { post: pattern } = permalinkPatterns(null);

/**
 * Gives every post a title, a slug and a path of its own. What is published comes first, then the older, then
 * by key, so that a later post never takes the address of one before it.
 */
export function nameAll(posts: readonly ForeignPost[], defaultLanguage: string): NamedPost[] {
  const slugs = new UniqueNames();
  const paths = new UniqueNames();
  const named = new Map<ForeignPost, NamedPost>();
  for (const post of posts.toSorted(byClaim)) {
    const title = titleOf(post);
    const language = post.language ?? defaultLanguage;
    const own = post.slug?.trim() ?? '';
    const wanted = own === '' ? slugify(title) : fitSlug(own);
    const slug = slugs.claim(`${language}\n${wanted}`).slice(language.length + 1);
    const prefix = language === defaultLanguage ? '' : `/${language.toLowerCase()}`;
    const path = paths.claim(
      prefix + expandPermalink(pattern, { slug, title: slug, date: post.publishedAt, language }),
    );
    named.set(post, { post, title, language, slug, path });
  }
  return posts.flatMap((post) => named.get(post) ?? []);
}

function byClaim(a: ForeignPost, b: ForeignPost): number {
  const shown = Number(b.wanted === 'published') - Number(a.wanted === 'published');
  const [older, newer] = [timeOf(a), timeOf(b)];
  return shown || (older === newer ? 0 : older - newer) || (a.key < b.key ? -1 : 1);
}

function timeOf({ publishedAt }: ForeignPost): number {
  const time = publishedAt?.getTime() ?? Infinity;
  return Number.isNaN(time) ? Infinity : time;
}
