import { allNamed, elementsOf, named, textOf, type XmlElement } from '../xml/element.ts';
import { addressAt, atomLink, pageAmong, plainLink } from './links.ts';
import type { FeedCategory, FeedLink, FeedPerson, FeedText } from './parsed-feed.ts';
import { markupOf } from './text-construct.ts';

/** Links of a channel or an item: RSS's own, which are text, and Atom's, which are attributes. */
export function rssLinks(element: XmlElement): FeedLink[] {
  return elementsOf(element).flatMap((child): FeedLink[] => {
    if (child.name === 'atom:link' || (child.name === 'link' && child.attributes['href'] !== undefined))
      return [atomLink(child)];
    const address = child.name === 'link' ? textOf(child) : '';
    return address === '' ? [] : [plainLink(addressAt(address, child.base))];
  });
}

/**
 * The page among the links of a channel or an item: the last that RSS itself has, as other readers take it,
 * else Atom's.
 */
export function rssPage(element: XmlElement, links: readonly FeedLink[]): string | null {
  const own = allNamed(element, 'link').flatMap((link) => {
    const address = addressAt(link.attributes['href'] ?? textOf(link), link.base);
    const isPage = (link.attributes['rel'] ?? 'alternate') === 'alternate';
    return isPage && address !== '' ? [address] : [];
  });
  return own.at(-1) ?? pageAmong(links);
}

/** Categories, keywords and subjects of a channel or an item. */
export function rssCategories(element: XmlElement): FeedCategory[] {
  const own = allNamed(element, 'category').map((category) => ({
    term: textOf(category),
    label: null,
    scheme: category.attributes['domain'] ?? null,
  }));
  const words = [
    ...allNamed(element, 'itunes:keywords').flatMap((list) => textOf(list).split(',')),
    ...itunesCategories(element),
    ...allNamed(element, 'dc:subject').map(textOf),
    ...allNamed(element, 'atom:category').map(
      ({ attributes }) => attributes['label'] ?? attributes['term'] ?? '',
    ),
    ...allNamed(element, 'media:keywords').flatMap((list) => textOf(list).split(',')),
  ];
  const others = words.map((word) => ({ term: word.trim(), label: null, scheme: null }));
  return [...own, ...others].filter(({ term }) => term !== '');
}

/** Within each other: "Technology", and "Gadgets" in it. */
function itunesCategories(element: XmlElement): string[] {
  return allNamed(element, 'itunes:category').flatMap((category) => [
    category.attributes['text'] ?? '',
    ...itunesCategories(category),
  ]);
}

/** The first of several places that names somebody. */
export function somePeople(places: readonly (() => FeedPerson[])[]): FeedPerson[] {
  for (const place of places) {
    const people = place();
    if (people.length > 0) return people;
  }
  return [];
}

/** The first of the elements that says something. */
export function firstText(element: XmlElement, names: readonly string[]): FeedText | null {
  for (const name of names) {
    const text = markupOf(named(element, name));
    if (text !== null) return text;
  }
  return null;
}
