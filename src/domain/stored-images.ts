import { readStoredHtml } from './body-tree.ts';
import { attributesOf, tagsOf } from './html-tags.ts';
import type { HtmlTag } from './html-tags.ts';
import { blockText } from './plain-text.ts';

/** An image of a stored body. */
export interface StoredImage {
  /** Where it is, as the HTML has it. */
  readonly src: string;
  readonly alt: string | null;
  /** As it is shown, in pixels; null when that is not known, or a share of the page. */
  readonly width: number | null;
  readonly height: number | null;
  /** Plain text of the caption of the figure it stands in. */
  readonly caption: string | null;
}

/** The images of a stored body in the order of the document. */
export function imagesOfBody(html: string): StoredImage[] {
  if (!html.includes('<img')) return [];
  const images: { tag: HtmlTag; figure: number }[] = [];
  const captions = new Map<number, string>();
  let [figure, caption] = [0, 0];
  for (const tag of tagsOf(html)) {
    const { name, isEnd } = tag;
    // A figure in a figure is one with it.
    if (name === 'figure') figure = isEnd ? 0 : tag.end;
    else if (name === 'figcaption' && !isEnd) caption = tag.end;
    else if (name === 'figcaption') captions.set(figure, html.slice(caption, tag.start));
    else if (name === 'img') images.push({ tag, figure });
  }
  return images.map(({ tag, figure: place }) => {
    const attributes = attributesOf(tag);
    return {
      src: attributes.get('src') ?? '',
      alt: filled(attributes.get('alt')),
      width: pixels(attributes.get('width')),
      height: pixels(attributes.get('height')),
      caption: place > 0 ? lineOf(captions.get(place) ?? '') : null,
    };
  });
}

function pixels(written: string | undefined): number | null {
  return written !== undefined && /^\d{1,6}$/.test(written) && written !== '0' ? Number(written) : null;
}

function lineOf(html: string): string | null {
  return html === '' ? null : filled(blockText(readStoredHtml(html)).replace(/\s+/g, ' '));
}

function filled(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}
