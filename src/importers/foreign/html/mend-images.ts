import type { Element, ElementContent, Parents, Properties, Root } from 'hast';
import { replaceElements } from '../../../domain/tree-elements.ts';

/** Where scripts that load images late keep the address, the likeliest first. */
const lateSources = [
  'dataSrc',
  'dataLazySrc',
  'dataOriginal',
  'dataOrigFile',
  'dataLazy',
  'dataHiResSrc',
  'dataImage',
];
const lateSets = ['srcSet', 'dataSrcSet', 'dataSrcset', 'dataLazySrcset', 'dataLazySrcSet'];

/**
 * Makes plain images of what scripts would make images of: those loaded late, those within `<noscript>`,
 * those with a list of sizes only. Counting pixels go; a picture of an emoji becomes the emoji.
 */
export function mendImages(tree: Root): void {
  replaceElements(tree, (element, parent, at) => {
    if (element.tagName === 'noscript') return fallback(element, parent, at);
    if (element.tagName === 'amp-img') element.tagName = 'img';
    return element.tagName === 'img' ? mend(element) : [element];
  });
}

function mend(image: Element): ElementContent[] {
  const { properties } = image;
  const { alt } = properties;
  if (!isAddress(properties['src'])) {
    const late = lateSource(properties);
    if (late !== null) properties['src'] = late;
  }
  if (isPixel(properties)) return [];
  if (isAddress(properties['src']) && !isEmoji(properties)) return [image];
  // What was to be seen there is said instead, if anything is.
  return typeof alt === 'string' && alt.trim() !== '' ? [{ type: 'text', value: alt }] : [];
}

/** The fallback of an image that a script loads; beside that image it would be there twice. */
function fallback(noscript: Element, parent: Parents, at: number): ElementContent[] {
  const images = imagesIn(noscript);
  const known = [besides(parent, at, -1), besides(parent, at, 1)].some((node) => node && isImage(node));
  return known ? [] : images;
}

function imagesIn(node: Element): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.tagName === 'img' ? [child] : imagesIn(child);
  });
}

/** The next element, but for white space. */
function besides({ children }: Parents, at: number, step: 1 | -1): Element | undefined {
  const near = children[at + step];
  const next = near?.type === 'text' && near.value.trim() === '' ? children[at + 2 * step] : near;
  return next?.type === 'element' && next.tagName !== 'noscript' ? next : undefined;
}

function isImage(element: Element): boolean {
  const { tagName, properties } = element;
  if (tagName === 'img') return isAddress(properties['src']) || lateSource(properties) !== null;
  return element.children.some((child) => child.type === 'element' && isImage(child));
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

/** WordPress' smileys and those of its twin, Twemoji. */
function isEmoji({ className, alt }: Properties): boolean {
  const named =
    Array.isArray(className) && className.some((name) => name === 'wp-smiley' || name === 'emoji');
  return named && typeof alt === 'string' && alt.trim() !== '';
}
