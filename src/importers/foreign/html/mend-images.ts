import type { Element, Properties, Root } from 'hast';
import { elementsOf } from '../../../domain/tree-elements.ts';
import type { PlacedElement } from '../../../domain/tree-elements.ts';

/** Where scripts that load images late keep the address, the likeliest first. */
const lateSources = ['dataSrc', 'dataLazySrc', 'dataOriginal', 'dataOrigFile', 'dataLazy', 'dataHiResSrc'];
const lateSets = ['srcSet', 'dataSrcSet', 'dataSrcset', 'dataLazySrcset', 'dataLazySrcSet'];

/**
 * Makes plain images of what scripts would make images of: those loaded late, those within `<noscript>`,
 * those with a list of sizes only. Counting pixels go.
 */
export function mendImages(tree: Root): void {
  for (const placed of elementsOf(tree)) {
    const { element, parent } = placed;
    if (element.tagName === 'noscript') unwrapNoscript(placed);
    else if (element.tagName === 'amp-img') element.tagName = 'img';
    if (element.tagName !== 'img') continue;
    const { properties } = element;
    if (!isAddress(properties['src'])) {
      const late = lateSource(properties);
      if (late !== null) properties['src'] = late;
    }
    if (isPixel(properties) || !isAddress(properties['src'])) remove(element, parent, properties['alt']);
  }
}

/** The fallback of an image that a script loads; beside that image it would be there twice. */
function unwrapNoscript({ element, parent }: PlacedElement): void {
  const images = elementsOf(element).filter((inner) => inner.element.tagName === 'img');
  const at = parent.children.indexOf(element);
  if (images.length === 0 || at < 0) return;
  const known = parent.children.some((child) => child !== element && hasImage(child));
  parent.children.splice(at, 1, ...(known ? [] : images.map((inner) => inner.element)));
}

function hasImage(node: Root['children'][number]): boolean {
  if (node.type !== 'element') return false;
  const isImage = node.tagName === 'img';
  return isImage
    ? isAddress(node.properties['src']) || lateSource(node.properties) !== null
    : node.children.some(hasImage);
}

function isAddress(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && !/^\s*(?:data|about|javascript):/i.test(value);
}

function lateSource(properties: Properties): string | null {
  const plain = lateSources.map((name) => properties[name]).find(isAddress);
  if (plain !== undefined) return plain;
  const sets = lateSets
    .map((name) => properties[name])
    .find((value) => value !== undefined && value !== null);
  return sets === undefined ? null : largestOf(Array.isArray(sets) ? sets.join(', ') : String(sets));
}

/** The largest of "a.jpg 300w, b.jpg 1024w". */
function largestOf(set: string): string | null {
  const candidates = set
    .split(/,\s+/)
    .slice(0, 100)
    .map((candidate) => candidate.trim().split(/\s+/))
    .map(([url = '', size = '0']) => ({ url, size: Number.parseFloat(size) || 0 }))
    .filter(({ url }) => isAddress(url));
  return candidates.toSorted((a, b) => b.size - a.size)[0]?.url ?? null;
}

function isPixel({ width, height }: Properties): boolean {
  return Number(width) <= 1 && Number(height) <= 1 && width != null && height != null;
}

/** What was to be seen there is said instead, if anything is. */
function remove(element: Element, parent: PlacedElement['parent'], alt: unknown): void {
  const at = parent.children.indexOf(element);
  if (at < 0) return;
  const text = typeof alt === 'string' && alt.trim() !== '' && !isPixel(element.properties) ? alt : null;
  parent.children.splice(at, 1, ...(text === null ? [] : [{ type: 'text' as const, value: text }]));
}
