/**
 * The examples of the CommonMark and GFM specifications, where they are at hand: `corpora/spec` in a folder
 * `shared`, beside the project. They are rendered without what this program adds: sanitising, ids of headings,
 * colours of code, other addresses of links, and the reading of shortcodes and components.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Parents, Root, RootContent } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { z } from 'zod';
import { parseMarkdown, serialiseBody } from '../../src/domain/body-tree.ts';

const folder = join(import.meta.dirname, '../../../shared/corpora/spec');
const options = { skip: existsSync(folder) ? false : 'there is no ../shared/corpora/spec here' };
const examples = z.array(z.object({ markdown: z.string(), html: z.string(), example: z.number() }));
const html = unified().use(rehypeParse, { fragment: true });

const extension = 'an address in the text is a link, which is an addition of GFM';
const reasons = {
  commonmark: new Map([
    [356, 'the currency sign of Wancho (beyond U+FFFF) is no punctuation to the parser, micromark'],
    [604, extension],
    [608, extension],
    [610, extension],
    [613, extension],
    [614, extension],
  ]),
  gfm: new Map([
    [279, 'the lists of tasks and their items have a class'],
    [280, 'the lists of tasks and their items have a class'],
    [610, extension],
    [614, extension],
    [616, extension],
    [619, extension],
    [620, extension],
    [628, 'an address of FTP in the text is no link; the sanitiser would take it away'],
    [645, 'a comment is what CommonMark says since 0.31, not what it said in 0.29'],
    [646, 'a comment is what CommonMark says since 0.31, not what it said in 0.29'],
    [653, 'tags that GFM shows as text are left to the sanitiser, which takes them away'],
  ]),
};

const blocks = /^(?:p|div|ul|ol|li|blockquote|pre|h[1-6]|hr|br|table|thead|tbody|tr|td|th|style)$/;

/** One form of what looks the same: white space between blocks, and how much of it, says nothing. */
function plain(tree: Root): string {
  tidy(tree, false);
  return serialiseBody(tree);
}

function tidy(parent: Parents, verbatim: boolean): void {
  const kept: RootContent[] = [];
  for (const child of parent.children) {
    const last = kept.at(-1);
    if (child.type === 'element') tidy(child, verbatim || /^(?:pre|textarea)$/.test(child.tagName));
    if (child.type === 'text' && last?.type === 'text') last.value += child.value;
    else kept.push(child);
  }
  const isEdge = (node: RootContent | undefined): boolean =>
    node === undefined
      ? parent.type === 'root' || blocks.test(parent.tagName)
      : node.type === 'element' && blocks.test(node.tagName);
  for (const [at, node] of kept.entries()) {
    if (node.type !== 'text' || verbatim) continue;
    node.value = node.value.replace(/\s+/g, ' ');
    if (isEdge(kept[at - 1])) node.value = node.value.trimStart();
    if (isEdge(kept[at + 1])) node.value = node.value.trimEnd();
  }
  parent.children = kept.filter((node) => node.type !== 'text' || node.value !== '');
}

for (const spec of ['commonmark', 'gfm'] as const) {
  test(
    `${spec}: every example is rendered as it is said, but for those with a reason`,
    options,
    (context) => {
      const all = examples.parse(JSON.parse(readFileSync(join(folder, spec, 'spec.json'), 'utf8')));
      const others = all.filter(
        (example) => plain(parseMarkdown(example.markdown)) !== plain(html.parse(example.html.trimEnd())),
      );
      context.diagnostic(`${all.length - others.length} of ${all.length}`);
      assert.deepEqual(
        others.map(({ example }) => example),
        [...reasons[spec].keys()],
      );
    },
  );
}
