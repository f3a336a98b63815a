import type { Shortcode } from './shortcode-tree.ts';

/** Where the page of an identity is, by the name of a shortcode. */
const pages: Readonly<Record<string, (id: string) => string>> = {
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  vimeo: (id) => `https://vimeo.com/${id}`,
  dailymotion: (id) => `https://www.dailymotion.com/video/${id}`,
  wpvideo: (id) => `https://videopress.com/v/${id}`,
  videopress: (id) => `https://videopress.com/v/${id}`,
  ted: (id) => `https://www.ted.com/talks/${id}`,
  tweet: (id) => `https://twitter.com/i/status/${id}`,
  instagram: (id) => `https://www.instagram.com/p/${id}/`,
  gist: (id) => `https://gist.github.com/${id}`,
  spotify: (id) => `https://open.spotify.com/${id.replace(/^spotify:/, '').replaceAll(':', '/')}`,
  scribd: (id) => `https://www.scribd.com/document/${id}`,
  slideshare: (id) => `https://www.slideshare.net/slideshow/embed_code/${id}`,
  twitch: (id) => `https://www.twitch.tv/${id}`,
  polldaddy: (id) => `https://poll.fm/${id}`,
  vine: (id) => `https://vine.co/v/${id}`,
};

/** Other names of the same. */
const sameAs: Readonly<Record<string, string>> = {
  youtube_sc: 'youtube',
  youtu: 'youtube',
  su_youtube: 'youtube',
  su_vimeo: 'vimeo',
  lyte: 'youtube',
  tube: 'youtube',
  fvplayer: 'video',
  twitter: 'tweet',
  'twitter-embed': 'tweet',
  crowdsignal: 'polldaddy',
};

/** Shortcodes that show something of another place, whatever it is. */
const anything = new Set(
  (
    'embed iframe soundcloud mixcloud bandcamp facebook pinterest tiktok reddit kickstarter flickr googlemaps ' +
    'googlevideo codepen codepen_embed jsfiddle issuu video-embed vc_video embedyt su_video su_iframe audio video ' +
    'fvplayer flowplayer podcast powerpress'
  ).split(' '),
);

const addresses = [
  ...[
    'url',
    'src',
    'href',
    'link',
    'source',
    'mp4',
    'm4v',
    'webm',
    'ogv',
    'flv',
    'wmv',
    'mp3',
    'm4a',
    'ogg',
    'wav',
  ],
  ...['flac', 'file', 'video', 'audio'],
];
const identities = ['id', 'video_id', 'clip_id', 'v', 'slug_hash', 'poll'];

export function isEmbed(name: string): boolean {
  return anything.has(name) || Object.hasOwn(pages, sameAs[name] ?? name);
}

/** The address of what a shortcode shows, if it can be known. */
export function embeddedUrl({ name, attributes, children }: Shortcode): string | null {
  const inside = (children ?? [])
    .filter((node) => typeof node === 'string')
    .join('')
    .trim();
  const named = (names: readonly string[]): string[] =>
    names.flatMap((key) => attributes.named.get(key) ?? []);
  const written = [...named(addresses), ...attributes.bare, inside.replace(/<[^>]*>/g, '').trim()];
  const url = written
    // Players of old write further settings behind a bar.
    .map((text) => text.replaceAll('&amp;', '&').replace(/\|.*$/s, ''))
    .find((text) => /^(?:https?:)?\/\/\S+$/i.test(text));
  if (url !== undefined) return url;
  const user = attributes.named.get('user');
  const hash = attributes.named.get('slug_hash');
  if (hash !== undefined && user !== undefined)
    return `https://codepen.io/${encodeURIComponent(user)}/pen/${encodeURIComponent(hash)}`;
  if (name === 'bandcamp') return record(attributes.named);
  const site = sameAs[name] ?? name;
  const page = Object.hasOwn(pages, site) ? pages[site] : undefined;
  const id = [...named(identities), ...attributes.bare, inside]
    .map((text) => text.replace(/&.*$/s, ''))
    .find((text) => /^[\w:/.-]{2,100}$/.test(text));
  if (page !== undefined && id !== undefined) return page(id);
  return written.find((text) => /^\/[^/]\S*\.\w{2,4}$/.test(text)) ?? null;
}

/** Bandcamp names what it plays by number. */
function record(named: ReadonlyMap<string, string>): string | null {
  const kind = ['album', 'track'].find((key) => /^\d{1,20}$/.test(named.get(key) ?? ''));
  return kind === undefined ? null : `https://bandcamp.com/EmbeddedPlayer/${kind}=${named.get(kind) ?? ''}`;
}
