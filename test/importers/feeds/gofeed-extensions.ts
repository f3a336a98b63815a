/** Elements of other namespaces in the shape of gofeed's expected JSON. */
import {
  allNamed,
  elementsOf,
  named,
  textOf,
  type XmlElement,
} from '../../../src/importers/feeds/xml/element.ts';

export type Shape = Record<string, unknown>;

/** Elements of other namespaces, as they stand. */
export function extensionsOf(element: XmlElement, own: string): Shape {
  const others = elementsOf(element).filter(
    ({ name }) =>
      name.includes(':') &&
      !/^(?:content|rdf|xhtml|xml):/.test(name) &&
      (own === '' || !name.startsWith(own)),
  );
  return grouped(
    others,
    ({ name }) => name.slice(0, name.indexOf(':')),
    (list) => children(list),
  );
}

function children(list: readonly XmlElement[]): Shape {
  return grouped(
    list,
    ({ written }) => written,
    (same) => same.map(extension),
  );
}

function extension(element: XmlElement): Shape {
  return {
    name: element.written,
    value: element.children
      .filter((child) => typeof child === 'string')
      .join('')
      .trim(),
    attrs: { ...element.attributes },
    children: children(elementsOf(element)),
  };
}

function grouped<T>(
  list: readonly XmlElement[],
  by: (element: XmlElement) => string,
  shape: (list: readonly XmlElement[]) => T,
): Record<string, T> {
  return Object.fromEntries([...Map.groupBy(list, by)].map(([key, group]) => [key, shape(group)]));
}

/** Dublin Core and iTunes, once more by their own names. */
export function mappedExtensions(element: XmlElement): Shape {
  const all = elementsOf(element);
  const dc = all.filter(({ name }) => name.startsWith('dc:'));
  const itunes = all.filter(({ name }) => name.startsWith('itunes:') && name !== 'itunes:category');
  const categories = allNamed(element, 'itunes:category').map((one) => ({
    text: one.attributes['text'],
    subcategory: fieldOf(named(one, 'itunes:category')),
  }));
  return {
    dcExt: grouped(
      dc,
      ({ written }) => written,
      (list) => list.map((one) => textOf(one)),
    ),
    itunesExt: {
      ...grouped(
        itunes,
        ({ written }) => written,
        (list) => list[0]?.attributes['href'] ?? textOf(list[0] ?? null),
      ),
      categories,
    },
  };
}

function fieldOf(element: XmlElement | null): Shape | undefined {
  return element === null ? undefined : { text: element.attributes['text'] };
}
