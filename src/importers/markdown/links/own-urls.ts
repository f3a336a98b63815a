import { linkPath } from '../../../domain/link-path.ts';
import type { AddressedPost } from '../posts/post-draft.ts';
import { OldAddresses } from './old-addresses.ts';

/** So many different posts must be met at a host for it to be the blog's own. */
const enough = 3;
const webAddress = /\bhttps?:\/\/([a-z\d][a-z\d.-]{2,100})(\/[^\s"'<>()[\]{}?#]{3,300})/gi;

const date = /\/(?:19|20)\d{2}\//;

/**
 * The origins at which a blog stands: the one of its configuration, and any other at which its posts link
 * to several posts of this very blog, as one that says nothing of itself does, or one that moved.
 */
export function ownUrls(posts: readonly AddressedPost[], siteUrl: string | null): string[] {
  const paths = new Map(posts.map((post) => [post.path, post]));
  const old = new OldAddresses(posts);
  const met = new Map<string, Set<string>>();
  for (const { body, language, key } of posts) {
    if (!body.includes('://')) continue;
    for (const [, host = '', written = ''] of body.matchAll(webAddress)) {
      const origin = `https://${host.toLowerCase()}`;
      const path = linkPath(written, null) ?? '';
      const post = paths.get(path) ?? (date.test(path) ? old.find(path, language) : null);
      if (!post || post.key === key) continue;
      const known = met.get(origin) ?? new Set();
      met.set(origin, known.add(post.key));
    }
  }
  const others = [...met].filter(([, keys]) => keys.size >= enough).map(([origin]) => origin);
  return [...(siteUrl === null ? [] : [siteUrl]), ...others];
}
