import type { BlogRecord } from '../domain/blog-record.ts';

/**
 * A blog without the posts that are stored already, and without what only these are filed under: it changes
 * nothing of them. What the others need stays.
 *
 * @param known keys of the posts that are stored
 */
export function onlyNew(record: BlogRecord, known: ReadonlySet<string>): BlogRecord {
  const posts = record.posts.filter(({ key }) => !known.has(key));
  const rest = record.posts.length - posts.length;
  if (rest === 0) return record;
  const tags = new Set(posts.flatMap((post) => post.tags));
  const authors = new Set(posts.flatMap((post) => post.authors));
  const trees = posts.flatMap((post) => post.categories);
  const keys = new Set(posts.map(({ key }) => key));
  return {
    ...record,
    posts,
    tags: record.tags.filter(({ slug }) => tags.has(slug)),
    authors: record.authors.filter(({ key }) => authors.has(key)),
    categories: record.categories.filter(({ treePath }) =>
      trees.some((tree) => tree === treePath || tree.startsWith(`${treePath}/`)),
    ),
    series: record.series.filter(({ parts }) => parts.some(({ post }) => post !== null && keys.has(post))),
    problems: record.problems.filter(({ file }) => !known.has(file)),
    skipped: [...record.skipped, { file: record.source, why: knownText(rest, posts.length) }],
  };
}

function knownText(rest: number, added: number): string {
  const known =
    rest === 1 ? '1 post is known and stays as it is' : `${rest} posts are known and stay as they are`;
  return added === 0 ? `nothing new; ${known}` : known;
}
