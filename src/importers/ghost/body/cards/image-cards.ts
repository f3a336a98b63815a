import { listOf, mapOf, pixelsOf, rawText, textOf, type JsonMap } from '../../../fields/json-values.ts';
import { block, element, openTag } from '../../../text/html-source.ts';
import { linked } from '../links.ts';
import { htmlCard, noCard, type Card } from './card.ts';

/** A picture, with a caption and a link where it has them. */
export function imageCard(payload: JsonMap): Card {
  const image = imageOf(payload);
  return image === '' ? noCard : htmlCard(figure(linked(image, textOf(payload['href'])), payload['caption']));
}

/** Pictures side by side. */
export function galleryCard({ images, caption }: JsonMap): Card {
  const shown = listOf(images).map((image) => block('p', imageOf(mapOf(image))));
  return htmlCard([...shown, shown.join('') === '' ? '' : block('p', textOf(caption))].join('\n').trim());
}

/** Two pictures that one slides between. */
export function beforeAfterCard({ beforeImage, afterImage, caption }: JsonMap): Card {
  return galleryCard({ images: [beforeImage, afterImage], caption });
}

/** An `<img>`; "" without an address. */
export function imageOf({ src, alt, title, width, height }: JsonMap): string {
  const address = textOf(src);
  if (address === null) return '';
  return openTag('img', {
    src: address,
    alt: rawText(alt),
    title: textOf(title),
    width: pixelsOf(width),
    height: pixelsOf(height),
  });
}

/** Something to look at with its caption, which is HTML; a paragraph when it has none. */
export function figure(inside: string, caption: unknown): string {
  const text = textOf(caption);
  return text === null ? element('p', inside) : element('figure', inside + block('figcaption', text));
}
