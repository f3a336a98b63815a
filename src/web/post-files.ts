import type { Post } from '../generated/prisma/client.ts';
import type { ReadScope } from '../loaders/scope.ts';
import { loadSite } from '../loaders/site.ts';

/** The forms in which a post is served as a file, by what its address ends with. */
export const postFileTypes = {
  '.md': 'text/markdown',
  '.html': 'text/html',
  '.json': 'application/json',
} as const;

/** Where a post stands as a file, such as "/posts/hello.md"; with its language when that is not the site's. */
export async function postFilePath(
  scope: ReadScope,
  { slug, language }: Pick<Post, 'slug' | 'language'>,
  suffix: string,
): Promise<string> {
  const { defaultLanguage } = await loadSite(scope);
  const query = language === defaultLanguage ? '' : `?${new URLSearchParams({ language }).toString()}`;
  return `/posts/${encodeURIComponent(slug)}${suffix}${query}`;
}
