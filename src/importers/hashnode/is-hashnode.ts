import type { Brought } from '../brought.ts';
import { someFileBegins } from '../files/some-file-begins.ts';

/** Keys that posts of Hashnode have, and no other format. Two of the second list are as good. */
const own = /"(?:contentMarkdown|isDelisted|partOfPublication|sourcedFromGithub|originalArticleURL)"\s*:/;
const others = /"(cuid|dateAdded|coverImage|brief|publishedAt|isActive)"\s*:/g;

/** Whether something is Hashnode's export in JSON, or what its API says of posts. */
export function isHashnode(brought: Brought): Promise<boolean> {
  return someFileBegins(brought, {
    isWanted: (name) => /\.json$/i.test(name) && !/(?:^|\/)(?:\.|__MACOSX)/.test(name),
    begins: (start) => /^\s*[[{]/.test(start) && (own.test(start) || hasOthers(start)),
  });
}

function hasOthers(start: string): boolean {
  const found = new Set([...start.matchAll(others)].map(([, name]) => name));
  return found.has('brief') && found.size >= 3;
}
