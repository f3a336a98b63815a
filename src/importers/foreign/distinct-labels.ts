import type { Nodes } from 'mdast';
import { withEdits, type Edit } from '../text/with-edits.ts';
import { markdownTree, placedNodes, type Placed } from './markdown-source.ts';

/**
 * Pieces of a body name their footnotes and the addresses of their links each for itself: as one text, no two of
 * them may have the same name.
 */
export class DistinctLabels {
  readonly #taken = new Set<string>();

  /** The piece, with other labels for those of its definitions that a piece before it has too. */
  of(markdown: string): string {
    const tree = markdown.includes(']:') ? markdownTree(markdown) : null;
    if (tree === null) return markdown;
    const nodes = placedNodes(tree);
    const renamed = new Map<string, string>();
    const own = new Set(nodes.flatMap(({ node }) => (isDefinition(node) ? [keyOf(node)] : [])));
    for (const key of own) if (this.#taken.has(key)) renamed.set(key, this.#free(key, own));
    for (const key of own) this.#taken.add(renamed.get(key) ?? key);
    return renamed.size === 0
      ? markdown
      : withEdits(
          markdown,
          nodes.flatMap((one) => renaming(one, markdown, renamed)),
        );
  }

  #free(key: string, own: ReadonlySet<string>): string {
    for (let count = 2; ; count += 1) {
      const name = `${key}-${count}`;
      if (!this.#taken.has(name) && !own.has(name)) return name;
    }
  }
}

type Labelled = Extract<Nodes, { readonly identifier: string }>;

function isLabelled(node: Nodes): node is Labelled {
  return 'identifier' in node;
}

function isDefinition(node: Nodes): node is Labelled {
  return node.type === 'definition' || node.type === 'footnoteDefinition';
}

/** Footnotes and addresses have names of their own kind: "[^a]" and "[a]" are two. */
function keyOf({ type, identifier }: Labelled): string {
  return `${type.startsWith('footnote') ? '^' : ''}${identifier}`;
}

const first = /^\[((?:[^[\]\\]|\\.)*)\]/s;
const last = /\[((?:[^[\]\\]|\\.)*)\]$/s;

function renaming(
  { node, start, end }: Placed,
  source: string,
  renamed: ReadonlyMap<string, string>,
): Edit[] {
  const name = isLabelled(node) ? renamed.get(keyOf(node)) : undefined;
  if (name === undefined) return [];
  if ('referenceType' in node && node.referenceType === 'shortcut')
    return [{ at: end, remove: 0, insert: `[${name}]` }];
  const text = source.slice(start, end);
  const written = ('referenceType' in node ? last : first).exec(text);
  return written ? [{ at: start + written.index + 1, remove: written[0].length - 2, insert: name }] : [];
}
