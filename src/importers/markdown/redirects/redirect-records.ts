import type { RedirectRecord } from '../../../domain/blog-record.ts';
import { normalisePath } from '../../../domain/permalink.ts';
import type { ProblemList } from '../../problem-list.ts';
import { asWebUrl } from '../../fields/values.ts';
import type { PostIndex } from '../posts/post-index.ts';
import type { WrittenRedirect } from './redirect-sources.ts';

/** What redirects are checked against. */
export interface RedirectContext {
  readonly index: PostIndex;
  /** Paths that serve content, and aliases of posts. */
  readonly taken: ReadonlySet<string>;
  readonly siteUrl: string | null;
  readonly defaultLanguage: string;
  readonly problems: ProblemList;
}

/** Redirects of single paths, each path once; those from a page that exists, or to nowhere, are told. */
export function redirectRecords(
  written: readonly WrittenRedirect[],
  context: RedirectContext,
): RedirectRecord[] {
  const records = new Map<string, RedirectRecord>();
  for (const redirect of written) {
    const { file, line, from } = redirect;
    const path = pathOf(from, context.siteUrl);
    const target = targetOf(redirect, context);
    const known = path === null ? undefined : records.get(path);
    const reason =
      path === null
        ? 'It does not begin at a path of this site.'
        : target === null
          ? 'It leads neither to a path of this site nor to an http(s) address.'
          : faultOf(path, target, known, context);
    if (reason !== null) {
      const what = `the redirect from "${from.slice(0, 100)}" was left out`;
      context.problems.warn(file, line, { what, why: reason, todo: 'Correct or remove it.' });
    } else if (path !== null && target !== null && !known) records.set(path, { file, path, target });
  }
  return [...records.values()];
}

function faultOf(
  path: string,
  target: string,
  known: RedirectRecord | undefined,
  { taken }: RedirectContext,
): string | null {
  if (taken.has(path)) return 'A post or its alias has that path.';
  if (path === target) return 'It leads to itself.';
  return known && known.target !== target ? `${known.file} sends the same path elsewhere.` : null;
}

function pathOf(from: string, siteUrl: string | null): string | null {
  const own = siteUrl !== null && from.startsWith(`${siteUrl}/`) ? from.slice(siteUrl.length) : from;
  if (/^[a-z][a-z\d+.-]*:/i.test(own) || own.startsWith('//')) return null;
  const path = normalisePath(own.startsWith('/') ? own : `/${own}`);
  return path === '/' ? null : path;
}

/** The post that is meant has its path read; the rest stays as it is, with its fragment. */
function targetOf(
  { to, file }: WrittenRedirect,
  { index, defaultLanguage, siteUrl }: RedirectContext,
): string | null {
  const own = siteUrl !== null && to.startsWith(`${siteUrl}/`) ? to.slice(siteUrl.length) : to;
  const web = /^(?:https?:)?\/\//i.test(own) ? asWebUrl(own) : null;
  if (web !== null) return web;
  if (/^[a-z][a-z\d+.-]*:/i.test(own)) return null;
  const post = index.find(own, file, defaultLanguage);
  if (post) return post.path;
  const [path = '', fragment] = own.split('#');
  return normalisePath(path.startsWith('/') ? path : `/${path}`) + (fragment ? `#${fragment}` : '');
}
