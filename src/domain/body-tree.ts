import type { Nodes, Parents, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { markAbbreviations, readAbbreviations } from './abbreviations.ts';
import { boundedMarkdown } from './markup/bounded-markdown.ts';
import { plainMarkdown } from './markup/plain-markdown.ts';
import { sanitiseSchema } from './sanitise-schema.ts';
import { elementsOf } from './tree-elements.ts';

const toTree = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: '' })
  .freeze();
const parseHtml = unified().use(rehypeRaw).freeze();
const sanitise = unified().use(rehypeSanitize, sanitiseSchema).freeze();
const serialise = unified()
  .use(rehypeStringify, { characterReferences: { useNamedReferences: true } })
  .freeze();

/** A body and the HTML in it as one tree, not yet safe. */
export function parseBody(markdown: string): Root {
  const wellFormed = markdown.toWellFormed().replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd');
  const { markdown: text, meanings } = readAbbreviations(wellFormed);
  const tree = parseMarkdown(plainMarkdown(text));
  markAbbreviations(tree, meanings);
  return tree;
}

/** The same of a text that is nothing but Markdown: CommonMark with the additions of GitHub. */
export function parseMarkdown(markdown: string): Root {
  const source = boundedMarkdown(markdown);
  const tree = toTree.runSync(toTree.parse(source));
  // Most posts hold no HTML, and its parser costs more than the rest together.
  return hasHtml(tree) ? parseHtml.runSync(tree) : tree;
}

function hasHtml(node: Nodes): boolean {
  return node.type === 'raw' || ('children' in node && node.children.some(hasHtml));
}

/** The tree with nothing but what `sanitiseSchema` lets through. */
export function sanitiseBody(tree: Root): Root {
  const safe = sanitise.runSync(tree);
  for (const { element } of elementsOf(safe)) {
    const { className } = element.properties;
    if (Array.isArray(className) && className.length === 0) delete element.properties.className;
  }
  return safe;
}

/** HTML of a tree that was sanitised. */
export function serialiseBody(tree: Root): string {
  return serialise.stringify(tree).trim();
}

/** The tree of stored HTML, a whole body or a part of one. */
export function readStoredHtml(html: string): Root {
  return parseHtml.runSync({ type: 'root', children: [{ type: 'raw', value: html }] });
}

/** Takes the comments out; they were kept for the more-mark. */
export function dropComments(node: Parents): void {
  if (node.children.some(({ type }) => type === 'comment')) {
    node.children = node.children.filter((child) => child.type === 'element' || child.type === 'text');
  }
  for (const child of node.children) if (child.type === 'element') dropComments(child);
}
