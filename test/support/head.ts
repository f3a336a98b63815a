import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';

/** An element as it came out of a parser. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string;
}

type TreeNode = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

/** A page whose head is given. */
export function pageWith(head: string): string {
  return `<!doctype html><html><head><meta charset="utf-8">\n${head}\n</head><body><p>The page.</p></body></html>`;
}

/** What a parser by the book makes of the head of a page; what fell out of the head is not among it. */
export function elementsOfHead(page: string): Element[] {
  const head = find(parse(page), 'head');
  const children = head !== null && 'childNodes' in head ? head.childNodes : [];
  return children
    .filter((node) => 'tagName' in node)
    .map((node) => ({
      tag: node.tagName,
      attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
      content: node.childNodes.map((text) => ('value' in text ? text.value : '')).join(''),
    }));
}

/** The names of all elements of a page. */
export function tagsOfPage(page: string): string[] {
  const names = (node: TreeNode): string[] => [
    ...('tagName' in node ? [node.tagName] : []),
    ...('childNodes' in node ? node.childNodes.flatMap(names) : []),
  ];
  return names(parse(page));
}

function find(node: TreeNode, tag: string): TreeNode | null {
  if ('tagName' in node && node.tagName === tag) return node;
  const children = 'childNodes' in node ? node.childNodes : [];
  return children.map((child) => find(child, tag)).find((found) => found !== null) ?? null;
}
