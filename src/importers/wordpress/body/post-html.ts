import { hasBlocks, renderBlocks } from './blocks.ts';
import type { BodyContext } from './body-context.ts';
import { paragraphs } from './paragraphs.ts';
import { renderShortcodes } from './render-shortcodes.ts';
import { withSharedBlocks } from './shared-blocks.ts';

/** Called for each block or shortcode that is not understood: "[name]", or "wp:name". */
export type OnUnknownPart = (mark: string) => void;

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
