import type { Element, Root } from 'hast';
import { elementsOf } from './tree-elements.ts';

/** Pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** The size of the image at an address of a body; null when it is not known. */
export type SizeOf = (src: string) => ImageSize | null;

/** An image among so many blocks is likely in sight when the page opens: it loads at once. */
const openingBlocks = 3;

/**
 * Completes the images of a body. An alternative text is always there, if empty; so are width and height
 * when they are known, so that nothing jumps when a picture comes. What its author wrote of them counts
 * first, and the other side follows from the picture's own shape; a share of the page ("50%") stays as it
 * is. Images load when they are scrolled to, but for the first one when it stands in the opening.
 */
export function completeImages(tree: Root, sizeOf: SizeOf = () => null): void {
  const images = elementsOf(tree).filter(({ element }) => element.tagName === 'img');
  const opening = { ...tree, children: tree.children.filter(isBlock).slice(0, openingBlocks) };
  const first = elementsOf(opening).find(({ element }) => element.tagName === 'img')?.element;
  for (const { element } of images) {
    const { src, alt, title, width, height, ...others } = element.properties;
    element.properties = {
      src,
      alt: typeof alt === 'string' ? alt : '',
      title,
      ...shownSize(dimension(width), dimension(height), sizeOf(String(src))),
      ...others,
      ...(element === first ? {} : { loading: 'lazy' }),
      decoding: 'async',
    };
  }
}

function isBlock(node: Root['children'][number]): node is Element {
  return node.type === 'element';
}

type Dimension = number | string | undefined;

/** Whole pixels, or a percentage as it is written; undefined for anything else. */
function dimension(written: unknown): Dimension {
  const text = typeof written === 'number' || typeof written === 'string' ? String(written).trim() : '';
  if (/^\d{1,3}(?:\.\d{1,4})?%$/.test(text)) return text;
  const pixels = Math.round(Number(/^(\d{1,6}(?:\.\d{1,9})?)(?:px)?$/i.exec(text)?.[1] ?? 0));
  return pixels > 0 ? pixels : undefined;
}

function shownSize(width: Dimension, height: Dimension, own: ImageSize | null) {
  const complete = width !== undefined && height !== undefined;
  if (own === null || complete || typeof width === 'string' || typeof height === 'string') {
    return { width, height };
  }
  if (width !== undefined) return { width, height: scaled(own.height, width / own.width) };
  if (height !== undefined) return { width: scaled(own.width, height / own.height), height };
  return { width: own.width, height: own.height };
}

function scaled(side: number, factor: number): number {
  return Math.max(1, Math.round(side * factor));
}
