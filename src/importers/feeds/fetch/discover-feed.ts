import { readPrologue } from '../xml/prologue.ts';

const feedType = /^\s*(?:application\/(?:rss\+xml|atom\+xml|feed\+json|rdf\+xml|json|xml)|text\/xml)\b/i;
const linkTag = /<(link|base)\b([^<>]{0,2000})>/gi;
const attribute =
  /(?<![a-z-])([a-z-]{1,40})\s*=\s*(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\s"'>]{1,2000}))/gi;

/** Whether this is a page, and no feed. */
export function isPage(text: string): boolean {
  const { doctype, root } = readPrologue(text);
  return root === 'html' || doctype === 'html';
}

/** The address of the feed that a page names, the first that is not of comments; null when it names none. */
export function feedOfPage(html: string, url: string): string | null {
  const found: string[] = [];
  let base = url;
  for (const [, tag = '', written = ''] of html.slice(0, 1_000_000).matchAll(linkTag)) {
    const fields = fieldsOf(written);
    const href = URL.parse(fields.get('href') ?? '', base)?.href;
    if (href === undefined) continue;
    if (tag.toLowerCase() === 'base') base = href;
    else if (namesFeed(fields)) found.push(href);
  }
  return found.find((href) => !isOfComments(href)) ?? found[0] ?? null;
}

function namesFeed(fields: ReadonlyMap<string, string>): boolean {
  const [href = '', rel = '', type = ''] = ['href', 'rel', 'type'].map((name) => fields.get(name));
  return href !== '' && /\balternate\b/i.test(rel) && feedType.test(type);
}

function isOfComments(href: string): boolean {
  return /comment|kommentar/i.test(href);
}

function fieldsOf(written: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [, name = '', ...values] of written.matchAll(attribute)) {
    const value = values.join('');
    if (!fields.has(name.toLowerCase()))
      fields.set(name.toLowerCase(), value.replaceAll('&amp;', '&').trim());
  }
  return fields;
}
