/** Small blogs for tests, made as an importer makes them and stored by the one write path. */
import assert from 'node:assert/strict';
import { importBlog } from '../../src/actions/import-blog.ts';
import type { Database } from '../../src/db/client.ts';
import type {
  AuthorRecord,
  BlogRecord,
  CategoryRecord,
  PostRecord,
  ResourceRecord,
  SeriesRecord,
  SiteRecord,
  TagRecord,
} from '../../src/domain/blog-record.ts';

/** The clock of seeds: whatever is dated later is scheduled. */
export const seedTime = new Date('2026-06-01T12:00:00Z');

/** A published post; what is not given is empty, its date is the first of 2026. */
export function post(slug: string, given: Partial<PostRecord> = {}): PostRecord {
  return {
    key: slug,
    slug,
    path: `/blog/${slug}`,
    language: 'en',
    title: slug,
    subtitle: null,
    description: null,
    summary: null,
    markdown: `The text of ${slug}.`,
    wanted: 'published',
    publishedAt: new Date('2026-01-01T00:00:00Z'),
    updatedAt: null,
    authors: [],
    tags: [],
    categories: [],
    cover: null,
    images: {},
    canonicalUrl: null,
    seoTitle: null,
    seoDescription: null,
    shareImage: null,
    noIndex: false,
    aliases: [],
    related: [],
    supersededBy: null,
    translationKey: null,
    metadata: {},
    ...given,
  };
}

export function author(key: string, given: Partial<AuthorRecord> = {}): AuthorRecord {
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
    ...given,
  };
}

export function tag(slug: string, given: Partial<TagRecord> = {}): TagRecord {
  return { slug, path: `/tags/${slug}`, name: slug, description: null, declared: false, ...given };
}

export function category(treePath: string, given: Partial<CategoryRecord> = {}): CategoryRecord {
  const slug = treePath.split('/').at(-1)!;
  return {
    treePath,
    slug,
    path: `/topics/${treePath}`,
    name: slug,
    description: null,
    declared: false,
    ...given,
  };
}

/** A series whose parts are posts by their keys, or null for one to come. */
export function series(
  slug: string,
  parts: readonly (string | null)[],
  given: Partial<SeriesRecord> = {},
): SeriesRecord {
  return {
    key: slug,
    slug,
    path: `/series/${slug}`,
    title: slug,
    description: null,
    language: 'en',
    plannedTotal: null,
    declared: true,
    parts: parts.map((key, index) => ({
      position: index + 1,
      title: key === null ? `Part ${index + 1} to come` : null,
      summary: null,
      post: key,
      announced: key === null,
    })),
    ...given,
  };
}

export function resource(slug: string, given: Partial<ResourceRecord> = {}): ResourceRecord {
  return {
    key: slug,
    slug,
    path: `/resources/${slug}`,
    title: slug,
    kind: 'WEBINAR',
    eventKind: null,
    wanted: 'published',
    language: 'en',
    markdown: `About ${slug}.`,
    url: null,
    links: [],
    startsAt: new Date('2026-02-01T10:00:00Z'),
    endsAt: null,
    durationMinutes: null,
    image: null,
    tags: [],
    speakers: [],
    metadata: {},
    ...given,
  };
}

export function site(given: Partial<SiteRecord> = {}): SiteRecord {
  return {
    name: 'The blog',
    url: 'https://blog.example',
    tagline: null,
    description: null,
    defaultLanguage: 'en',
    languages: [],
    menus: {},
    announcements: [],
    callsToAction: [],
    permalinks: {},
    ...given,
  };
}

/** A blog; tags, authors and categories that are only named by its posts and resources are added. */
export function blog(given: Partial<BlogRecord>): BlogRecord {
  const { posts = [], resources = [] } = given;
  const named = [...posts, ...resources];
  return {
    source: 'test',
    site: site(),
    series: [],
    redirects: [],
    problems: [],
    skipped: [],
    posts,
    resources,
    ...given,
    tags: completed(
      given.tags ?? [],
      named.flatMap(({ tags }) => tags),
      ({ slug }) => slug,
      tag,
    ),
    authors: completed(
      given.authors ?? [],
      [...posts.flatMap(({ authors }) => authors), ...resources.flatMap(({ speakers }) => speakers)],
      ({ key }) => key,
      author,
    ),
    categories: completed(
      given.categories ?? [],
      posts.flatMap(({ categories }) => categories).flatMap(withAncestors),
      ({ treePath }) => treePath,
      category,
    ),
  };
}

function withAncestors(treePath: string): string[] {
  const slugs = treePath.split('/');
  return slugs.map((_, index) => slugs.slice(0, index + 1).join('/'));
}

function completed<R>(
  given: readonly R[],
  names: readonly string[],
  nameOf: (record: R) => string,
  make: (name: string) => R,
) {
  const known = new Set(given.map(nameOf));
  return [...given, ...[...new Set(names)].filter((name) => !known.has(name)).map(make)];
}

/** Stores a blog; anything that does not go in fails the test. */
export async function seed(db: Database, given: Partial<BlogRecord>, now = seedTime): Promise<void> {
  const report = await importBlog(db, blog(given), {
    now,
    prune: true,
    readFile: () => Promise.resolve(new Uint8Array([1, 2, 3])),
  });
  assert.deepEqual(report.problems, []);
}
