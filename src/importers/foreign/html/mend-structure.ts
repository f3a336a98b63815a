import type { Element, ElementContent, Root } from 'hast';
import { elementsOf } from '../../../domain/tree-elements.ts';

const figures = (element: Element): Element[] =>
  elementsOf(element)
    .map((inner) => inner.element)
    .filter(({ tagName }) => tagName === 'figure');

/**
 * Takes away what only served a page's looks: figures around figures and lists of them (galleries), the
 * buttons around links, the numbers of lines beside code. Comments go, but for the mark of an excerpt.
 */
export function mendStructure(tree: Root): void {
  dropComments(tree);
  for (const { element, parent } of elementsOf(tree)) {
    const at = parent.children.indexOf(element);
    if (at < 0) continue;
    if (element.tagName === 'button') element.tagName = 'span';
    else if (element.tagName === 'math') parent.children.splice(at, 1, ...formulaOf(element));
    else if (isGallery(element)) parent.children.splice(at, 1, ...withoutList(element));
    else if (isGutter(element)) parent.children.splice(at, 1);
  }
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
  if (element.tagName === 'figure') return figures(element).length > 0;
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
