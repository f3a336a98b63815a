import type { Element, ElementContent, Root } from 'hast';
import { linkTo, paragraphOf } from '../../../domain/html-link.ts';
import { textOf } from '../../../domain/plain-text.ts';
import { elementsOf, hasClass, hasElement, replaceElements } from '../../../domain/tree-elements.ts';

/** Signs that stand for a link to the heading that they stand in. */
const sign = /^[\s#¶§∞⚓🔗🔖\u200b\ufe0e\ufe0f]*$/u;
/** Posts of other sites, which a script of theirs fills. */
const quoted = [
  ...['twitter-tweet', 'twitter-video', 'instagram-media', 'tiktok-embed', 'bluesky-embed'],
  ...['reddit-card', 'reddit-embed-bq'],
];

/**
 * Takes the links away that headings have to themselves, and shows the address of a quoted post of another site
 * where nothing else of it is there. A link to "#" is a switch of the page.
 */
export function mendLinks(tree: Root): void {
  replaceElements(tree, (element) => {
    if (/^h[1-6]$/.test(element.tagName)) dropOwnLinks(element);
    else if (element.properties['href'] === '#') delete element.properties['href'];
    else if (element.tagName === 'blockquote' && isEmptyQuote(element)) return addressOf(element);
    return [element];
  });
}

function dropOwnLinks(heading: Element): void {
  replaceElements(heading, (element) => {
    const { href, id, name } = element.properties;
    const isOwn =
      element.tagName === 'a' &&
      typeof href === 'string' &&
      href.includes('#') &&
      sign.test(textOf(element)) &&
      !hasElement(element, /^img$/);
    if (!isOwn) return [element];
    heading.properties['id'] ??= id ?? name;
    return [];
  });
}

function isEmptyQuote(quote: Element): boolean {
  const isQuoted = quoted.some((name) => hasClass(quote, name));
  return isQuoted && textOf(quote).trim() === '' && !hasElement(quote, /^img$/);
}

function addressOf(quote: Element): ElementContent[] {
  const links = elementsOf(quote).map(({ element }) => element.properties['href']);
  const { cite, dataInstgrmPermalink } = quote.properties;
  const url = [dataInstgrmPermalink, cite, ...links.reverse()].find(
    (value) => typeof value === 'string' && /^https?:\/\//i.test(value),
  );
  if (typeof url !== 'string') return [];
  return [paragraphOf(linkTo(url))];
}
