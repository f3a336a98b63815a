import type { Brought } from '../brought.ts';
import { someFileBegins } from '../files/some-file-begins.ts';

/** Keys that only articles of DEV's export and API have. */
const keys =
  /"(?:body_markdown|cached_tag_list|cached_user_username|crossposted_at|published_from_feed)"\s*:/;

/** Whether something is DEV's export, or what its API says of articles. */
export function isDevto(brought: Brought): Promise<boolean> {
  return someFileBegins(brought, {
    isWanted: (name) => /\.json$/i.test(name) && !/(?:^|\/)(?:\.|__MACOSX)/.test(name),
    begins: (start) => /^\s*[[{]/.test(start) && keys.test(start),
  });
}
