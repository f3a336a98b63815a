import type { Element, Root } from 'hast';
import type { FootnoteDefinition, FootnoteReference, Html, Yaml } from 'mdast';
import rehypeRemark from 'rehype-remark';
import type { Options } from 'rehype-remark';
import { unified } from 'unified';
import { footnoteMark, footnoteText } from './footnotes.ts';
import { blockHtml, htmlOf, inlineHtml } from './kept-html.ts';
import { stringifyMarkdown } from './stringify-markdown.ts';

const handlers: NonNullable<Options['handlers']> = {
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

function labelOf({ properties }: Element): string {
  return String(properties['label']);
}
