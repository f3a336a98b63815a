import { replaceTags } from './html-tags.ts';

/**
 * The HTML of a stored body with the addresses of stored images made absolute, so that it shows them on a
 * site that stands elsewhere. All other addresses stay: a path leads to the site.
 *
 * @param media origin of this API, without a slash at its end
 */
export function withMediaOrigin(html: string, media: string): string {
  if (!html.includes('="/media/')) return html;
  return replaceTags(html, (tag) => tag.replace(/(?<=\s(?:src|href)=")(?=\/media\/)/g, media));
}
