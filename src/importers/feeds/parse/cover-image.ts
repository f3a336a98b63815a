import { allNamed, elementsOf, named, textOf, type XmlElement } from '../xml/element.ts';
import { addressAt } from './links.ts';
import type { FeedEnclosure, FeedImage, FeedText } from './parsed-feed.ts';

/** The picture of an item or a feed: what is said to be one first, then the first image of its texts. */
export function coverOf(
  element: XmlElement,
  enclosures: readonly FeedEnclosure[],
  texts: readonly (FeedText | null)[],
): FeedImage | null {
  return (
    mediaImage(element) ??
    itunesImage(element) ??
    enclosedImage(enclosures) ??
    texts.map((text) => (text === null ? null : firstImage(text))).find((image) => image !== null) ??
    null
  );
}

/** media:content that is an image, else media:thumbnail; also within media:group and media:content. */
function mediaImage(element: XmlElement): FeedImage | null {
  const groups = [element, ...allNamed(element, 'media:group')];
  const contents = groups.flatMap((group) => allNamed(group, 'media:content'));
  const image = contents.find(isImage);
  const thumbnails = [...groups, ...contents].flatMap((group) => allNamed(group, 'media:thumbnail'));
  const found = image ?? thumbnails.find(isLargeEnough);
  if (found === undefined) return null;
  return imageAt(found, found.attributes['url'] ?? '', textOf(named(found, 'media:title')));
}

/** Blogger's are 72 pixels wide, for lists; the picture itself is in the text. */
function isLargeEnough({ attributes: { url = '', width } }: XmlElement): boolean {
  return url !== '' && (pixels(width) ?? Infinity) >= 100;
}

function isImage({ attributes }: XmlElement): boolean {
  const { url = '', medium = '', type = '' } = attributes;
  if (url === '') return false;
  if (medium !== '' || type !== '') return medium === 'image' || type.startsWith('image/');
  return /\.(?:avif|gif|jpe?g|png|webp)(?:$|[?#])/i.test(url);
}

function itunesImage(element: XmlElement): FeedImage | null {
  for (const name of ['itunes:image', 'googleplay:image']) {
    const found = allNamed(element, name)[0];
    const url = found ? (found.attributes['href'] ?? found.attributes['url'] ?? textOf(found)) : '';
    if (found && url !== '') return imageAt(found, url, '');
  }
  return null;
}

function imageAt(element: XmlElement, url: string, title: string): FeedImage {
  return {
    url: addressAt(url, element.base),
    title: title === '' ? null : title,
    width: pixels(element.attributes['width']),
    height: pixels(element.attributes['height']),
    inText: false,
  };
}

/** The `<image>` of RSS. */
export function channelImage(element: XmlElement | null): FeedImage | null {
  const url = element === null ? '' : textOf(named(element, 'url'));
  if (element === null || url === '') return null;
  const said = (name: string): string =>
    textOf(elementsOf(element).find((child) => child.name === name) ?? null);
  return {
    url: addressAt(url, element.base),
    title: said('title') || null,
    width: pixels(said('width')),
    height: pixels(said('height')),
    inText: false,
  };
}

function enclosedImage(enclosures: readonly FeedEnclosure[]): FeedImage | null {
  const found = enclosures.find(({ type }) => type?.startsWith('image/'));
  return found ? { url: found.url, title: found.title, width: null, height: null, inText: false } : null;
}

const imageTag =
  /<img\s[^<>]{0,2000}?\bsrc\s*=\s*(?:"([^"<>]{1,2000})"|'([^'<>]{1,2000})'|([^\s"'<>]{1,2000}))/i;

/** The first image of a text. */
function firstImage({ kind, value, base }: FeedText): FeedImage | null {
  const match = kind === 'html' ? imageTag.exec(value.slice(0, 100_000)) : null;
  const url = (match?.[1] ?? match?.[2] ?? match?.[3] ?? '').replaceAll('&amp;', '&').trim();
  if (url === '' || /^data:/i.test(url)) return null;
  return { url: addressAt(url, base), title: null, width: null, height: null, inText: true };
}

function pixels(text: string | undefined): number | null {
  const number = Number.parseInt(text?.trim().replace(/px$/, '') ?? '', 10);
  return Number.isInteger(number) && number > 0 && number < 100_000 ? number : null;
}
