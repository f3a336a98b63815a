import type { PostRecord } from '../../src/domain/blog-record.ts';

/** `[text](address)`, with brackets and parentheses inside to one level. */
const inline = /\[((?:[^[\]]|\[[^[\]]*\])*)\]\(((?:[^()]|\([^()]*\))*)\)/g;
const image = /!\[[^\]]*\]\([^)]*\)/g;
const byName = /\[[^\][]+\]\[[^\]]*\]/g;
const definition = /^\s{0,3}\[[^\]]+\]:\s*(\S+).*$/gm;
const anchor = /<a\s[^>]*>[\s\S]*?<\/a>/gi;
const href = /href\s*=\s*["']?([^"'\s>]+)/g;
const autolink = /<(https?:[^>\s]+)>/g;
const bare = /https?:\/\/[^\s)>\]"']+/g;
const shortcode = /\{\{<\s*(?:rel)?ref\s+"([^"]+)"[^}]*\}\}/g;

/** Markdown without its links: neither their texts nor their addresses are left. */
export function withoutLinks(markdown: string): string {
  let text = markdown.replace(image, ' ');
  // Twice: a link may have held an image.
  for (let pass = 0; pass < 2; pass += 1) text = text.replace(inline, ' ');
  for (const pattern of [byName, definition, anchor, autolink, bare, shortcode])
    text = text.replace(pattern, ' ');
  return text;
}

/** Addresses that a body links to. */
export function addressesIn(markdown: string): string[] {
  const inlines = [...markdown.matchAll(inline)].map((match) => (match[2] ?? '').trim().split(/\s/)[0] ?? '');
  const others = [definition, href, autolink, shortcode].flatMap((pattern) =>
    [...markdown.matchAll(pattern)].map((match) => match[1] ?? ''),
  );
  return [...inlines.map((url) => url.replace(/^<|>$/g, '')), ...others];
}

/**
 * Which posts link to which, by their places, in both directions, where an address leads to exactly one post:
 * by its path, by the date and name in it, or by the name alone where it looks like one of a post.
 *
 * @param hosts that are the blog's own
 */
export function linksBetween(posts: readonly PostRecord[], hosts: RegExp): Map<number, Set<number>> {
  const places = placesOf(posts);
  const graph = new Map<number, Set<number>>();
  const join = (from: number, to: number): void => {
    const known = graph.get(from);
    if (known === undefined) graph.set(from, new Set([to]));
    else known.add(to);
  };
  for (const [from, post] of posts.entries()) {
    for (const address of addressesIn(post.markdown)) {
      const path = ownPath(address, hosts);
      const found = (path === null ? [] : leadsTo(path, places)).filter(
        (to) => posts[to]?.language === post.language,
      );
      const [to] = found;
      if (found.length !== 1 || to === undefined || to === from) continue;
      join(from, to);
      join(to, from);
    }
  }
  return graph;
}

function ownPath(address: string, hosts: RegExp): string | null {
  const [, host, path] = /^(?:https?:)?\/\/([^/]+)(\/.*)?$/.exec(address) ?? [];
  if (host !== undefined) return hosts.test(host.toLowerCase()) ? (path ?? '/') : null;
  return /^[a-z]+:|^#|^\{/.test(address) ? null : address;
}

function leadsTo(path: string, places: ReadonlyMap<string, ReadonlySet<number>>): number[] {
  const plain = normalised(path);
  const dated = datedName(plain);
  const looksLikePost =
    dated !== null || /(?:^|\/)(?:blog|news|posts?|inside-rust|\d{4})\//.test(plain) || /\.mdx?\b/.test(path);
  const keys = [
    `path ${plain}`,
    ...(dated === null ? [] : [`dated ${dated}`]),
    ...(looksLikePost ? [`name ${nameIn(plain)}`] : []),
  ];
  for (const key of keys) {
    const found = places.get(key);
    if (found !== undefined) return [...found];
  }
  return [];
}

function placesOf(posts: readonly PostRecord[]): Map<string, Set<number>> {
  const places = new Map<string, Set<number>>();
  const add = (key: string, place: number): void => {
    const known = places.get(key);
    if (known === undefined) places.set(key, new Set([place]));
    else known.add(place);
  };
  for (const [place, { path, aliases, key, slug }] of posts.entries()) {
    const [site, file] = [normalised(path), normalised(key)];
    for (const way of [site, ...aliases.map(normalised)]) add(`path ${way}`, place);
    for (const name of [nameIn(file), nameIn(site), slug.toLowerCase()]) add(`name ${name}`, place);
    const dated = datedName(file) ?? datedName(site);
    if (dated !== null) add(`dated ${dated}`, place);
  }
  return places;
}

function normalised(path: string): string {
  const bare = path.replace(/[?#].*$/, '');
  let plain = bare;
  try {
    plain = decodeURIComponent(bare);
  } catch {
    // Not percent-encoded.
  }
  const short = plain
    .replace(/\/index\.\w+$/, '')
    .replace(/\.(?:html?|mdx?|markdown)$/, '')
    .replace(/\/+$/, '');
  return short.toLowerCase() || '/';
}

function nameIn(path: string): string {
  const last =
    path
      .replace(/\/index$/, '')
      .split('/')
      .at(-1) ?? '';
  return last.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, '');
}

function datedName(path: string): string | null {
  const [, year, month, day, name] = /(\d{4})[-/](\d{2})[-/](\d{2})[-/](.+)$/.exec(path) ?? [];
  return name === undefined ? null : [year, month, day, name.replace(/\/index$/, '')].join('/');
}
