import { textAt } from '../fields/json-fields.ts';
import { isMap, listOf, mapOf, textOf, type JsonMap } from '../fields/json-values.ts';
import { asWebUrl } from '../fields/values.ts';
import type { ForeignAuthor } from '../foreign/foreign-blog.ts';
import { profileLink } from '../markdown/people/profile-links.ts';
import { escaped } from '../text/html-source.ts';

/** Hashnode's ids; a post of an export names its author, tags and series by them. */
export function isId(text: string): boolean {
  return /^[\da-f]{24}$/i.test(text);
}

/** Who wrote a post, in order; those named by a number only are not known, and counted. */
export function readAuthors(row: JsonMap): {
  readonly authors: readonly ForeignAuthor[];
  readonly unknown: number;
} {
  if (row['isAnonymous'] === true) return { authors: [], unknown: 0 };
  const written = [row['author'], ...listOf(row['coAuthors'])];
  const authors = written.flatMap((author) => authorOf(author) ?? []);
  const unknown = written.filter((author) => isId(textOf(author) ?? '')).length;
  return { authors: [...new Map(authors.map((author) => [author.key, author])).values()], unknown };
}

function authorOf(value: unknown): ForeignAuthor | null {
  const map = isMap(value) ? value : { username: value };
  const username = textAt(map, 'username');
  const name = textAt(map, 'name') ?? username;
  if (name === null || isId(name)) return null;
  const networks = Object.entries(mapOf(map['socialMediaLinks'] ?? map['socialMedia']));
  return {
    key: username ?? name,
    name: escaped(name),
    slug: username?.toLowerCase() ?? null,
    kind: null,
    bio: bioOf(map),
    url: asWebUrl(textAt(map, 'socialMediaLinks.website', 'socialMedia.website')),
    avatar: asWebUrl(textAt(map, 'profilePicture', 'photo', 'photo.url')),
    links: networks
      .slice(0, 20)
      .flatMap(([network, link]) =>
        network === 'website' ? [] : (profileLink(network, textOf(link)) ?? []),
      ),
  };
}

function bioOf(map: JsonMap): string | null {
  const text = textAt(map, 'bio.text', 'bio', 'tagline');
  return text === null ? null : escaped(text);
}
