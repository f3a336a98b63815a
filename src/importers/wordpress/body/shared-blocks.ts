import { isMap, mapOf } from '../../fields/json-values.ts';
import { blockMarks, type BlockAttributes } from './block-marks.ts';
import type { BodyContext } from './body-context.ts';
import { withAttribute } from './html-pieces.ts';

/** Blocks that posts share may hold others of that sort. */
const maxShared = 20;

/** A content with the blocks in it that posts share, each with the words that this post gives it. */
export function withSharedBlocks(content: string, context: BodyContext): string {
  let [html, left] = [content, maxShared];
  for (let more = true; more && left > 0 && html.includes('<!-- wp:block ');) {
    more = false;
    html = replaceMarks(html, (attributes) => {
      left -= 1;
      const id = String(attributes['ref']);
      const shared = left < 0 ? '' : context.sharedBlock(id);
      if (shared === undefined) context.onMissing('shared block');
      else more = true;
      return withOwnWords(shared ?? '', attributes['content']);
    });
  }
  return html;
}

function replaceMarks(html: string, shared: (attributes: BlockAttributes) => string): string {
  let [written, done] = ['', 0];
  for (const { at, end, name, attributes, isSelfClosed } of blockMarks(html)) {
    const isShared = name === 'core/block' && isSelfClosed && /^\d{1,20}$/.test(String(attributes['ref']));
    if (!isShared) continue;
    written += html.slice(done, at) + shared(attributes);
    done = end;
  }
  return written + html.slice(done);
}

/** A post may say other words in place of those of a shared block, by the names of the blocks in it. */
function withOwnWords(html: string, content: unknown): string {
  if (!isMap(content)) return html;
  let [written, done] = ['', 0];
  let open: { readonly name: string; readonly own: BlockAttributes; readonly from: number } | null = null;
  for (const { at, end, name, attributes, closes } of blockMarks(html)) {
    if (open !== null && closes && name === open.name) {
      written += html.slice(done, open.from) + overridden(html.slice(open.from, at), open.own);
      done = at;
      open = null;
      continue;
    }
    const called = mapOf(attributes['metadata'])['name'];
    const own = typeof called === 'string' && Object.hasOwn(content, called) ? content[called] : null;
    if (open === null && !closes && isMap(own)) open = { name, own, from: end };
  }
  return written + html.slice(done);
}

function overridden(html: string, own: BlockAttributes): string {
  const [words, url, alt] = [own['content'] ?? own['text'], own['url'], own['alt']];
  let text = html;
  if (typeof words === 'string')
    text = text.replace(
      /(<(?:p|h[1-6]|a|li)\b[^>]*>)[\s\S]*(<\/(?:p|h[1-6]|a|li)>)/,
      (_all, begin: string, end: string) => begin + words + end,
    );
  if (typeof url === 'string')
    text = text.replace(/<(?:a|img)\b[^>]*>/, (tag) =>
      withAttribute(tag, tag.startsWith('<a') ? 'href' : 'src', url),
    );
  if (typeof alt === 'string') text = text.replace(/<img\b[^>]*>/, (tag) => withAttribute(tag, 'alt', alt));
  return text;
}
