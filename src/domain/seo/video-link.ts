import { watchPage } from '../markup/embed-urls.ts';

/** Where a film is to be had. */
export interface VideoLink {
  /** Its player, for a frame. */
  readonly embedUrl: string | null;
  /** The film itself, as a file. */
  readonly contentUrl: string | null;
  /** A picture of it. */
  readonly thumbnailUrl: string | null;
}

/** A film with the address that leads to it. */
export interface Film extends VideoLink {
  readonly url: string;
}

/** The first film that some addresses lead to; null when none does. */
export function filmAmong(addresses: readonly string[]): Film | null {
  const films = addresses.map((url) => ({ url, film: videoLink(url) }));
  const found = films.find(({ film }) => film !== null);
  return found?.film ? { url: found.url, ...found.film } : null;
}

/** The film that an address leads to, where the address says so: YouTube, Vimeo, a video file. Null otherwise. */
export function videoLink(address: string): VideoLink | null {
  const url = watchPage(address);
  const youtube =
    /^https?:\/\/(?:(?:www\.|m\.)?youtube\.com\/(?:watch\?(?:[^#]*&)?v=|live\/|shorts\/)|youtu\.be\/)([\w-]{6,20})/i.exec(
      url,
    )?.[1];
  if (youtube !== undefined) {
    return {
      embedUrl: `https://www.youtube.com/embed/${youtube}`,
      contentUrl: null,
      thumbnailUrl: `https://i.ytimg.com/vi/${youtube}/hqdefault.jpg`,
    };
  }
  const vimeo = /^https?:\/\/(?:www\.)?vimeo\.com\/(?:video\/)?(\d{4,15})(?:[/?#]|$)/i.exec(url)?.[1];
  if (vimeo !== undefined) {
    return { embedUrl: `https://player.vimeo.com/video/${vimeo}`, contentUrl: null, thumbnailUrl: null };
  }
  const file = /^https?:\/\/[^?#]+\.(?:mp4|m4v|webm|mov|ogv|m3u8)(?:[?#]|$)/i.test(url);
  return file ? { embedUrl: null, contentUrl: url, thumbnailUrl: null } : null;
}
