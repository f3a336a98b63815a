import type { Element, Root } from 'hast';
import type { FootnoteDefinition, FootnoteReference, Html, ListItem, Yaml } from 'mdast';
import rehypeRemark from 'rehype-remark';
import type { Options } from 'rehype-remark';
import { unified } from 'unified';
import { footnoteMark, footnoteText } from './footnotes.ts';
import { blockHtml, htmlOf, inlineHtml } from './kept-html.ts';
import { blockNames } from './mend-marks.ts';
import { stringifyMarkdown } from './stringify-markdown.ts';

const handlers: NonNullable<Options['handlers']> = {
  li: (state, element): ListItem => {
    const spread = isSpread(element);
    const checked = takeCheckbox(element);
    return { type: 'listItem', spread, checked, children: state.toFlow(state.all(element)) };
  },
  // The name makes running text of it.
  [inlineHtml]: (_state, element): Html => ({
    type: 'html',
    value: htmlOf(element),
    data: { hName: 'span' },
  }),
  // Of the nodes that are no running text this is the one that nothing else makes.
  [blockHtml]: (_state, element): Yaml => ({ type: 'yaml', value: htmlOf(element) }),
  [footnoteMark]: (_state, element): FootnoteReference => ({
    type: 'footnoteReference',
    identifier: labelOf(element),
    label: labelOf(element),
  }),
  [footnoteText]: (state, element): FootnoteDefinition => ({
    type: 'footnoteDefinition',
    identifier: labelOf(element),
    label: labelOf(element),
    children: state.toFlow(state.all(element)),
  }),
};

const toMarkdown = unified().use(rehypeRemark, { handlers }).freeze();

/** A tree that was cleaned as Markdown. */
export function treeToMarkdown(tree: Root): string {
  return stringifyMarkdown(toMarkdown.runSync(tree));
}

/** The box of a task, which is the first thing of an item or of its paragraph; null: it is none. */
function takeCheckbox(element: Element): boolean | null {
  const [first] = element.children;
  if (first?.type !== 'element') return null;
  if (first.tagName === 'p') return takeCheckbox(first);
  if (first.tagName !== 'input' || first.properties['type'] !== 'checkbox') return null;
  element.children.shift();
  return first.properties['checked'] === true;
}

/** An item of paragraphs, or of more than a line and a list. */
function isSpread({ children }: Element): boolean {
  const blocks = children.filter((child) => child.type === 'element' && blockNames.test(child.tagName));
  return (
    blocks.some((block) => block.type === 'element' && /^(?:p|div)$/.test(block.tagName)) || blocks.length > 1
  );
}

function labelOf({ properties }: Element): string {
  return String(properties['label']);
}
