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

type Names = Pick<PostRecord, 'key' | 'path'>;

/** The post that was read last: whoever asks for one field asks for others. */
let last: { readonly of: LazyPost; readonly post: PostRecord } | null = null;

/** Reads the post of a place, the same one each time, as an object of its own; its text may be lazy too. */
export type ReadPost = (place: number) => PostRecord;

/** Many have their reader in common: a function each would be most of what they take. */
class LazyPost {
  readonly key: string;
  readonly path: string;
  readonly #read: ReadPost;
  readonly #place: number;

  constructor({ key, path }: Names, read: ReadPost, place: number) {
    this.key = key;
    this.path = path;
    this.#read = read;
    this.#place = place;
  }

  static whole(lazy: LazyPost): PostRecord {
    if (last?.of !== lazy) {
      const post = lazy.#read(lazy.#place);
      last = { of: lazy, post };
    }
    return last.post;
  }

  static changed(lazy: LazyPost, names: Names, change: ChangePost): LazyPost {
    const same = { key: ownOr(lazy.key, names.key), path: ownOr(lazy.path, names.path) };
    return new LazyPost(same, changingReader(lazy.#read, change), lazy.#place);
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

/** Equal texts are kept once. */
function ownOr(own: string, other: string): string {
  return own === other ? own : other;
}

type ChangePost = (post: PostRecord) => PostRecord;

const changing = new WeakMap<ReadPost, Map<ChangePost, ReadPost>>();

function changingReader(read: ReadPost, change: ChangePost): ReadPost {
  const made = changing.get(read) ?? new Map<ChangePost, ReadPost>();
  changing.set(read, made);
  const reader = made.get(change) ?? ((place: number) => change(read(place)));
  made.set(change, reader);
  return reader;
}

/**
 * A post that is read anew when it is asked for anything but its key and its path: of a blog that is larger than
 * memory not even what is said of each post fits in beside the rest (30,000 posts: 4 KB each, measured).
 *
 * @param read the same function for all posts of a blog
 */
export function lazyPost(names: Names, read: ReadPost, place: number): PostRecord {
  return new LazyPost(names, read, place) as LazyPost & PostRecord;
}

/**
 * A lazy post that is changed whenever it was read; one that is not lazy is changed now.
 *
 * @param names its key and its path after the change
 * @param change gives back the post that it is given, or another one; the same function for all posts of a blog
 */
export function changedPost(post: PostRecord, names: Names, change: ChangePost): PostRecord {
  return post instanceof LazyPost
    ? (LazyPost.changed(post, names, change) as LazyPost & PostRecord)
    : change(post);
}

/** A post with fields of its own, which can be listed; of one that is not lazy, itself. Not to be kept. */
export function wholePost(post: PostRecord): PostRecord {
  return post instanceof LazyPost ? LazyPost.whole(post) : post;
}

/** Whether it is read anew. */
export function isLazy(post: PostRecord): boolean {
  return post instanceof LazyPost;
}
