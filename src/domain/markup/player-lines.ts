import { embedUrl, watchPage } from './embed-urls.ts';
import { link } from './tag-html.ts';

const written = /^[ \t]*`(youtube|vimeo|video|gist):[ \t]*(?:\[([^\]`]{0,300})\]\(([^\s()`]+)\)|([^\s`]+))`$/;
/** What an id looks like, so that code in a paragraph of its own stays code. */
const ids: Readonly<Record<string, RegExp>> = {
  youtube: /^[\w-]{11}$/,
  vimeo: /^\d{5,}$/,
  gist: /^(?:[\w-]+\/)?[\da-f]{7,}$/,
};

/**
 * A paragraph of code that Gatsby turns into a player: `youtube: id`, `video: [Title](address)`
 * (gatsby-remark-embed-video), `gist:user/id` (gatsby-remark-embed-gist). A link here; null for any other line.
 */
export function rewritePlayerLine(line: string): string | null {
  const [, name = '', title = '', inTitled, alone] = written.exec(line) ?? [];
  const target = inTitled ?? alone;
  if (target === undefined) return null;
  const isAddress = /^https?:\/\/[^\s<>]+$/.test(target);
  if (!isAddress && ids[name]?.test(target) !== true) return null;
  const url = isAddress
    ? watchPage(target)
    : embedUrl({ name, positional: [target], named: new Map(), rest: '' });
  if (url === null) return null;
  return link(url, title || undefined);
}
