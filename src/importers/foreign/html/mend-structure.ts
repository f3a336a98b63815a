import type { Element, ElementContent, Root } from 'hast';
import { elementsOf, hasElement, replaceElements } from '../../../domain/tree-elements.ts';
import { aroundCode, blockOfBrokenCode } from './broken-code.ts';
import { mendCodeLines } from './code-lines.ts';
import { oldCaption } from './old-captions.ts';
import { flattenFigure } from './plain-figures.ts';

/**
 * Takes away what only served a page's looks: figures around figures and lists of them (galleries), tables
 * around a single thing, the buttons around links, the numbers of lines beside code. Says alignment as an
 * attribute does. Comments go, but for the mark of an excerpt.
 */
export function mendStructure(tree: Root): void {
  dropComments(tree);
  replaceElements(tree, (element, parent) => {
    if (isGutter(element) || isEmptyCaption(element) || !mendCodeLines(element, parent)) return [];
    blockOfBrokenCode(element, parent);
    if (element.tagName === 'p' && hasElement(element, /^pre$/)) return aroundCode(element);
    if (element.tagName === 'button') element.tagName = 'span';
    else if (element.tagName === 'acronym') element.tagName = 'abbr';
    const captioned = oldCaption(element);
    if (captioned) return [captioned];
    if (element.tagName === 'figure') flattenFigure(element);
    if (element.tagName === 'math') return formulaOf(element);
    else if (isGallery(element)) return withoutList(element);
    else if (element.tagName === 'table') return soleCell(element)?.children ?? [element];
    nameAlignment(element);
    return [element];
  });
}

function dropComments(node: Root | Element): void {
  const kept: ElementContent[] = [];
  for (const child of node.children) {
    if (child.type === 'element') dropComments(child);
    const isMark = child.type === 'comment' && /^\s*(?:more\b|excerpt\s*$|truncate\s*$)/.test(child.value);
    if (child.type === 'element' || child.type === 'text' || isMark) kept.push(child);
  }
  node.children = kept;
}

/** A list, or a figure, that holds figures. */
function isGallery(element: Element): boolean {
  if (element.tagName === 'figure') return hasElement(element, /^figure$/);
  if (element.tagName !== 'ul' && element.tagName !== 'ol') return false;
  const items = element.children.filter((child) => child.type === 'element');
  return items.length > 0 && items.every((item) => isOnlyFigures(item));
}

function isOnlyFigures(item: Element): boolean {
  const children = item.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return (
    children.length > 0 && children.every((child) => child.type === 'element' && child.tagName === 'figure')
  );
}

/** What is in a gallery, each thing by itself; its own caption as a paragraph. */
function withoutList(element: Element): ElementContent[] {
  return element.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    if (/^(?:ul|ol|li)$/.test(child.tagName)) return withoutList(child);
    return [child.tagName === 'figcaption' ? { ...child, tagName: 'p' } : child];
  });
}

/** The cell of a table that has no other: it was to place something on the page. */
function soleCell(table: Element): Element | null {
  const boxes = table.children.filter((child): child is Element => child.type === 'element');
  const [only, ...others] = boxes.filter(({ tagName }) => tagName !== 'colgroup');
  if (!only || others.length > 0) return null;
  if (only.tagName === 'td') return only;
  return /^(?:tbody|tr)$/.test(only.tagName) ? soleCell(only) : null;
}

/** `text-align` as it is in styles, and in the classes of WordPress. */
function nameAlignment({ tagName, properties }: Element): void {
  if (!/^(?:p|div|td|th)$/.test(tagName) || properties['align'] != null) return;
  const { style, className } = properties;
  const said = `${typeof style === 'string' ? style : ''};${Array.isArray(className) ? className.join(' ') : ''}`;
  const [, align] = /(?:text-align\s*:\s*|has-text-align-)(center|right)/i.exec(said) ?? [];
  if (align !== undefined) properties['align'] = align.toLowerCase();
}

/** Editors of tables write one where there are no words. */
function isEmptyCaption({ tagName, children }: Element): boolean {
  return (
    tagName === 'caption' && children.every((child) => child.type === 'text' && child.value.trim() === '')
  );
}

/** Numbers of lines, of Hexo, Rouge, Pygments, Crayon and SyntaxHighlighter. */
function isGutter({ tagName, properties }: Element): boolean {
  const names = Array.isArray(properties['className']) ? properties['className'].map(String) : [];
  return (
    /^(?:td|div|pre|span|code)$/.test(tagName) &&
    names.some((name) =>
      /^(?:gutter|gl|rouge-gutter|linenos|lineno|line-numbers-rows|crayon-nums)$/.test(name),
    )
  );
}

/** A formula as it was typed, where MathML says so. */
function formulaOf(math: Element): ElementContent[] {
  const inside = elementsOf(math).map((inner) => inner.element);
  const tex = inside.find(
    ({ tagName, properties }) => tagName === 'annotation' && /tex/i.test(String(properties['encoding'])),
  );
  const [text] = tex?.children ?? [];
  const written = text?.type === 'text' ? text.value : math.properties['alttext'];
  if (typeof written !== 'string') return [math];
  const value = { type: 'text', value: written } as const;
  return [{ type: 'element', tagName: 'code', properties: {}, children: [value] }];
}
