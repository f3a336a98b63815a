import type { PostRecord } from './blog-record.ts';

/** All but what tells one post from another. */
const readAnew: Readonly<Record<Exclude<keyof PostRecord, 'key' | 'path'>, true>> = {
  slug: true,
  language: true,
  title: true,
  subtitle: true,
  description: true,
  summary: true,
  markdown: true,
  wanted: true,
  publishedAt: true,
  updatedAt: true,
  authors: true,
  tags: true,
  categories: true,
  cover: true,
  images: true,
  canonicalUrl: true,
  seoTitle: true,
  seoDescription: true,
  shareImage: true,
  noIndex: true,
  aliases: true,
  related: true,
  supersededBy: true,
  translationKey: true,
  metadata: true,
  id: true,
  firstPublishedAt: true,
  translationId: true,
};

/** The post that was read last: whoever asks for one field asks for others. */
let last: { readonly of: LazyPost; readonly post: PostRecord } | null = null;

class LazyPost {
  readonly key: string;
  readonly path: string;
  readonly #read: () => PostRecord;

  constructor(key: string, path: string, read: () => PostRecord) {
    this.key = key;
    this.path = path;
    this.#read = read;
  }

  static whole(lazy: LazyPost): PostRecord {
    if (last?.of !== lazy) {
      const post = lazy.#read();
      last = { of: lazy, post };
    }
    return last.post;
  }

  toJSON(): PostRecord {
    return LazyPost.whole(this);
  }
}

for (const name of Object.keys(readAnew) as (keyof typeof readAnew)[])
  Object.defineProperty(LazyPost.prototype, name, {
    get(this: LazyPost) {
      return LazyPost.whole(this)[name];
    },
  });

/**
 * A post that is read anew when it is asked for anything but its key and its path: of a blog that is larger than
 * memory not even what is said of each post fits in beside the rest (30,000 posts: 4 KB each, measured).
 *
 * @param read gives the same post each time; its text may be lazy too, and is then not read along
 */
export function lazyPost(
  { key, path }: Pick<PostRecord, 'key' | 'path'>,
  read: () => PostRecord,
): PostRecord {
  return new LazyPost(key, path, read) as LazyPost & PostRecord;
}

/** A post with fields of its own, which can be listed; of one that is not lazy, itself. Not to be kept. */
export function wholePost(post: PostRecord): PostRecord {
  return post instanceof LazyPost ? LazyPost.whole(post) : post;
}

/** Whether it is read anew. */
export function isLazy(post: PostRecord): boolean {
  return post instanceof LazyPost;
}
