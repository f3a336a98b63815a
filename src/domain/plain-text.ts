import type { Element, ElementContent, Root, RootContent } from 'hast';

/** A block of a body as text. */
export interface TextBlock {
  readonly text: string;
  /** `other`: code, a table's row, a caption, a title, a footnote. */
  readonly kind: 'heading' | 'paragraph' | 'item' | 'quote' | 'other';
  /** It stands before the more-mark. False everywhere in a body without one. */
  readonly beforeMore: boolean;
}

/**
 * The marks that part an excerpt from the rest: Hugo, Hexo, Zola, Jekyll and WordPress say `more`,
 * Docusaurus `truncate`, Eleventy `excerpt`. A separator of a site's own is the importer's to translate.
 */
const moreMark = /^\s*(?:more\b.*|truncate|excerpt)\s*$/i;

const lines = new Set(
  (
    'address article aside blockquote caption center dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 ' +
    'header hr li main nav ol p pre section summary table tbody tfoot thead tr ul'
  ).split(' '),
);
const others = new Set(['pre', 'tr', 'caption', 'figcaption', 'summary', 'aside', 'table', 'section']);

/** What a reader reads of a tree, block by block; back arrows and numbers of footnotes are left out. */
export function textBlocks(root: Root): TextBlock[] {
  const blocks: TextBlock[] = [];
  let open = '';
  let marked: number | null = null;
  let kind: TextBlock['kind'] = 'paragraph';

  const end = (): void => {
    const text = open
      .replace(/ +/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim();
    if (text !== '') blocks.push({ text, kind, beforeMore: false });
    open = '';
  };
  const visit = (node: RootContent): void => {
    if (node.type === 'text') open += node.value.replace(/\s+/g, ' ');
    else if (node.type === 'comment') {
      if (marked === null && moreMark.test(node.value)) {
        end();
        marked = blocks.length;
      }
    } else if (node.type === 'element' && !isUnread(node)) visitElement(node);
  };
  const visitElement = (element: Element): void => {
    const { tagName } = element;
    if (tagName === 'br') open += '\n';
    else if (tagName === 'pre') {
      end();
      const code = textOf(element).replace(/^\n|\s+$/g, '');
      if (code.trim() !== '') blocks.push({ text: code, kind: 'other', beforeMore: false });
    } else if (!lines.has(tagName)) {
      element.children.forEach(visit);
      if (tagName === 'td' || tagName === 'th') open += ' ';
    } else {
      const outer = kind;
      end();
      kind = kindWithin(element, outer);
      element.children.forEach(visit);
      end();
      kind = outer;
    }
  };
  root.children.forEach(visit);
  end();
  return blocks.map((block, index) => ({ ...block, beforeMore: index < (marked ?? 0) }));
}

/** The same as one text, a block a line. */
export function blockText(root: Root): string {
  return textBlocks(root)
    .map(({ text }) => text)
    .join('\n');
}

/** The text of a node, as it is. */
export function textOf(node: ElementContent | RootContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' && !isUnread(node) ? node.children.map(textOf).join('') : '';
}

function kindWithin({ tagName }: Element, outer: TextBlock['kind']): TextBlock['kind'] {
  if (outer === 'other' || others.has(tagName)) return 'other';
  if (/^h[1-6]$/.test(tagName)) return 'heading';
  if (tagName === 'li' || tagName === 'dd' || tagName === 'dt') return 'item';
  return tagName === 'blockquote' ? 'quote' : outer;
}

/** Marks of footnotes, and the label above them that only screen readers see. */
function isUnread({ properties }: Element): boolean {
  const { className } = properties;
  const hidden = Array.isArray(className) && className.includes('sr-only');
  return hidden || 'dataFootnoteRef' in properties || 'dataFootnoteBackref' in properties;
}
