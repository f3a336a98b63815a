import type { BlogRecord, PostRecord } from '../../../src/domain/blog-record.ts';
import { assembleBlog } from '../../../src/importers/foreign/assemble-blog.ts';
import type { AssembleOptions } from '../../../src/importers/foreign/assemble-blog.ts';
import type { ForeignBlog, ForeignPost } from '../../../src/importers/foreign/foreign-blog.ts';
import { ProblemList } from '../../../src/importers/problem-list.ts';

/** A post of which nothing is said but what a test says. */
export function foreignPost(key: string, said: Partial<ForeignPost> = {}): ForeignPost {
  return {
    key,
    place: { file: 'export.xml', line: 1 },
    title: `Post ${key}`,
    subtitle: null,
    slug: null,
    url: null,
    oldUrls: [],
    language: null,
    body: () => ({ format: 'html', text: '<p>Text.</p>' }),
    excerpt: null,
    description: null,
    wanted: 'published',
    publishedAt: new Date('2024-01-01T00:00:00Z'),
    updatedAt: null,
    authors: [],
    tags: [],
    categories: [],
    series: [],
    cover: null,
    canonicalUrl: null,
    seoTitle: null,
    seoDescription: null,
    shareImage: null,
    noIndex: false,
    translationKey: null,
    metadata: {},
    ...said,
  };
}

export function foreignBlog(said: Partial<ForeignBlog>): ForeignBlog {
  return {
    source: 'blog.example',
    site: {
      name: 'A blog',
      url: 'https://blog.example/',
      tagline: null,
      description: null,
      language: null,
    },
    authors: [],
    tags: [],
    categories: [],
    series: [],
    posts: [],
    redirects: [],
    skipped: [],
    ...said,
  };
}

export function assembled(
  said: Partial<ForeignBlog>,
  options: Partial<AssembleOptions> = {},
): Promise<BlogRecord> {
  return assembleBlog(foreignBlog(said), { problems: new ProblemList(), ...options });
}

/** The posts of a blog of which nothing else is said. */
export async function assembledPosts(...posts: readonly ForeignPost[]): Promise<readonly PostRecord[]> {
  const { posts: records } = await assembled({ posts });
  return records;
}

export const html = (text: string): Pick<ForeignPost, 'body'> => ({ body: () => ({ format: 'html', text }) });
