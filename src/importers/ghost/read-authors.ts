import type { ForeignAuthor } from '../foreign/foreign-blog.ts';
import { profileLink } from '../markdown/people/profile-links.ts';
import { idOf, textOf, type JsonMap } from '../fields/json-values.ts';
import { fileUrl, webUrl } from './site-urls.ts';

/** Columns of a user that hold a profile elsewhere. */
const networks = [
  ...['twitter', 'facebook', 'linkedin', 'bluesky', 'threads', 'mastodon', 'instagram', 'youtube', 'tiktok'],
] as const;

/** The staff of an export by the ids that posts name them by. */
export type UsersById = ReadonlyMap<string, ForeignAuthor>;

/**
 * The users of an export as authors. What else is known of a user (mail address, password, roles, when they
 * were last seen) is not looked at.
 */
export function readUsers(users: readonly JsonMap[], site: string | null): UsersById {
  const byId = new Map<string, ForeignAuthor>();
  const byKey = new Map<string, ForeignAuthor>();
  for (const user of users) {
    const id = idOf(user['id']);
    const slug = textOf(user['slug']);
    const name = nameOf(user) ?? slug;
    if (id === null || name === null) continue;
    const key = slug ?? id;
    const author = byKey.get(key) ?? authorOf(user, key, name, site);
    byKey.set(key, author);
    if (!byId.has(id)) byId.set(id, author);
  }
  return byId;
}

/** Who never wrote a name may have their mail address there. */
function nameOf(user: JsonMap): string | null {
  const name = textOf(user['name']);
  return name === null || /^\S+@\S+\.\S+$/.test(name) ? null : name;
}

function authorOf(user: JsonMap, key: string, name: string, site: string | null): ForeignAuthor {
  const slug = textOf(user['slug']);
  const links = networks.flatMap((network) => profileLink(network, textOf(user[network])) ?? []);
  return {
    key,
    name,
    slug,
    kind: null,
    bio: textOf(user['bio']),
    url: webUrl(user['website']),
    avatar: fileUrl(user['profile_image'] ?? user['image'], site),
    links,
    oldUrl: slug === null ? null : `${site ?? ''}/author/${slug}/`,
  };
}
