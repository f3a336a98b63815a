import { normalisePath } from '../../../domain/permalink.ts';
import { sortKey } from '../../../domain/sort-key.ts';
import { folderOf, nameOf, resolvePath, stemOf } from '../files/folder.ts';

/** What of a post may be named elsewhere. */
export interface NamedPost {
  readonly key: string;
  readonly slug: string;
  readonly path: string;
  readonly language: string;
  readonly title: string;
  readonly aliases: readonly string[];
}

/** Finds the post that a reference means, whichever way it names it. */
export class PostIndex {
  readonly #byKey = new Map<string, NamedPost>();
  readonly #byPath = new Map<string, NamedPost>();
  readonly #byName = new Map<string, NamedPost[]>();
  readonly #siteUrl: string | null;

  constructor(posts: readonly NamedPost[], siteUrl: string | null) {
    this.#siteUrl = siteUrl;
    for (const post of posts) {
      this.#byKey.set(post.key, post);
      this.#byKey.set(withoutExtension(post.key), post);
      for (const path of [post.path, ...post.aliases]) {
        if (!this.#byPath.has(path)) this.#byPath.set(path, post);
      }
      for (const name of namesOf(post)) {
        const known = this.#byName.get(name);
        if (known) known.push(post);
        else this.#byName.set(name, [post]);
      }
    }
  }

  /** By file, path, address, slug or title, seen from a file; of several the one in the same language. */
  find(reference: string, from: string, language: string): NamedPost | null {
    const text = reference.trim();
    return this.file(text, from) ?? this.#address(text) ?? this.#named(text, language);
  }

  /** By a path to its file: relative to another, or from the top ("@/blog/x.md" in Zola). */
  file(reference: string, from: string): NamedPost | null {
    const bare = reference.replace(/[?#].*$/s, '');
    if (bare === '') return null;
    const top = bare.replace(/^@?\/+/, '');
    const seen = [
      resolvePath(folderOf(from), bare),
      top,
      `content/${top}`,
      `_posts/${top}`,
      `source/_posts/${top}`,
    ];
    for (const path of seen) {
      if (path === null) continue;
      for (const key of [path, `${path}/index.md`, `${path}/index.mdx`, path.replace(/\/$/, '')]) {
        const post = this.#byKey.get(key);
        if (post) return post;
      }
    }
    return null;
  }

  #address(text: string): NamedPost | null {
    const own =
      this.#siteUrl !== null && text.startsWith(`${this.#siteUrl}/`)
        ? text.slice(this.#siteUrl.length)
        : text;
    return own.startsWith('/') ? (this.#byPath.get(normalisePath(own)) ?? null) : null;
  }

  #named(text: string, language: string): NamedPost | null {
    const found = this.#byName.get(text.replace(/^\/|\/$/g, '')) ?? this.#byName.get(sortKey(text)) ?? [];
    return found.find((post) => post.language === language) ?? found[0] ?? null;
  }
}

/** The slug, the file's name with and without its date, and the title. */
function namesOf({ slug, key, title }: NamedPost): Set<string> {
  const stem = /^_?index(?:\.|$)/.test(stemOf(key)) ? nameOf(folderOf(key)) : stemOf(key);
  return new Set([slug, stem, sortKey(title)]);
}

function withoutExtension(key: string): string {
  return key.replace(/\.[a-z]+$/i, '');
}
