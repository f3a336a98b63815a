import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { boundedMarkdown } from '../../domain/markup/bounded-markdown.ts';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** A piece of a tree, and where it stands in the source. */
export interface Placed {
  readonly node: Nodes;
  readonly start: number;
  readonly end: number;
}

/** Markdown as a tree; null for what was not written to be read: it stays as it is. */
export function markdownTree(source: string): Root | null {
  return boundedMarkdown(source) === source ? parser.parse(source) : null;
}

/** The nodes of a tree, each before those in it. */
export function placedNodes(tree: Nodes): Placed[] {
  const found: Placed[] = [];
  const left: Nodes[] = [tree];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    found.push(...placed(node));
    // One by one: a text may have more parts than a call takes arguments.
    if ('children' in node) for (const child of node.children.toReversed()) left.push(child);
  }
  return found;
}

/** A node with its place; none where the parser gave it none. */
export function placed(node: Nodes): Placed[] {
  const [start, end] = [node.position?.start.offset, node.position?.end.offset];
  return start === undefined || end === undefined ? [] : [{ node, start, end }];
}
