import { isSitePath } from '../domain/address.ts';
import { normalisePath } from '../domain/permalink.ts';
import { load } from '../loaders/loader.ts';
import type { PathTarget } from '../loaders/path-targets.ts';
import { targetByPath } from '../loaders/path-targets.ts';
import { postById } from '../loaders/posts.ts';
import { redirectByPath } from '../loaders/redirects.ts';
import type { ReadScope } from '../loaders/scope.ts';

/** What stands at a path of the site, as `resolve(path)` of the graph finds it. */
export type Found =
  | { readonly kind: 'content'; readonly target: PathTarget }
  /** A site path, or an address elsewhere. */
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'gone' }
  | { readonly kind: 'nothing' };

/** @param path as it was sent: percent-encoded, in any spelling */
export async function findTarget(scope: ReadScope, path: string): Promise<Found> {
  const target = await load(scope, targetByPath, normalisePath(path));
  if (target === null) return { kind: 'nothing' };
  if (target.type === 'Gone') return { kind: 'gone' };
  if (target.type !== 'Redirect') return { kind: 'content', target };
  const redirect = await load(scope, redirectByPath, target.id);
  const post = redirect?.postId == null ? null : await load(scope, postById, redirect.postId);
  const to = post?.path ?? redirect?.target ?? null;
  return to === null ? { kind: 'nothing' } : { kind: 'moved', to };
}

/** The address of what stands beside a page, such as its feed; null when the page left the site. */
export function besidePath(page: string, suffix: string): string | null {
  if (!isSitePath(page)) return null;
  const path = encodeURI(normalisePath(page)).replaceAll(/%25([\dA-F]{2})/g, '%$1');
  return `${path === '/' && suffix.startsWith('/') ? '' : path}${suffix}`;
}
