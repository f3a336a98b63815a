import type { Json } from '../../../domain/blog-record.ts';
import { foldKey } from '../fields/field-keys.ts';
import { asList, asText, asWebUrl } from '../../fields/values.ts';
import { asObject } from '../../fields/plain-json.ts';

/** A link to a profile elsewhere. */
export interface ProfileLink {
  readonly label: string;
  readonly url: string;
}

/** Networks by their key in an author's data: the label, and where a bare handle leads. */
const networks: ReadonlyMap<string, readonly [label: string, base: string]> = new Map([
  ['twitter', ['Twitter', 'https://twitter.com/']],
  ['x', ['X', 'https://x.com/']],
  ['github', ['GitHub', 'https://github.com/']],
  ['gitlab', ['GitLab', 'https://gitlab.com/']],
  ['linkedin', ['LinkedIn', 'https://www.linkedin.com/in/']],
  ['bluesky', ['Bluesky', 'https://bsky.app/profile/']],
  ['mastodon', ['Mastodon', '']],
  ['facebook', ['Facebook', 'https://www.facebook.com/']],
  ['instagram', ['Instagram', 'https://www.instagram.com/']],
  ['threads', ['Threads', 'https://www.threads.net/@']],
  ['youtube', ['YouTube', 'https://www.youtube.com/@']],
  ['tiktok', ['TikTok', 'https://www.tiktok.com/@']],
  ['twitch', ['Twitch', 'https://twitch.tv/']],
  ['medium', ['Medium', 'https://medium.com/@']],
  ['devto', ['DEV', 'https://dev.to/']],
  ['stackoverflow', ['Stack Overflow', 'https://stackoverflow.com/users/']],
  ['keybase', ['Keybase', 'https://keybase.io/']],
  ['website', ['Website', '']],
] as const);

/** Whether a key of an author's data names a network. */
export function isNetwork(key: string): boolean {
  return networks.has(foldKey(key));
}

/** A profile from a handle or an address; null for what is neither, mail addresses among them. */
export function profileLink(key: string, value: Json | undefined): ProfileLink | null {
  const text = asText(value);
  if (text === null) return null;
  const [label, base] = networks.get(foldKey(key)) ?? [key, ''];
  const url =
    asWebUrl(/^[\w-]+(?:\.[\w-]+)+\//.test(text) ? `https://${text}` : text) ?? handleUrl(text, base);
  return url === null ? null : { label, url };
}

/** Handles of LinkedIn and YouTube that say of what kind they are. */
const ownPath = /^(?:in|pub|company|school|channel|user|c)\/[^/]+$/;

function handleUrl(text: string, base: string): string | null {
  const [, user, host] = /^@([\w.-]+)@([\w.-]+)$/.exec(text) ?? [];
  if (user !== undefined && host !== undefined) return asWebUrl(`https://${host}/@${user}`);
  const handle = text.replace(/^@/, '');
  if (base === '' || !/^[\w.-]+(?:\/[\w.-]+)*$/.test(handle)) return null;
  return asWebUrl(ownPath.test(handle) ? new URL(`/${handle}`, base).href : base + handle);
}

/** Links as a map of label to address, or a list of `{ label, url }` in its many spellings. */
export function profileLinks(value: Json | undefined): ProfileLink[] {
  const map = asObject(value);
  if (map) return Object.entries(map).flatMap(([key, item]) => profileLink(key, item) ?? []);
  return asList(value).flatMap((item) => {
    const entry = asObject(item);
    if (!entry) return profileLink(hostOf(item), item) ?? [];
    const url = entry['url'] ?? entry['link'] ?? entry['href'];
    const label =
      asText(entry['label']) ?? asText(entry['name']) ?? asText(entry['title']) ?? asText(entry['icon']);
    if (url !== undefined) return profileLink(label ?? hostOf(url), url) ?? [];
    // Hugo's themes: a list of maps of one key.
    return Object.entries(entry).flatMap(([key, link]) => profileLink(key, link) ?? []);
  });
}

function hostOf(value: Json): string {
  return URL.parse(asText(value) ?? '')?.hostname.replace(/^www\./, '') ?? 'Website';
}
