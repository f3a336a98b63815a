import { isMap, listOf, mapOf, rawText } from '../../../fields/json-values.ts';
import { BodyError } from '../body-error.ts';
import { BodyPieces, type ReadBody } from '../body-pieces.ts';
import { Budget, parseStored } from '../budget.ts';
import { imageCard } from '../cards/image-cards.ts';
import { readCard } from '../cards/read-card.ts';
import { block, element } from '../../../text/html-source.ts';
import { markersHtml, type MarkerLists } from './markers.ts';

interface Walk extends MarkerLists {
  readonly cards: readonly unknown[];
  readonly budget: Budget;
  readonly pieces: BodyPieces;
}

/**
 * A body as Ghost 1 to 5 store it: mobiledoc 0.3.
 *
 * @throws {BodyError} when it is none
 */
export function readMobiledoc(stored: unknown): ReadBody {
  const document = parseStored(stored);
  if (!isMap(document) || !Array.isArray(document['sections'])) throw new BodyError('it has no "sections"');
  const version = rawText(document['version']);
  if (version !== '' && !version.startsWith('0.3'))
    throw new BodyError('it is written in another version than 0.3');
  const walk: Walk = {
    markups: listOf(document['markups']),
    atoms: listOf(document['atoms']),
    cards: listOf(document['cards']),
    budget: new Budget(),
    pieces: new BodyPieces(),
  };
  for (const section of document['sections']) readSection(listOf(section), walk);
  return walk.pieces.done();
}

/** Kinds of sections: 1 text, 2 image, 3 list, 10 card. */
function readSection([kind, what, inside]: readonly unknown[], walk: Walk): void {
  walk.budget.spend(1);
  if (kind === 1) walk.pieces.html(textSection(rawText(what), inside, walk));
  else if (kind === 2) walk.pieces.card(imageCard({ src: what }));
  else if (kind === 3) walk.pieces.html(listSection(rawText(what), inside, walk));
  else if (kind === 10) {
    const [name, payload] = listOf(typeof what === 'number' ? walk.cards[what] : null);
    walk.pieces.card(readCard(rawText(name), mapOf(payload)));
  }
}

function textSection(tag: string, markers: unknown, walk: Walk): string {
  const html = markersHtml(markers, walk, walk.budget);
  const name = tag.toLowerCase();
  if (/^h[1-6]$/.test(name)) return block(name, html);
  return /^(?:blockquote|aside|pull-quote)$/.test(name)
    ? block('blockquote', block('p', html))
    : block('p', html);
}

function listSection(tag: string, items: unknown, walk: Walk): string {
  const written = listOf(items)
    .map((markers) => markersHtml(markers, walk, walk.budget))
    .filter((html) => html !== '');
  const inside = written.map((html) => element('li', html)).join('');
  return inside === '' ? '' : element(tag.toLowerCase() === 'ol' ? 'ol' : 'ul', inside);
}
