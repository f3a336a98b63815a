import type { Element, ElementContent, Parents, Root } from 'hast';
import { hasElement, replaceElements } from '../../../domain/tree-elements.ts';
import { inlineHtml, keptHtml } from './kept-html.ts';
import { blockNames } from './mend-marks.ts';

/**
 * Makes paragraphs where pages make do with two line breaks, and takes away those that are only space; in a
 * heading, which is one line of Markdown, a break stands as HTML.
 */
export function mendParagraphs(tree: Root): void {
  replaceElements(tree, (element) => {
    const { tagName } = element;
    if (/^h[1-6]$/.test(tagName)) return mendHeading(element);
    if (tagName === 'p') return split(element.children, element);
    if (/^(?:div|section|article|blockquote|center|aside)$/.test(tagName)) splitLoose(element);
    return [element];
  });
  splitLoose(tree);
}

function mendHeading(heading: Element): ElementContent[] {
  if (hasElement(heading, /^(?:ul|ol|dl|pre|table|blockquote|h[1-6]|hr|figure|details|kept-block-html)$/)) {
    return heading.children;
  }
  replaceElements(heading, (element) => {
    if (element.tagName === 'br') return [keptHtml(inlineHtml, '<br>')];
    return blockNames.test(element.tagName) ? [...element.children, { type: 'text', value: ' ' }] : [element];
  });
  while (isBreak(heading.children.at(-1))) heading.children.pop();
  while (isBreak(heading.children[0])) heading.children.shift();
  return heading.children.every(isBlank) ? [] : [heading];
}

function isBreak(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && node.tagName === inlineHtml && node.properties['html'] === '<br>';
}

/** Running text that no paragraph holds, where two breaks part it. */
function splitLoose(box: Parents): void {
  const written: ElementContent[] = [];
  let run: ElementContent[] = [];
  const flush = (): void => {
    const parts = split(run, null);
    for (const node of parts.length === 1 ? run : parts) written.push(node);
    run = [];
  };
  for (const child of box.children) {
    if (child.type === 'doctype') continue;
    if (child.type === 'element' && isBlock(child)) {
      flush();
      written.push(child);
    } else run.push(child);
  }
  flush();
  box.children = written;
}

function isBlock(element: Element): boolean {
  return blockNames.test(element.tagName) || hasElement(element, blockNames);
}

/** The paragraphs of a run of text. */
function split(nodes: readonly ElementContent[], like: Element | null): ElementContent[] {
  const paragraphs: ElementContent[][] = [[]];
  let breaks: ElementContent[] = [];
  for (const node of nodes) {
    const open = paragraphs.at(-1) ?? [];
    if (node.type === 'element' && node.tagName === 'br') breaks.push(node);
    else if (breaks.length > 0 && node.type === 'text' && node.value.trim() === '') continue;
    else if (breaks.length > 1 && open.length > 0) paragraphs.push([node]);
    else open.push(...breaks, node);
    if (node.type !== 'element' || node.tagName !== 'br') breaks = [];
  }
  return paragraphs
    .filter((children) => !children.every(isBlank))
    .map((children) => ({ type: 'element', tagName: 'p', properties: { ...like?.properties }, children }));
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'text' ? node.value.trim() === '' : node.type === 'element' && node.tagName === 'br';
}
