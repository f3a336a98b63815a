import { PartEnds } from '../text/part-ends.ts';
import type { BodyContext } from './body-context.ts';
import { paragraphs } from './paragraphs.ts';
import { renderBlock } from './render-block.ts';
import type { BlockAttributes } from './render-block.ts';

/** Deeper ones are not told from their surroundings. */
const maxDepth = 100;
const maxAttributes = 200_000;

const opening = /<!--\s{1,20}\/?wp:/g;
/** A whole comment. */
const mark = /^<!--\s+(\/?)wp:([a-z][a-z\d_-]*(?:\/[a-z][a-z\d_-]*)?)(?:\s+(\{[\s\S]*\}))?\s+(\/?)-->$/;

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
  let end = 0;
  for (const found of marksOf(html)) {
    add(html.slice(end, found.at));
    end = found.end;
    const { slash, written, json, self } = found;
    const name = written.includes('/') ? written : `core/${written}`;
    if (slash === '/') {
      const index = open.findLastIndex((block) => block.name === name);
      while (index > 0 && open.length > index) close();
    } else if (open.length <= maxDepth) {
      open.push({ name, attributes: attributesOf(json), html: '' });
      if (self === '/') close();
    }
  }
  add(html.slice(end));
  while (open.length > 1) close();
  return open[0]?.html ?? '';
}

/** In their settings "--" is written otherwise, so the first end of a comment is its own. */
function* marksOf(html: string) {
  const ends = new PartEnds(html);
  for (const { 0: begin, index: at } of html.matchAll(opening)) {
    const end = ends.find('-->', at + begin.length);
    if (end === -1) return;
    const found = mark.exec(html.slice(at, end));
    if (found === null) continue;
    const [, slash = '', written = '', json = '', self = ''] = found;
    yield { at, end, slash, written, json, self };
  }
}

function attributesOf(json: string): BlockAttributes {
  if (json === '' || json.length > maxAttributes) return {};
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
  } catch {
    return {};
  }
}
