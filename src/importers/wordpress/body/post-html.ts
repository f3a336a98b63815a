import { hasBlocks, renderBlocks } from './blocks.ts';
import type { BodyContext } from './body-context.ts';
import { paragraphs } from './paragraphs.ts';
import { renderShortcodes } from './render-shortcodes.ts';

/** Called for each block or shortcode that is not understood: "[name]", or "wp:name". */
export type OnUnknownPart = (mark: string) => void;

/** Blocks that posts share may hold others of that sort. */
const maxShared = 20;

/** The content of a post, as it is stored, as HTML as it shows. */
export function postHtml(content: string, context: BodyContext, onUnknown: OnUnknownPart): string {
  const whole = withSharedBlocks(content, context);
  const html = renderShortcodes(whole, context, (name) => {
    onUnknown(`[${name}]`);
  });
  if (!hasBlocks(html)) return paragraphs(html);
  return renderBlocks(html, context, (name) => {
    onUnknown(`wp:${name.replace(/^core\//, '')}`);
  });
}

const shared = /<!--\s+wp:block\s+\{[^{}]*"ref":\s*(\d{1,20})[^{}]*\}\s+\/-->/g;

function withSharedBlocks(content: string, context: BodyContext): string {
  let [html, left] = [content, maxShared];
  while (left > 0 && html.includes('<!-- wp:block ')) {
    const before = html;
    html = html.replace(shared, (_mark, id: string) => {
      left -= 1;
      return left < 0 ? '' : (context.sharedBlock(id) ?? '');
    });
    if (html === before) break;
  }
  return html;
}
