import { webUrl, withSiteUrls } from './site-urls.ts';

/** Signs that mean something in a regular expression; a dot is mostly meant as one. */
const special = /[\\^$*+?()[\]{}|]/;

/**
 * The one path that the source of a Ghost redirect means. Ghost reads every source as a regular expression:
 * `^`, `$`, `/?` at the end and escaped signs still mean one path. Null for anything else.
 */
export function plainSource(source: string): string | null {
  // "/^\/old\/?$/i" is a regular expression that takes capitals and small letters alike.
  const inner = /^\/(\^.*)\/i$/.exec(source)?.[1] ?? source;
  const path = inner
    .replace(/^\^/, '')
    .replace(/\$$/, '')
    .replace(/\\?\/\?$/, '')
    .replace(/\\([/.\-_~:@!,;=&%'])/g, '$1')
    .replace(/\/$/, '');
  if (path === '' || special.test(path) || /^[a-z][a-z\d+.-]*:|^\/\//i.test(path)) return null;
  return path.startsWith('/') ? path : `/${path}`;
}

/** Where a redirect leads: a path of the site or an address; null for what is neither, or has a "$1". */
export function redirectTarget(target: string | null): string | null {
  if (target === null || /\$\d/.test(target)) return null;
  const to = withSiteUrls(target, null);
  if (/^\/(?!\/)/.test(to)) return to;
  return webUrl(to) ?? (/^[\w-][\w./-]*$/.test(to) && !to.includes('//') ? `/${to}` : null);
}
