import type { BodyPieces } from '../body-pieces.ts';
import type { Budget } from '../budget.ts';
import { readCard, isCard } from '../cards/read-card.ts';
import { joinRuns, type Run } from '../formatted-runs.ts';
import { escaped } from '../../../text/html-source.ts';
import { linked } from '../links.ts';
import { isMap, listOf, rawText, textOf, type JsonMap } from '../../../fields/json-values.ts';

/** Lexical's format bits (LexicalConstants.ts) that mean something in HTML. */
const formats: readonly (readonly [bit: number, element: string])[] = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [8, 'u'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
  [128, 'mark'],
];

/** What a walk through a document carries along. */
export interface Walk {
  readonly budget: Budget;
  readonly pieces: BodyPieces;
}

/** The nodes of a line (text, links, line breaks) as HTML. */
export function inlineHtml(nodes: unknown, walk: Walk, depth: number): string {
  return joinRuns(listOf(nodes).flatMap((node) => (isMap(node) ? runsOf(node, walk, depth) : [])));
}

const none: ReadonlySet<string> = new Set();

function runsOf(node: JsonMap, walk: Walk, depth: number): readonly Run[] {
  walk.budget.spend(depth);
  const type = rawText(node['type']);
  if (type === 'linebreak') return [{ html: '<br>', marks: none }];
  if (type === 'tab') return [{ html: '\t', marks: none }];
  if (type === 'link' || type === 'autolink') return linkRuns(node, walk, depth);
  // What somebody began to look for, and left open: Ghost does not show it.
  if (type === 'at-link' || type === 'at-link-search') return [];
  if (isCard(type)) return cardRuns(type, node, walk);
  const { children, text, format } = node;
  if (Array.isArray(children))
    return children.flatMap((child) => (isMap(child) ? runsOf(child, walk, depth + 1) : []));
  return typeof text === 'string' && text !== '' ? [{ html: escaped(text), marks: marksOf(format) }] : [];
}

function marksOf(format: unknown): ReadonlySet<string> {
  if (typeof format !== 'number' || format === 0) return none;
  return new Set(formats.flatMap(([bit, name]) => ((format & bit) === 0 ? [] : [name])));
}

/** Marks that the whole link has stand around it: `**[bold](url)**` joins up with bold neighbours. */
function linkRuns(node: JsonMap, walk: Walk, depth: number): readonly Run[] {
  const inside = listOf(node['children']).flatMap((child) =>
    isMap(child) ? runsOf(child, walk, depth + 1) : [],
  );
  const [first, ...rest] = inside;
  if (!first) return [];
  const shared = new Set(
    [...first.marks].filter((mark) => mark !== 'code' && rest.every(({ marks }) => marks.has(mark))),
  );
  const own = inside.map(({ html, marks }) => ({
    html,
    marks: new Set([...marks].filter((mark) => !shared.has(mark))),
  }));
  return [{ html: linked(joinRuns(own), textOf(node['url'])), marks: shared }];
}

/** A card within a line, as no editor of Ghost's makes it. */
function cardRuns(type: string, node: JsonMap, { pieces }: Walk): readonly Run[] {
  const card = readCard(type, node);
  if (!('leftOut' in card) && card.format === 'html') return [{ html: card.text, marks: none }];
  pieces.leftOut('leftOut' in card ? card.leftOut : { why: 'unknown', name: `${type} within a line` });
  return [];
}
