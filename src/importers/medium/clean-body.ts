import type { Element } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { elementsOf, hasClass } from '../../domain/tree-elements.ts';
import { asWebUrl } from '../fields/values.ts';
import type { ForeignImage } from '../foreign/foreign-blog.ts';
import { escaped } from '../text/html-source.ts';
import { allIn, attribute, drop, lineOf, replaceIn } from './elements.ts';
import { linkEmbeds } from './embeds.ts';

/** The text of a post without what stands above it on a page of ours: title, subtitle, cover. */
export interface CleanBody {
  readonly html: string;
  readonly subtitle: string | null;
  /** A line above the title. */
  readonly kicker: string | null;
  readonly cover: ForeignImage | null;
}

const writer = unified().use(rehypeStringify).freeze();

/**
 * Makes plain HTML of a post's text; the element is changed.
 *
 * @param title of the post, which Medium repeats in the text
 * @param here where a link leads now, for one to a post that came along; null for any other
 */
export function cleanBody(
  body: Element,
  title: string | null,
  here: (href: string) => string | null,
): CleanBody {
  const [divider] = allIn(body, (element) => hasClass(element, 'section-divider'));
  if (divider && isFirst(body, divider)) drop(body, divider);
  const kicker = taken(body, (element) => hasClass(element, 'graf--kicker'));
  const [heading] = allIn(body, ({ tagName }) => /^h[1-4]$/.test(tagName));
  if (heading && (hasClass(heading, 'graf--title') || isSame(lineOf(heading), title))) drop(body, heading);
  const subtitle = taken(body, (element) => hasClass(element, 'graf--subtitle'));
  const cover = coverOf(body);
  linkEmbeds(body);
  unwrapFigures(body);
  levelHeadings(body);
  for (const link of allIn(body, ({ tagName }) => tagName === 'a')) {
    const to = here(attribute(link, 'href') ?? '');
    if (to !== null) link.properties['href'] = to;
  }
  return { html: writer.stringify({ type: 'root', children: body.children }), subtitle, kicker, cover };
}

/** Whether no text or picture stands before an element. */
function isFirst(body: Element, wanted: Element): boolean {
  for (const { element } of elementsOf(body)) {
    if (element === wanted) return true;
    if (/^(?:p|h[1-6]|pre|blockquote|ul|ol|figure|img|iframe)$/.test(element.tagName)) return false;
  }
  return false;
}

function taken(body: Element, is: (element: Element) => boolean): string | null {
  const [found] = allIn(body, is);
  if (!found) return null;
  drop(body, found);
  return lineOf(found);
}

function isSame(a: string | null, b: string | null): boolean {
  const letters = (text: string | null): string => (text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return letters(a) !== '' && letters(a) === letters(b);
}

/** The picture that was chosen, else one that stands before all text; that one shows as cover, and only so. */
function coverOf(body: Element): ForeignImage | null {
  const images = allIn(body, ({ tagName }) => tagName === 'img');
  const opening = images.find((image) => isOpening(body, image));
  const image = images.find((one) => 'dataIsFeatured' in one.properties) ?? opening;
  const url = asWebUrl(attribute(image ?? null, 'src'));
  if (!image || url === null) return null;
  const figure = allIn(body, ({ tagName }) => tagName === 'figure').find(
    (one) => allIn(one, (inner) => inner === image).length > 0,
  );
  if (image === opening) drop(body, figure ?? image);
  const caption = lineOf(
    figure ? (allIn(figure, ({ tagName }) => tagName === 'figcaption')[0] ?? null) : null,
  );
  return {
    url,
    alt: escapedOrNull(attribute(image, 'alt')),
    caption: escapedOrNull(caption),
    width: null,
    height: null,
  };
}

function isOpening(body: Element, image: Element): boolean {
  for (const { element } of elementsOf(body)) {
    if (element === image) return true;
    if (/^(?:p|h[1-6]|pre|blockquote|ul|ol|iframe)$/.test(element.tagName) && lineOf(element) !== null)
      return false;
  }
  return false;
}

function escapedOrNull(text: string | null): string | null {
  return text === null ? null : escaped(text);
}

/** Boxes that only keep a place free while a picture loads. */
function unwrapFigures(body: Element): void {
  replaceIn(body, (element) => {
    if (hasClass(element, 'aspectRatioPlaceholder-fill')) return [];
    return hasClass(element, 'aspectRatioPlaceholder') ? element.children : null;
  });
}

/** Medium begins with the third level: the highest that is there becomes the second. */
function levelHeadings(body: Element): void {
  const headings = allIn(body, ({ tagName }) => /^h[1-6]$/.test(tagName));
  const levels = [...new Set(headings.map(({ tagName }) => tagName))].toSorted();
  for (const heading of headings) heading.tagName = `h${Math.min(6, levels.indexOf(heading.tagName) + 2)}`;
}
