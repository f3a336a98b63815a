import { isMap, rawText, type JsonMap } from '../../../fields/json-values.ts';
import { htmlCard, noCard, type Card, type CardReader, type LeftOut } from './card.ts';
import { callToActionCard, headerCard, nftCard, productCard } from './feature-cards.ts';
import { beforeAfterCard, galleryCard, imageCard } from './image-cards.ts';
import { audioCard, bookmarkCard, buttonCard, embedCard, fileCard, videoCard } from './link-cards.ts';
import { calloutCard, codeCard, markdownCard, ownHtmlCard, toggleCard } from './text-cards.ts';

function left(why: LeftOut['why'], name: string): CardReader {
  return () => ({ leftOut: { why, name } });
}

/** Cards of the editors of Ghost 1 to 6, by name; mobiledoc and lexical call some differently. */
const readers: ReadonlyMap<string, CardReader> = new Map<string, CardReader>([
  ['image', imageCard],
  ['gallery', galleryCard],
  ['before-after', beforeAfterCard],
  ['code', codeCard],
  ['codeblock', codeCard],
  ['markdown', markdownCard],
  ['html', ownHtmlCard],
  ['embed', embedCard],
  ['bookmark', bookmarkCard],
  ['button', buttonCard],
  ['callout', calloutCard],
  ['toggle', toggleCard],
  ['hr', () => htmlCard('<hr>')],
  ['horizontalrule', () => htmlCard('<hr>')],
  ['video', videoCard],
  ['audio', audioCard],
  ['file', fileCard],
  ['product', productCard],
  ['header', headerCard],
  ['call-to-action', callToActionCard],
  ['nft', nftCard],
  // Only the part of a post above it is public where a post is for members; such posts are drafts here.
  ['paywall', () => noCard],
  ['email', left('mail', 'email')],
  ['email-cta', left('mail', 'email-cta')],
  ['signup', left('form', 'signup')],
  ['collection', left('live', 'collection')],
  ['transistor', left('live', 'transistor')],
]);

/** Ghost 1 wrote "card-markdown", and tools of others "image-card". */
function plainName(name: string): string {
  return readers.has(name) ? name : name.replace(/^card-|-card$/g, '');
}

/** Whether there is a card of this name. */
export function isCard(name: string): boolean {
  return readers.has(plainName(name));
}

/** A card as a piece of the body. One that we do not know shows its HTML where it holds some. */
export function readCard(name: string, payload: JsonMap): Card {
  if (isHidden(payload['visibility'])) return { leftOut: { why: 'members', name: known(name) } };
  const read = readers.get(plainName(name));
  if (read) return read(payload);
  const html = rawText(payload['html']);
  return html.trim() === '' ? { leftOut: { why: 'unknown', name: known(name) } } : htmlCard(html);
}

/** A name fit to be told. */
function known(name: string): string {
  return /^[\w-]{1,40}$/.test(name) ? name : 'without a name';
}

/**
 * Whether a card is not for everybody who comes by. Ghost 5.100 and later: `web.nonMember`; before it
 * `showOnWeb`, and at first `emailOnly`.
 */
function isHidden(visibility: unknown): boolean {
  if (!isMap(visibility)) return false;
  const { web, showOnWeb, emailOnly } = visibility;
  if (isMap(web) && web['nonMember'] !== undefined) return web['nonMember'] !== true;
  return showOnWeb === false || emailOnly === true;
}
