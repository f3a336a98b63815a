import type { RedirectRecord } from '../../domain/blog-record.ts';
import { asWebUrl } from '../fields/values.ts';
import type { ProblemList } from '../problem-list.ts';
import type { AddressBook } from './address-book.ts';
import type { NamedPost } from './assemble-addresses.ts';
import type { ForeignBlog, Place } from './foreign-blog.ts';

/** Something of the blog that is not a post, with where it was and where it is. */
export interface MovedPage {
  readonly oldUrl: string;
  readonly path: string;
}

/** What of old paths is kept: those of posts with the posts, the others as redirects. */
export interface OldPaths {
  /** By key of the post. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  readonly redirects: readonly RedirectRecord[];
}

/** @param taken paths of what is on the site now; what is there needs no redirect */
export function oldPaths(
  blog: ForeignBlog,
  {
    posts,
    pages,
    taken,
    book,
    problems,
  }: {
    readonly posts: readonly NamedPost[];
    readonly pages: readonly MovedPage[];
    readonly taken: ReadonlySet<string>;
    readonly book: AddressBook;
    readonly problems: ProblemList;
  },
): OldPaths {
  const used = new Set(taken);
  const claim = (path: string | null): path is string => {
    if (path === null || used.has(path)) return false;
    used.add(path);
    return true;
  };
  const aliases = new Map<string, string[]>();
  for (const rank of ['url', 'oldUrls'] as const) {
    for (const { post } of posts) {
      const old = rank === 'url' ? (post.url === null ? [] : [post.url]) : post.oldUrls;
      const own = old.map((address) => book.oldPath(address)).filter(claim);
      if (own.length > 0) aliases.set(post.key, (aliases.get(post.key) ?? []).concat(own));
    }
  }
  const redirects: RedirectRecord[] = [];
  for (const { oldUrl, path } of pages) {
    const from = book.oldPath(oldUrl);
    if (claim(from)) redirects.push({ file: blog.source, path: from, target: path });
  }
  const leftOut: { readonly place: Place; readonly from: string }[] = [];
  for (const { from, to, place } of blog.redirects) {
    const [path, target] = [book.oldPath(from), targetOf(to, book)];
    if (path !== null && path === target) continue;
    if (target !== null && claim(path)) redirects.push({ file: place.file, path, target });
    else leftOut.push({ place, from });
  }
  tell(leftOut, problems);
  return { aliases, redirects };
}

function targetOf(to: string, book: AddressBook): string | null {
  const fragment = /#.+$/s.exec(to)?.[0] ?? '';
  const path = book.find(to) ?? book.oldPath(to);
  return path === null ? asWebUrl(book.absolute(to, null)) : path + fragment;
}

function tell(
  leftOut: readonly { readonly place: Place; readonly from: string }[],
  problems: ProblemList,
): void {
  const [first] = leftOut;
  if (!first) return;
  const shown = leftOut
    .slice(0, 5)
    .map(({ from }) => from.slice(0, 80))
    .join(' · ');
  problems.warn(first.place.file, first.place.line, {
    what: `${leftOut.length} ${leftOut.length === 1 ? 'redirect was' : 'redirects were'} left out: ${shown}${leftOut.length > 5 ? ' · …' : ''}`,
    why: 'Something stands at that path now, or leads on from it already, or it is no path of the site.',
    todo: 'Nothing, where the page that is there now is the one that was meant.',
  });
}
