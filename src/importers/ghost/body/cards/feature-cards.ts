import { isTrue, rawText, textOf, type JsonMap } from '../../../fields/json-values.ts';
import { block, element, escaped } from '../../../text/html-source.ts';
import { linked } from '../links.ts';
import { figure, imageOf } from './image-cards.ts';
import { buttonOf } from './link-cards.ts';
import { htmlCard, type Card } from './card.ts';

/** A thing for sale or under review: picture, name, stars, text, link. */
export function productCard(payload: JsonMap): Card {
  const image = imageOf({
    src: payload['productImageSrc'],
    width: payload['productImageWidth'],
    height: payload['productImageHeight'],
    alt: plain(payload['productTitle']),
  });
  const stars = isTrue(payload['productRatingEnabled']) ? starsOf(payload['productStarRating']) : null;
  const button = isTrue(payload['productButtonEnabled']);
  return htmlCard(
    [
      block('p', image),
      block('h4', textOf(payload['productTitle'])),
      block('p', stars),
      text(payload['productDescription']),
      button ? buttonOf(payload['productButton'], payload['productUrl']) : '',
    ].join('\n'),
  );
}

function starsOf(rating: unknown): string | null {
  const count = Math.round(Number(textOf(rating)));
  return count >= 1 && count <= 5 ? '★'.repeat(count) + '☆'.repeat(5 - count) : null;
}

/** A banner: heading, line below it, button. A picture beside them is shown; one behind them is decoration. */
export function headerCard(payload: JsonMap): Card {
  const button = isTrue(payload['buttonEnabled']);
  const image = imageOf({
    src: payload['layout'] === 'split' ? payload['backgroundImageSrc'] : null,
    width: payload['backgroundImageWidth'],
    height: payload['backgroundImageHeight'],
  });
  return htmlCard(
    [
      ...(image === '' ? [] : [block('p', image)]),
      block('h2', inline(payload['header'])),
      text(payload['subheader']),
      button ? buttonOf(payload['buttonText'], payload['buttonUrl']) : '',
    ].join('\n'),
  );
}

/** An advertisement of the author's own, as a quote: label, picture, text, button. */
export function callToActionCard(payload: JsonMap): Card {
  const image = imageOf({
    src: payload['hasImage'] === false ? null : payload['imageUrl'],
    width: payload['imageWidth'],
    height: payload['imageHeight'],
  });
  const label = payload['hasSponsorLabel'] === false ? '' : text(payload['sponsorLabel']);
  const button = payload['showButton'] === false ? '' : buttonOf(payload['buttonText'], payload['buttonUrl']);
  const said = text(payload['textValue']);
  return htmlCard(
    said + image + button === ''
      ? ''
      : element('blockquote', [label, image === '' ? '' : figure(image, null), said, button].join('\n')),
  );
}

/** A token of art on a chain, as Ghost 4 embedded it. */
export function nftCard({ url, imageUrl, title, caption }: JsonMap): Card {
  const name = textOf(title) ?? textOf(url) ?? '';
  const image = imageOf({ src: imageUrl, alt: name });
  return htmlCard(figure(linked(image === '' ? escaped(name) : image, textOf(url)), caption));
}

/** HTML that an author wrote in a field: as it is where it has blocks, else a paragraph. */
function text(value: unknown): string {
  const html = rawText(value);
  return /<(?:p|ul|ol|blockquote|h[1-6])\b/i.test(html) ? html : block('p', textOf(html));
}

/** HTML that goes into a heading. */
function inline(value: unknown): string {
  return rawText(value).replace(/<\/?(?:p|h[1-6]|div)\b[^<>]*>/gi, '');
}

function plain(value: unknown): string {
  return rawText(value).replace(/<[^<>]*>/g, '');
}
