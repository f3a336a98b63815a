import { outsideCode } from '../text/outside-code.ts';

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
  let text = '';
  let done = 0;
  for (const { 0: whole, 1: written = '', index } of visible.matchAll(tag)) {
    const url = /^https?:/i.test(written) ? written : `https://dev.to/${written.replace(/^\//, '')}`;
    const title = titles.get(placeOf(url) ?? '');
    if (title === undefined) continue;
    text += `${markdown.slice(done, index)}[${title.replace(/[\\[\]<>`*_]/g, '\\$&')}](${url})`;
    done = index + whole.length;
  }
  return text + markdown.slice(done);
}

/** Host and path of an address, by which articles are known; null when it is none. */
export function placeOf(address: string): string | null {
  const url = URL.parse(address);
  return url && `${url.host}${url.pathname.replace(/\/+$/, '')}`;
}
