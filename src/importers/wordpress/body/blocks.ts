import { blockMarks, type BlockAttributes } from './block-marks.ts';
import type { BodyContext } from './body-context.ts';
import { paragraphs } from './paragraphs.ts';
import { renderBlock } from './render-block.ts';

/** Deeper ones are not told from their surroundings. */
const maxDepth = 100;

interface OpenBlock {
  readonly name: string;
  readonly attributes: BlockAttributes;
  html: string;
}

/** Whether a content was written in the block editor. */
export function hasBlocks(html: string): boolean {
  return html.includes('<!-- wp:');
}

/**
 * HTML of a content in blocks: each as it shows, in the order of the text. What stands between blocks is of the
 * classic editor.
 */
export function renderBlocks(html: string, context: BodyContext, onUnknown: (name: string) => void): string {
  const open: OpenBlock[] = [{ name: '', attributes: {}, html: '' }];
  const add = (text: string): void => {
    const top = open.at(-1);
    if (top) top.html += open.length === 1 && text.trim() !== '' ? paragraphs(text) : text;
  };
  const put = (text: string): void => {
    const top = open.at(-1);
    if (top) top.html += text;
  };
  const close = (): void => {
    const block = open.pop();
    if (block) put(renderBlock(block, context, onUnknown));
  };
  // What nobody closed may hold all that follows: it stays as it is.
  const dissolve = (depth: number): void => {
    while (open.length > depth) put(open.pop()?.html ?? '');
  };
  let end = 0;
  for (const { at, end: next, name, attributes, closes, isSelfClosed } of blockMarks(html)) {
    add(html.slice(end, at));
    end = next;
    if (closes) {
      const index = open.findLastIndex((block) => block.name === name);
      if (index < 1) continue;
      dissolve(index + 1);
      close();
    } else if (open.length <= maxDepth) {
      open.push({ name, attributes, html: '' });
      if (isSelfClosed) close();
    }
  }
  add(html.slice(end));
  dissolve(1);
  return open[0]?.html ?? '';
}
