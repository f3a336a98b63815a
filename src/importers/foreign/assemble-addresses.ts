import { expandPermalink } from '../../domain/permalink.ts';
import { permalinkPatterns } from '../../domain/permalink-patterns.ts';
import { slugify } from '../../domain/slug.ts';
import { fitSlug } from '../text/fit-slug.ts';
import { htmlLine } from '../text/html-line.ts';
import { UniqueNames } from '../text/unique-names.ts';
import type { ForeignPost } from './foreign-blog.ts';
import { titleOf } from './post-titles.ts';

/** A post with what only the whole blog can tell of it. */
export interface NamedPost {
  readonly post: ForeignPost;
  /** Its first words, where it says no title. */
  readonly firstWords: string | null;
  readonly language: string;
  readonly slug: string;
  readonly path: string;
}

const { post: pattern } = permalinkPatterns(null);

/** As plain text. */
export function titleOfPost({ post, firstWords }: NamedPost): string {
  return firstWords ?? titleOf(post);
}

/**
 * Gives every post a title, a slug and a path of its own. What is published comes first, then the older, then
 * by key, so that a later post never takes the address of one before it.
 */
export function nameAll(posts: readonly ForeignPost[], defaultLanguage: string): NamedPost[] {
  const slugs = new Map<string, UniqueNames>();
  const paths = new UniqueNames();
  const named = new Map<ForeignPost, NamedPost>();
  for (const post of posts.toSorted(byClaim)) {
    const title = titleOf(post);
    const language = post.language ?? defaultLanguage;
    const said = post.slug?.trim() ?? '';
    const wanted = said === '' ? slugify(title) : fitSlug(said);
    const own = slugs.get(language) ?? new UniqueNames();
    slugs.set(language, own);
    const slug = own.claim(wanted);
    const prefix = language === defaultLanguage ? '' : `/${language.toLowerCase()}`;
    const path = paths.claim(
      prefix + expandPermalink(pattern, { slug, title: slug, date: post.publishedAt, language }),
    );
    const firstWords = htmlLine(post.title) === '' ? title : null;
    named.set(post, { post, firstWords, language, slug, path });
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
