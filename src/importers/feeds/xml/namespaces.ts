/** Namespaces that feeds use, by the prefix they usually have; '' for the formats' own. */
const prefixes: readonly (readonly [string, readonly string[]])[] = [
  [
    '',
    [
      'purl.org/rss/1.0',
      'my.netscape.com/rdf/simple/0.9',
      'channel.netscape.com/rdf/simple/0.9',
      'my.netscape.com/publish/formats/rss-0.9.dtd',
      'my.netscape.com/publish/formats/rss-0.91.dtd',
      'backend.userland.com/rss',
      'backend.userland.com/rss2',
      'backend.userland.com/rss091',
      'backend.userland.com/rss092',
      'blogs.law.harvard.edu/tech/rss',
      'cyber.law.harvard.edu/rss/rss.html',
      'www.rssboard.org/rss-specification',
    ],
  ],
  ['atom', ['www.w3.org/2005/atom', 'purl.org/atom/ns#', 'purl.org/atom/ns']],
  ['rdf', ['www.w3.org/1999/02/22-rdf-syntax-ns#', 'www.w3.org/1999/02/22-rdf-syntax-ns']],
  ['dc', ['purl.org/dc/elements/1.1', 'purl.org/dc/elements/1.0']],
  ['dcterms', ['purl.org/dc/terms']],
  ['content', ['purl.org/rss/1.0/modules/content']],
  ['itunes', ['www.itunes.com/dtds/podcast-1.0.dtd', 'www.itunes.com/dtds/podcast-1.0.dtd/']],
  ['googleplay', ['www.google.com/schemas/play-podcasts/1.0']],
  ['media', ['search.yahoo.com/mrss', 'search.yahoo.com/mrss/']],
  ['feedburner', ['rssnamespace.org/feedburner/ext/1.0']],
  ['xhtml', ['www.w3.org/1999/xhtml']],
  ['xml', ['www.w3.org/xml/1998/namespace']],
];

const byAddress = new Map(prefixes.flatMap(([prefix, uris]) => uris.map((uri) => [uri, prefix] as const)));

/**
 * The usual prefix of a namespace; null when it is none that feeds are known to use. The address may differ in
 * case, in http or https, in white space and in a slash at its end, as it does in real feeds.
 */
export function usualPrefix(uri: string): string | null {
  const address = uri
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '');
  return byAddress.get(address) ?? byAddress.get(address.replace(/\/+$/, '')) ?? null;
}

/** Whether a namespace is Atom's, and which version of it. */
export function atomVersion(uri: string): '0.3' | '1.0' | null {
  if (usualPrefix(uri) !== 'atom') return null;
  return /purl\.org/i.test(uri) ? '0.3' : '1.0';
}
