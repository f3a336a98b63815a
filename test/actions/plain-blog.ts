/** Plain records to import, with everything that a test does not speak of filled in. */
import { createHash } from 'node:crypto';
import type {
  AuthorRecord,
  BlogRecord,
  CategoryRecord,
  ImageFileRecord,
  PostRecord,
  ResourceRecord,
  SeriesRecord,
  TagRecord,
} from '../../src/domain/blog-record.ts';
import type { ImportOptions } from '../../src/actions/import-run.ts';

export const now = new Date('2026-03-01T12:00:00Z');

export function blog(parts: Partial<BlogRecord> = {}): BlogRecord {
  return {
    source: 'blog',
    site: null,
    authors: [],
    tags: [],
    categories: [],
    posts: [],
    series: [],
    resources: [],
    redirects: [],
    problems: [],
    skipped: [],
    ...parts,
  };
}

/** `name` is slug, path, title and (with `.md`) key. */
export function post(name: string, parts: Partial<PostRecord> = {}): PostRecord {
  return {
    key: `${name}.md`,
    slug: name,
    path: `/${name}`,
    language: 'en',
    title: name,
    subtitle: null,
    description: null,
    summary: null,
    markdown: `# ${name}\n\nThe text of ${name}.\n`,
    wanted: 'published',
    publishedAt: new Date('2026-01-01T00:00:00Z'),
    updatedAt: null,
    authors: [],
    tags: [],
    categories: [],
    cover: null,
    images: {},
    canonicalUrl: null,
    aliases: [],
    related: [],
    supersededBy: null,
    translationKey: null,
    metadata: {},
    ...parts,
  };
}

export function author(key: string, parts: Partial<AuthorRecord> = {}): AuthorRecord {
  return {
    key,
    slug: key,
    path: `/authors/${key}`,
    name: key,
    kind: 'PERSON',
    role: null,
    bio: null,
    url: null,
    avatar: null,
    links: [],
    declared: false,
    metadata: {},
    ...parts,
  };
}

export function tag(slug: string, parts: Partial<TagRecord> = {}): TagRecord {
  return { slug, path: `/tags/${slug}`, name: slug, description: null, declared: false, ...parts };
}

export function category(treePath: string, parts: Partial<CategoryRecord> = {}): CategoryRecord {
  const slug = treePath.slice(treePath.lastIndexOf('/') + 1);
  return { treePath, slug, path: `/${treePath}/`, name: slug, description: null, declared: false, ...parts };
}

/** Parts are keys of posts; a part that is to come is its title. */
export function series(
  key: string,
  parts: readonly (string | { readonly title: string })[],
  rest: Partial<SeriesRecord> = {},
): SeriesRecord {
  return {
    key,
    slug: key,
    path: `/series/${key}`,
    title: key,
    description: null,
    language: 'en',
    plannedTotal: null,
    declared: false,
    parts: parts.map((part, index) =>
      typeof part === 'string'
        ? { position: index + 1, title: null, summary: null, post: part, announced: false }
        : { position: index + 1, title: part.title, summary: null, post: null, announced: true },
    ),
    ...rest,
  };
}

export function resource(name: string, parts: Partial<ResourceRecord> = {}): ResourceRecord {
  return {
    key: `resources/${name}.md`,
    slug: name,
    path: `/resources/${name}`,
    title: name,
    kind: 'VIDEO',
    eventKind: null,
    wanted: 'published',
    language: 'en',
    markdown: `About ${name}.`,
    url: null,
    startsAt: null,
    endsAt: null,
    durationMinutes: null,
    image: null,
    tags: [],
    speakers: [],
    metadata: {},
    ...parts,
  };
}

/** A file whose bytes are its own name. */
export function imageFile(file: string): ImageFileRecord {
  const bytes = bytesOf(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { file, sha256, mimeType: 'image/png', byteSize: bytes.byteLength, width: 4, height: 3 };
}

function bytesOf(file: string): Uint8Array {
  return new TextEncoder().encode(file);
}

export function options(parts: Partial<ImportOptions> = {}): ImportOptions {
  return { now, readFile: (file) => Promise.resolve(bytesOf(file)), ...parts };
}
