import type { Tag } from './tag-arguments.ts';

/** A page for each thing that blogs embed by an id; `#` stands for the id. */
const pages: Readonly<Record<string, string>> = {
  youtube: 'https://www.youtube.com/watch?v=#',
  vimeo: 'https://vimeo.com/#',
  bilibili: 'https://www.bilibili.com/video/#',
  dailymotion: 'https://www.dailymotion.com/video/#',
  tweet: 'https://x.com/i/status/#',
  twitter: 'https://x.com/i/status/#',
  x: 'https://x.com/i/status/#',
  instagram: 'https://www.instagram.com/p/#/',
  gist: 'https://gist.github.com/#',
  github: 'https://github.com/#',
  codepen: 'https://codepen.io/#',
  jsfiddle: 'https://jsfiddle.net/#',
  codesandbox: 'https://codesandbox.io/s/#',
  stackblitz: 'https://stackblitz.com/edit/#',
  speakerdeck: 'https://speakerdeck.com/player/#',
  asciinema: 'https://asciinema.org/a/#',
  spotify: 'https://open.spotify.com/#',
};

/**
 * The address that an embedding tag stands for: Hugo's `youtube`, `gist user id`, `tweet user= id=`,
 * dev.to's `embed`, `github`, `codepen` and the like; null when the tag embeds nothing that has one.
 */
export function embedUrl({ name, positional, named }: Tag): string | null {
  const written = [named.get('url'), named.get('href'), named.get('src'), ...positional];
  const url = written.find((value) => value !== undefined && /^https?:\/\/\S+$/i.test(value));
  if (url !== undefined) return watchPage(url);
  // Minimal Mistakes: `include video id="…" provider="youtube"`.
  const service = (name === 'video' ? (named.get('provider') ?? name).toLowerCase() : name).replace(
    /[-_]?(?:simple|lite|player|embed|privacy)$/,
    '',
  );
  const page = Object.hasOwn(pages, service) ? pages[service] : undefined;
  if (page === undefined) return null;
  const parts = service === 'gist' ? positional.slice(0, 2) : positional.slice(0, 1);
  const id = named.get('id') ?? parts.join('/');
  return /^@?[\w.-]+(?:[/:][\w.-]+)*(?:\?[\w=&-]*)?$/.test(id)
    ? page.replace('#', id.replaceAll(':', '/'))
    : null;
}

/** The page to watch a video on, for the address of a frame that plays it; other addresses as they are. */
export function watchPage(url: string): string {
  const id = /^(?:https?:)?\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]+)/i.exec(url)?.[1];
  if (id !== undefined) return `https://www.youtube.com/watch?v=${id}`;
  const film = /^(?:https?:)?\/\/player\.vimeo\.com\/video\/(\d+)/i.exec(url)?.[1];
  if (film !== undefined) return `https://vimeo.com/${film}`;
  return url.startsWith('//') ? `https:${url}` : url;
}

/**
 * The page whose content a script writes into a text: a gist, a recorded terminal, a fiddle, slides, a file on
 * GitHub; null for any other script.
 *
 * @param id what `data-id` says
 */
export function pageOfScript(src: string, id: string): string | null {
  const url = src.trim().replace(/^(?:https?:)?\/\//i, '');
  const written = /^(gist\.github\.com\/[\w./-]+?|asciinema\.org\/a\/\w+)\.js(?:[?#]|$)/i.exec(url)?.[1];
  const fiddle = /^(?:www\.)?(jsfiddle\.net\/[\w/-]+?)\/embed\b/i.exec(url)?.[1];
  const found = written ?? fiddle;
  if (found !== undefined) return `https://${found}`;
  if (/^speakerdeck\.com\/assets\/embed\.js/i.test(url) && /^\w+$/.test(id)) {
    return `https://speakerdeck.com/player/${id}`;
  }
  const file =
    /^emgithub\.com\/embed[\w-]*\.js\?(?:.*&)?target=(https%3A%2F%2F(?:[\w.-]|%2F|%23|%40)+)(?:&|$)/i.exec(
      url,
    )?.[1];
  return file === undefined ? null : decodeURIComponent(file);
}
