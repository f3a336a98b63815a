import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import type { Options } from 'remark-stringify';
import { unified } from 'unified';

/**
 * What `plainMarkdown` (domain/markup) would take for the markup of a generator: templates, shortcodes, MDX,
 * admonitions. In a text from elsewhere it is only text.
 */
const foreignMarks: NonNullable<Options['unsafe']> = [
  { character: '{', after: '(?=[{%#/:.\'"]|[\\w-]+=)' },
  { atBreak: true, character: ':', after: '[:\\s]' },
  { atBreak: true, character: '.', after: '[a-z]' },
  { atBreak: true, character: 'i', after: 'mport\\s' },
  { atBreak: true, character: 'e', after: 'xport\\s' },
];

const writer = unified()
  .use(remarkGfm)
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '*',
    fences: true,
    rule: '-',
    unsafe: foreignMarks,
    // HTML that stands by itself goes out as it is; see `blockHtml` in kept-html.ts.
    handlers: { yaml: ({ value }: { readonly value: string }) => value },
  })
  .freeze();

/** A Markdown tree as text, in one style. */
export function stringifyMarkdown(tree: Root): string {
  return writer.stringify(tree).trim();
}
