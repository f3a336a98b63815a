import type { Root } from 'hast';
import { elementsOf } from './tree-elements.ts';

/** Gives an address of a body its final form. */
export type RewriteUrl = (url: string, what: 'image' | 'link') => string;

/** Rewrites the address of every image and link, before they are judged. */
export function rewriteAddresses(tree: Root, rewrite: RewriteUrl | undefined): void {
  for (const { element } of elementsOf(tree)) {
    const { tagName, properties } = element;
    const key = tagName === 'img' ? 'src' : tagName === 'a' ? 'href' : null;
    const url = key === null ? undefined : properties[key];
    if (key === null || typeof url !== 'string') continue;
    // The sanitiser knows schemes in lower case only.
    properties[key] = rewritten(url.trim(), key === 'src' ? 'image' : 'link', rewrite).replace(
      /^[a-z][a-z\d+.-]*:/i,
      (scheme) => scheme.toLowerCase(),
    );
  }
}

/** Markdown encodes the addresses it is given; `rewrite` sees them readable, as files are named. */
function rewritten(url: string, what: 'image' | 'link', rewrite: RewriteUrl | undefined): string {
  if (!rewrite) return url;
  const readable = decoded(url);
  const changed = rewrite(readable, what);
  return changed === readable ? url : changed;
}

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

export interface BodyAddresses {
  readonly images: readonly string[];
  /** Without those that lead to a place in the body itself. */
  readonly links: readonly string[];
}

/**
 * The addresses that are left, each once, in order. An image that the sanitiser left without an address
 * goes.
 */
export function collectAddresses(tree: Root): BodyAddresses {
  const images = new Set<string>();
  const links = new Set<string>();
  for (const { element, parent } of elementsOf(tree)) {
    const { src, href } = element.properties;
    if (element.tagName === 'a' && typeof href === 'string' && /^[^#]/.test(href)) links.add(href);
    if (href === '') delete element.properties.href;
    if (element.tagName !== 'img') continue;
    if (typeof src === 'string' && src !== '') images.add(src);
    else parent.children.splice(parent.children.indexOf(element), 1);
  }
  return { images: [...images], links: [...links] };
}
