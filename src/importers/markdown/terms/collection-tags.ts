import type { ProblemList } from '../../problem-list.ts';
import type { SourceDocument } from '../document.ts';
import { writtenTerms } from './term-list.ts';

/** Names that Eleventy's blogs give the collection of all their posts. */
const collections = new Set(['post', 'posts', 'blog', 'blogs', 'article', 'articles', 'all']);

/** Fewer posts than this show nothing. */
const minPosts = 3;

/**
 * Tags that mean "this is a post": Eleventy makes collections of tags, so every post of a blog may carry
 * "posts" (11ty.dev/docs/collections). Only what all posts carry counts; it is told.
 */
export function collectionTags(posts: readonly SourceDocument[], problems: ProblemList): ReadonlySet<string> {
  if (posts.length < minPosts) return new Set();
  const counts = new Map<string, number>();
  for (const { fields } of posts) {
    const names = writtenTerms(fields.peek('tags'), 'other', true).map(({ name }) => name.toLowerCase());
    for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const found = [...collections].filter((name) => counts.get(name) === posts.length);
  for (const name of found) {
    const why = 'Every post carries it, so it names a collection of files rather than a topic.';
    problems.warn(posts[0]?.file ?? '', null, {
      what: `the tag "${name}" was left out`,
      why,
      todo: 'Nothing, if that is right.',
    });
  }
  return new Set(found);
}
