import { outsideCode } from '../text/outside-code.ts';
import { withEdits, type Edit } from '../text/with-edits.ts';

const tag = /\{%-?\s{0,5}(?:link|post|embed)\s{1,5}["']?([^\s"'%{}]{1,500})["']?\s{0,5}-?%\}/g;

/**
 * DEV's cards for its own articles (`{% link jo/about-x %}`, `{% embed https://dev.to/jo/about-x %}`) as links
 * with their titles, for articles that came along; links to others stay as they are.
 *
 * @param titles by what `placeOf` gives for the address of each
 */
export function withOwnLinks(markdown: string, titles: ReadonlyMap<string, string>): string {
  if (!markdown.includes('{%')) return markdown;
  const visible = outsideCode(markdown);
  const edits = Array.from(visible.matchAll(tag), ({ 0: whole, 1: written = '', index }): Edit[] => {
    const url = /^https?:/i.test(written) ? written : `https://dev.to/${written.replace(/^\//, '')}`;
    const title = titles.get(placeOf(url) ?? '');
    if (title === undefined) return [];
    const insert = `[${title.replace(/[\\[\]<>`*_]/g, '\\$&')}](${url})`;
    return [{ at: index, remove: whole.length, insert }];
  });
  return withEdits(markdown, edits.flat());
}

/** Host and path of an address, by which articles are known; null when it is none. */
export function placeOf(address: string): string | null {
  const url = URL.parse(address);
  return url && `${url.host}${url.pathname.replace(/\/+$/, '')}`;
}
