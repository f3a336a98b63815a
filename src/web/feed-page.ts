import { writeAtom } from './atom.ts';
import type { Feed } from './feed.ts';
import { besidePath, findTarget } from './find-target.ts';
import { writeJsonFeed } from './json-feed.ts';
import type { ListOwner } from './list-owner.ts';
import { hasList, loadListOwner } from './list-owner.ts';
import { loadFeed } from './load-feed.ts';
import { readLanguage, readLimit } from './page-query.ts';
import { writeRss } from './rss.ts';
import type { PageAddress, PageAnswer, WebPage, WebScope } from './web-page.ts';
import { content, gone, missing } from './web-page.ts';

interface Format {
  readonly kind: string;
  readonly type: string;
  readonly write: (feed: Feed) => string;
}

const formats = new Map<string, Format>([
  ['feed.xml', { kind: 'rss', type: 'application/rss+xml', write: writeRss }],
  ['atom.xml', { kind: 'atom', type: 'application/atom+xml', write: writeAtom }],
  ['feed.json', { kind: 'jsonfeed', type: 'application/feed+json', write: writeJsonFeed }],
]);

/**
 * The feed at `/feed.xml`, `/atom.xml` or `/feed.json`, or at one of these names beneath the page of a tag, an
 * author, a category or a series; null when the address is not of this form.
 *
 * @throws DomainError BAD_USER_INPUT when `language` or `limit` is wrong
 */
export function feedPage({ pathname, search, query }: PageAddress): WebPage | null {
  const [, path = '', file = ''] = /^(.*)\/([^/]+)$/.exec(pathname) ?? [];
  const format = formats.get(file);
  if (format === undefined) return null;
  const language = readLanguage(query);
  const limit = readLimit(query);
  return {
    kind: format.kind,
    key: JSON.stringify([pathname, language, limit]),
    exists: path === '' ? null : (scope) => isListed(scope, path),
    read: async (scope) => {
      const found = await findOwner(scope, path, `/${file}${search}`);
      if ('status' in found) return found;
      const { owner } = found;
      const place = (name: string) =>
        `${owner?.path ?? ''}/${name}${canonicalQuery(query)}`.replace(/^\/+/, '/');
      const others = [...formats].filter(([name]) => name !== file);
      const feed = await loadFeed(scope, {
        owner,
        language,
        limit,
        self: place(file),
        others: others.map(([name, { type }]) => ({ type, path: place(name) })),
      });
      return content(format.type, format.write(feed));
    },
  };
}

async function isListed(scope: WebScope, path: string): Promise<boolean> {
  const found = await findTarget(scope, path);
  return found.kind === 'content' && hasList(found.target);
}

/** Whose feed stands beneath a path, or what is to be answered instead. */
async function findOwner(
  scope: WebScope,
  path: string,
  suffix: string,
): Promise<{ readonly owner: ListOwner | null } | PageAnswer> {
  if (path === '') return { owner: null };
  const found = await findTarget(scope, path);
  if (found.kind === 'gone') return gone;
  if (found.kind === 'moved') {
    const location = besidePath(found.to, suffix);
    return location === null ? missing : { status: 301, location };
  }
  const owner = found.kind === 'content' ? await loadListOwner(scope, found.target) : null;
  return owner === null ? missing : { owner };
}

/** What of a query a feed depends on, in one spelling: readers know a feed by its address. */
function canonicalQuery(query: URLSearchParams): string {
  const kept = new URLSearchParams();
  const language = readLanguage(query);
  if (language !== null) kept.set('language', language);
  if (query.has('limit')) kept.set('limit', String(readLimit(query)));
  return kept.size === 0 ? '' : `?${kept.toString()}`;
}
