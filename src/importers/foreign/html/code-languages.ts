import type { Element, Root } from 'hast';
import { textOf } from '../../../domain/plain-text.ts';
import { elementsOf, replaceElements } from '../../../domain/tree-elements.ts';
import type { PlacedElement } from '../../../domain/tree-elements.ts';

/** Words that stand among a code's classes and name no language. */
const noLanguage = new Set(
  (
    'hljs prettyprint prettyprinted linenums line-numbers code block code-block highlight highlighter-rouge source ' +
    'sourcecode src wp-block-code wp-block-preformatted syntaxhighlighter no-highlight nohighlight notranslate ' +
    'codehilite chroma rouge brush crayon-plain toolbar numbersource numbering alt even odd none plain text'
  ).split(' '),
);
const named =
  /(?:^|\s)(?:language-|lang-|lang:|brush:\s*|highlight-source-|highlight-text-|sourceCode\s+)([a-z][\w+#-]{0,30})/i;
/** Marks on which classes of one bare word are languages. */
const highlighter = /(?:^|\s)(?:hljs|prettyprint|sourceCode|highlight|codehilite|src)(?:\s|$)/;

/**
 * Gives every block of code the class that Markdown's language comes from (`language-js`), wherever its page
 * had it: on `pre`, on `code`, or on a box around them; and makes plain text of what a highlighter coloured.
 */
export function nameCodeLanguages(tree: Root): void {
  const holders = new Map<unknown, PlacedElement>();
  for (const placed of elementsOf(tree)) {
    const { element, parent } = placed;
    holders.set(element, placed);
    if (element.tagName !== 'pre' || !isOnlyCode(element)) continue;
    const around = [parent, holders.get(parent)?.parent].filter(
      (node) => node?.type === 'element' && isCodeBox(node),
    );
    const inside = elementsOf(element).map((inner) => inner.element);
    const code = inside.filter(({ tagName }) => tagName === 'code');
    const language = [...code, element, ...around]
      .map((node) => (node?.type === 'element' ? languageOf(node) : null))
      .find((found) => found !== null);
    if (isVerse(element)) toVerse(element);
    // Code in colours has no links, whatever is in it (domain/highlight.ts).
    else if (language !== undefined || !hasLinks(element)) setCode(element, language ?? null);
  }
}

/** Without pictures, which a block of code cannot show. */
function isOnlyCode(pre: Element): boolean {
  return elementsOf(pre).every(({ element }) => !/^(?:img|iframe|table|pre)$/.test(element.tagName));
}

/** Links that are more than an address made one. */
function hasLinks(pre: Element): boolean {
  return elementsOf(pre).some(({ element }) => {
    const { href } = element.properties;
    return (
      element.tagName === 'a' &&
      typeof href === 'string' &&
      /[^#]/.test(href) &&
      !href.includes(textOf(element).trim())
    );
  });
}

/** A box is one of code when it is called so, or holds nothing else. It is asked for each `pre` in it. */
function isCodeBox(element: Element): boolean {
  if (!/^(?:div|figure|td|p)$/.test(element.tagName)) return false;
  if (classesOf(element) !== '') return true;
  let filled = 0;
  for (const child of element.children) {
    if (child.type !== 'text' || child.value.trim() !== '') filled += 1;
    if (filled > 1) return false;
  }
  return filled === 1;
}

function classesOf({ properties }: Element): string {
  const { className } = properties;
  return Array.isArray(className) ? className.join(' ') : '';
}

function languageOf(element: Element): string | null {
  const { properties } = element;
  const data = ['dataLanguage', 'dataEnlighterLanguage', 'dataLang', 'dataCodeBlockLang', 'lang', 'language']
    .map((name) => properties[name])
    .find((value) => typeof value === 'string' && /^[a-z][\w+#-]{0,30}$/i.test(value));
  const classes = classesOf(element);
  const bare = highlighter.test(classes)
    ? classes
        .split(/\s+/)
        .find((name) => /^[a-z][\w+#]{0,20}$/i.test(name) && !noLanguage.has(name.toLowerCase()))
    : undefined;
  const found = named.exec(classes)?.[1] ?? (typeof data === 'string' ? data : bare);
  if (found === undefined || noLanguage.has(found.toLowerCase())) return null;
  return found.toLowerCase();
}

function isVerse(pre: Element): boolean {
  return /(?:^|\s)wp-block-verse(?:\s|$)/.test(classesOf(pre));
}

/** Lines of a poem are lines of text. */
function toVerse(pre: Element): void {
  pre.tagName = 'p';
  for (const element of [pre, ...elementsOf(pre).map((inner) => inner.element)]) {
    element.children = element.children.flatMap((child) =>
      child.type !== 'text' ? [child] : breakLines(child.value),
    );
  }
}

function breakLines(text: string): Element['children'] {
  return text.split('\n').flatMap((line, index): Element['children'] => {
    const value = { type: 'text', value: line } as const;
    return index === 0 ? [value] : [{ type: 'element', tagName: 'br', properties: {}, children: [] }, value];
  });
}

function setCode(pre: Element, language: string | null): void {
  replaceElements(pre, (element) => (element.tagName === 'br' ? [{ type: 'text', value: '\n' }] : [element]));
  const value = textOf(pre).replace(/\u00a0/g, ' ');
  const className = language === null ? {} : { className: [`language-${language}`] };
  const code: Element = {
    type: 'element',
    tagName: 'code',
    properties: className,
    children: [{ type: 'text', value }],
  };
  pre.children = [code];
}
