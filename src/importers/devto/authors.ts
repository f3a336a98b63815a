import { textAt } from '../fields/json-fields.ts';
import { mapOf, type JsonMap } from '../fields/json-values.ts';
import { asWebUrl } from '../fields/values.ts';
import type { ForeignAuthor } from '../foreign/foreign-blog.ts';
import { profileLink } from '../markdown/people/profile-links.ts';
import { originalImage } from './original-image.ts';

/** Who wrote an article; null where the row does not say. */
export function readAuthor(
  row: JsonMap,
): { readonly author: ForeignAuthor; readonly username: string | null } | null {
  const user = mapOf(row['user']);
  const username = textAt(user, 'username') ?? textAt(row, 'cached_user_username') ?? usernameIn(row);
  const name = textAt(user, 'name') ?? textAt(row, 'cached_user_name') ?? username;
  if (name === null) return null;
  const avatar = textAt(user, 'profile_image', 'profile_image_90');
  const profiles = [
    ['devto', username],
    ['github', textAt(user, 'github_username')],
    ['twitter', textAt(user, 'twitter_username')],
  ] as const;
  return {
    username,
    author: {
      key: username ?? name,
      name,
      slug: username?.toLowerCase() ?? null,
      kind: null,
      bio: textAt(user, 'summary'),
      url: asWebUrl(textAt(user, 'website_url')),
      avatar: avatar === null ? null : originalImage(avatar, 'https://dev.to'),
      links: profiles.flatMap(([network, handle]) => profileLink(network, handle) ?? []),
    },
  };
}

/** "/ben/an-article-2kgk". */
function usernameIn(row: JsonMap): string | null {
  const path = textAt(row, 'path') ?? URL.parse(textAt(row, 'url') ?? '')?.pathname ?? '';
  return /^\/([\w-]{1,100})\/[^/]+\/?$/.exec(path)?.[1] ?? null;
}
