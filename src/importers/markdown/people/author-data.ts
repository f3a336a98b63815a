import type { Json } from '../../../domain/blog-record.ts';
import { foldKey } from '../fields/field-keys.ts';
import { asText, asWebUrl } from '../../fields/values.ts';
import type { JsonObject } from '../../fields/plain-json.ts';
import { plainText } from '../../text/plain-text.ts';
import { isNetwork, profileLink, profileLinks } from './profile-links.ts';
import type { ProfileLink } from './profile-links.ts';

/** What a map says of an author. */
export interface AuthorData {
  readonly name: string | null;
  readonly slug: string | null;
  readonly kind: 'PERSON' | 'ORGANISATION' | null;
  readonly role: string | null;
  readonly bio: string | null;
  readonly url: string | null;
  /** As written: a text, or a map with an address and more. */
  readonly avatar: Json | null;
  readonly links: readonly ProfileLink[];
  readonly metadata: JsonObject;
}

/** Keys, folded, by meaning; the more telling ones first. */
const authorKeys = {
  name: ['name', 'fullname', 'displayname', 'title', 'longname', 'label'],
  role: ['role', 'position', 'occupation', 'job', 'jobtitle', 'headline', 'tagline', 'title'],
  organisation: ['company', 'organization', 'organisation', 'affiliation', 'employer'],
  bio: ['bio', 'biography', 'description', 'about', 'summary', 'excerpt'],
  url: ['url', 'website', 'homepage', 'web', 'site', 'link', 'uri', 'webpage'],
  avatar: [
    'avatar',
    'image',
    'imageurl',
    'picture',
    'photo',
    'profileimage',
    'profilepic',
    'img',
    'authorimage',
    'cover',
  ],
  links: ['links', 'socials', 'social', 'sociallinks', 'profiles'],
  kind: ['kind', 'type'],
  slug: ['slug', 'permalink'],
} as const;

/** Read elsewhere, or nothing to show. */
const ignored = new Set(['id', 'key', 'layout', 'draft', 'date', 'page', 'published']);

const bodies = new Set([
  'organisation',
  'organization',
  'org',
  'team',
  'company',
  'group',
  'project',
  'community',
]);

/** Reads an author's map, in the keys of Docusaurus, Jekyll, Hugo, Ghost, Next starters and our own. */
export function readAuthorData(data: JsonObject): AuthorData {
  const index = new Map(Object.entries(data).map(([key, value]) => [foldKey(key), { key, value }] as const));
  const used = new Set<string>();
  const take = (field: keyof typeof authorKeys): Json | undefined => {
    for (const key of authorKeys[field]) {
      const entry = index.get(key);
      if (!entry || used.has(entry.key) || entry.value === null || entry.value === '') continue;
      used.add(entry.key);
      return entry.value;
    }
    return undefined;
  };
  const name = asText(take('name'));
  const [kind, role, organisation] = [
    asText(take('kind')),
    asText(take('role')),
    asText(take('organisation')),
  ];
  const bio = asText(take('bio'));
  const url = asWebUrl(take('url'));
  const avatar = take('avatar') ?? null;
  const slug = asText(take('slug'));
  const links = [...profileLinks(take('links')), ...networkLinks(data, used)];
  return {
    name: name === null ? null : plainText(name),
    slug,
    kind: kind === null ? null : bodies.has(kind.toLowerCase()) ? 'ORGANISATION' : 'PERSON',
    role: roleAt(role, organisation),
    bio,
    url,
    avatar,
    links: links.filter((link, at) => links.findIndex((other) => other.url === link.url) === at),
    metadata: Object.fromEntries(
      Object.entries(data).filter(([key]) => !used.has(key) && !ignored.has(foldKey(key)) && !isMailKey(key)),
    ),
  };
}

/** "Professor, Stanford"; null when neither is known. */
export function roleAt(role: string | null, organisation: string | null): string | null {
  const parts = [role, organisation].filter((part) => part !== null);
  return parts.length === 0 ? null : plainText(parts.join(', '));
}

/** Mail addresses are read by harvesters more than by readers: they are never stored. */
export function isMailKey(key: string): boolean {
  return /^(?:author)?e?mail(?:address)?$/.test(foldKey(key));
}

function networkLinks(data: JsonObject, used: Set<string>): ProfileLink[] {
  return Object.entries(data).flatMap(([key, value]) => {
    const link = isNetwork(key) && !used.has(key) ? profileLink(key, value) : null;
    if (link) used.add(key);
    return link ?? [];
  });
}
