import { parseBody, sanitiseBody } from './body-tree.ts';
import { numberHeadings } from './table-of-contents.ts';
import { elementsOf } from './tree-elements.ts';

/** What a body links to, and what in it can be linked to. */
export interface BodyOutline {
  /** Addresses of its links, percent-decoded. */
  readonly links: ReadonlySet<string>;
  /** Ids of its headings and of other elements. */
  readonly anchors: ReadonlySet<string>;
}

/**
 * The links and anchors that a Markdown body has once it is rendered, found without the rest of the
 * rendering. Null for one whose blocks are nested thousands deep.
 */
export function bodyOutline(markdown: string): BodyOutline | null {
  try {
    return outlineOf(markdown);
  } catch (error) {
    // As in render-body.ts: the parsers recurse.
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
}

function outlineOf(markdown: string): BodyOutline {
  const tree = sanitiseBody(parseBody(markdown));
  numberHeadings(tree);
  const links = new Set<string>();
  const anchors = new Set<string>();
  for (const { element } of elementsOf(tree)) {
    const { href, id, name } = element.properties;
    if (typeof href === 'string') links.add(decoded(href));
    for (const anchor of [id, name]) if (typeof anchor === 'string') anchors.add(anchor);
  }
  return { links, anchors };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
