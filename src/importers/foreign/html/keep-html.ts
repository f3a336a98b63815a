import type { Element, ElementContent, Parents, Root } from 'hast';
import { elementsOf, hasElement } from '../../../domain/tree-elements.ts';
import { finishedHtml, openingTag } from './finished-html.ts';
import { footnoteMark } from './footnotes.ts';
import { blockHtml, inlineHtml, keptHtml } from './kept-html.ts';
import { needsTags } from './mark-edges.ts';
import { blockNames, tagged } from './mend-marks.ts';
import { flattenCells, isSimpleTable } from './simple-tables.ts';

/** More signs than any paragraph of prose has; see domain/markup/bounded-markdown.ts. */
const maxSigns = 400;

/**
 * Makes finished HTML of what Markdown cannot say: captions, folded text, tables with merged cells, lists of
 * definitions, marks of running text. What holds blocks of its own keeps them in Markdown, between its tags.
 */
export function keepHtml(tree: Root): void {
  keepChildren(tree);
}

function keepChildren(parent: Parents): void {
  const kept: ElementContent[] = [];
  for (const [at, child] of parent.children.entries()) {
    if (child.type === 'element') {
      const inTags = needsTags(child, parent.children[at - 1], parent.children[at + 1]);
      kept.push(...keep(child, inTags));
    } else if (child.type !== 'doctype') kept.push(child);
  }
  parent.children = kept;
}

function keep(element: Element, inTags = false): ElementContent[] {
  const { tagName } = element;
  if (tagName === 'table' && isSimpleTable(element)) flattenCells(element);
  else if (isFinished(element)) return finish(element);
  else if (isContainer(element)) return contain(element);
  if (tagName === 'br') return [element];
  if (isSizedElsewhere(element)) return [keptHtml(inlineHtml, openingTag(element))];
  keepChildren(element);
  return inTags || isMark(element) ? markWithTags(element) : [element];
}

/**
 * A picture of another site whose size is known: Markdown cannot say it, and nobody could read it from the file, so
 * that the page would jump.
 */
function isSizedElsewhere({ tagName, properties: { src, width, height } }: Element): boolean {
  const isSized = [width, height].every((size) => /^[1-9]\d{0,4}$/.test(String(size)));
  return tagName === 'img' && isSized && /^(?:https?:)?\/\//i.test(text(src));
}

/** What no part of can be said in Markdown. */
function isFinished(element: Element): boolean {
  const { tagName, properties } = element;
  if (tagName === 'table') return true;
  if (tagName === 'dl') return hasElement(element, /^d[td]$/);
  if (tagName === 'figure')
    return isCaptioned(element) && !hasElement(element, /^(?:pre|blockquote|ul|ol|h[1-6]|table)$/);
  if (tagName === 'pre') return hasElement(element, /^(?:a|img|table|pre)$/);
  if (tagName === 'ol') return /^[aAiI]$/.test(text(properties['type'])) || properties['reversed'] === true;
  if (tagName === 'a')
    return hasElement(element, /^(?:figure|table|dl|ul|ol|pre|blockquote|details|aside|hr)$/);
  if (tagName === 'p') return (isAligned(element) && hasText(element)) || isTooSigned(element);
  return false;
}

/** Boxes that say something and hold blocks. */
function isContainer(element: Element): boolean {
  const { tagName, properties } = element;
  if (/^(?:details|aside)$/.test(tagName)) return true;
  if (tagName === 'figure') return isCaptioned(element);
  if (tagName === 'div' || tagName === 'center') {
    return ((isAligned(element) || tagName === 'center') && hasText(element)) || properties['dir'] === 'rtl';
  }
  return false;
}

/** HTML in one piece; but where a footnote is called, Markdown must be read. */
function finish(element: Element): ElementContent[] {
  if (!hasElement(element, new RegExp(`^${footnoteMark}$`)))
    return [keptHtml(blockHtml, finishedHtml(element))];
  return contain(element);
}

/** The tags of an element, each by itself, around Markdown. */
function contain(element: Element): ElementContent[] {
  const { tagName } = element;
  const shown =
    tagName === 'center' ? { ...element, tagName: 'div', properties: { align: 'center' } } : element;
  const summary = element.children.find((child) => child.type === 'element' && child.tagName === 'summary');
  const title = summary?.type === 'element' ? `\n${finishedHtml(summary)}` : '';
  const inside = element.children.filter((child) => child !== summary);
  const [opening, closing] = [openingTag(shown) + title, `</${shown.tagName}>`];
  const content = inside.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    const boxed = /^(?:thead|tbody|tfoot|tr|t[dh]|caption|d[td]|figcaption|li)$/.test(child.tagName);
    return boxed && !isListItem(child, element) ? finish(child) : keep(child);
  });
  return [keptHtml(blockHtml, opening), ...content, keptHtml(blockHtml, closing)];
}

/** Of a list that is Markdown. */
function isListItem({ tagName }: Element, parent: Element): boolean {
  return tagName === 'li' && !isFinished(parent);
}

function isMark(element: Element): boolean {
  const { tagName, properties } = element;
  if (tagName === 'code') return elementsOf(element).some((inner) => inner.element.tagName !== 'span');
  if (tagName === 'abbr' || tagName === 'time') return Object.keys(properties).length > 0;
  return tagged.test(tagName);
}

function markWithTags(element: Element): ElementContent[] {
  if (hasElement(element, blockNames)) return element.children;
  return [
    keptHtml(inlineHtml, openingTag(element)),
    ...element.children,
    keptHtml(inlineHtml, `</${element.tagName}>`),
  ];
}

function isCaptioned(figure: Element): boolean {
  return elementsOf(figure).some(({ element }) => element.tagName === 'figcaption' && hasText(element));
}

function isAligned({ properties }: Element): boolean {
  return /^(?:center|right)$/i.test(text(properties['align']));
}

function hasText(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  return node.type === 'element' && (node.tagName === footnoteMark || node.children.some(hasText));
}

function isTooSigned(paragraph: Element): boolean {
  const count = (node: ElementContent): number => {
    if (node.type === 'text') return node.value.match(/[*_~[\]!<&`\\]/g)?.length ?? 0;
    return node.type === 'element' ? node.children.reduce((sum, child) => sum + count(child), 4) : 0;
  };
  return count(paragraph) > maxSigns && !hasElement(paragraph, new RegExp(`^${footnoteMark}$`));
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
