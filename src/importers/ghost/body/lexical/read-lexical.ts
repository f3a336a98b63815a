import { isMap, listOf, rawText, textOf, type JsonMap } from '../../../fields/json-values.ts';
import { BodyError } from '../body-error.ts';
import { BodyPieces, type ReadBody } from '../body-pieces.ts';
import { Budget, parseStored } from '../budget.ts';
import { readCard } from '../cards/read-card.ts';
import { codeBlock } from '../cards/text-cards.ts';
import { block } from '../../../text/html-source.ts';
import { inlineHtml, type Walk } from './inline.ts';
import { listHtml } from './lists.ts';
import { tableHtml } from './tables.ts';

/**
 * A body as Ghost 5 and 6 store it: the state of a Lexical editor.
 *
 * @throws {BodyError} when it is none
 */
export function readLexical(stored: unknown): ReadBody {
  const document = parseStored(stored);
  const root = isMap(document) ? document['root'] : null;
  if (!isMap(root)) throw new BodyError('it has no "root"');
  const walk: Walk = { budget: new Budget(), pieces: new BodyPieces() };
  for (const node of listOf(root['children'])) if (isMap(node)) readBlock(node, walk, 1);
  return walk.pieces.done();
}

const inline = new Set([
  'text',
  'extended-text',
  'link',
  'autolink',
  'linebreak',
  'tab',
  'tk',
  'zwnj',
  'emoji',
  'at-link',
]);

function readBlock(node: JsonMap, walk: Walk, depth: number): void {
  walk.budget.spend(depth);
  const type = rawText(node['type']);
  const written = textBlock(type, node, walk, depth);
  if (written !== null) walk.pieces.html(written);
  else if (inline.has(type)) walk.pieces.html(block('p', inlineHtml([node], walk, depth)));
  else if (Array.isArray(node['children'])) {
    // A box that we do not know: what is in it counts.
    for (const child of node['children']) if (isMap(child)) readBlock(child, walk, depth + 1);
  } else walk.pieces.card(readCard(type, node));
}

/** A block of text; null when it is none that we know. */
function textBlock(type: string, node: JsonMap, walk: Walk, depth: number): string | null {
  const line = (): string => inlineHtml(node['children'], walk, depth + 1);
  switch (type) {
    case 'paragraph':
      return block('p', line());
    case 'heading':
    case 'extended-heading':
      return block(headingName(node['tag']), line());
    case 'quote':
    case 'extended-quote':
    case 'aside':
      return block('blockquote', block('p', line()));
    case 'list':
      return listHtml(node, walk, depth);
    case 'table':
      return tableHtml(node, walk, depth);
    case 'code':
      return codeBlock(codeText(node, walk, depth), textOf(node['language']));
    default:
      return null;
  }
}

function headingName(tag: unknown): string {
  return typeof tag === 'string' && /^h[1-6]$/.test(tag) ? tag : 'h2';
}

/** Code as @lexical/code holds it: a node for each word that is coloured. */
function codeText(node: JsonMap, { budget }: Walk, depth: number): string {
  const parts = listOf(node['children']).filter(isMap);
  return parts
    .map((part) => {
      budget.spend(depth);
      if (part['type'] === 'linebreak') return '\n';
      return part['type'] === 'tab' ? '\t' : rawText(part['text']);
    })
    .join('');
}
