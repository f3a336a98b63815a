import { pathDate } from '../posts/path-parts.ts';
import { isPostFolder } from '../site/layout.ts';

/** What of a post says that an address may once have been its. */
export interface DatedPost {
  readonly key: string;
  readonly slug: string;
  readonly path: string;
  readonly language: string;
  readonly publishedAt: Date | null;
  readonly categories: readonly string[];
}

const day = 86_400_000;

/**
 * Finds posts by addresses that the site no longer has, or has by a pattern that nobody told us:
 * "/2015/03/19/name/", "/blog/2015/name.html". The last segment must be the name of the post, and each one
 * before it must be explained: by its date, a folder of its file, a folder for posts, its category or its
 * language.
 */
export class OldAddresses<P extends DatedPost> {
  readonly #byName = new Map<string, P[]>();

  constructor(posts: readonly P[]) {
    for (const post of posts) {
      for (const name of new Set([post.slug, lastOf(post.path), stemOf(post.key)].map(foldName))) {
        const known = this.#byName.get(name);
        if (known) known.push(post);
        else this.#byName.set(name, [post]);
      }
    }
  }

  /** Posts that are called as the last segment of a path is. */
  namesakes(path: string): readonly P[] {
    return this.#byName.get(foldName(lastOf(path))) ?? [];
  }

  /**
   * @param path normalised
   * @param language of the post that links; of several posts the one in it
   */
  find(path: string, language: string): P | null {
    const segments = path.split('/').slice(1);
    const name = foldName(segments.pop() ?? '');
    // A single name is an address of the blog only when no page would be called so.
    if (segments.length === 0 && name.split('-').length < 3) return null;
    const found = (this.#byName.get(name) ?? []).filter((post) => isExplained(segments, post));
    if (found.length < 2) return found[0] ?? null;
    const [inLanguage, ...others] = found.filter((post) => post.language === language);
    return inLanguage !== undefined && others.length === 0 ? inLanguage : null;
  }
}

function isExplained(segments: readonly string[], post: DatedPost): boolean {
  const known = new Set(
    [
      ...post.key.split('/').slice(0, -1),
      ...post.categories.flatMap((path) => path.split('/')),
      post.language,
    ].map((word) => word.toLowerCase()),
  );
  const numbers = segments.filter((segment) => /^\d{1,4}$/.test(segment));
  const words = segments.filter((segment) => !/^\d{1,4}$/.test(segment));
  if (!words.every((word) => known.has(word.toLowerCase()) || isPostFolder(word))) return false;
  const dates = [post.publishedAt, pathDate(post.key)?.date ?? null];
  return (
    numbers.length === 0 ||
    dates.some((date) => isDate(numbers, date)) ||
    numbers.every((number) => known.has(number))
  );
}

/** Year, month and day as far as they are given; a day more or less is a time zone. */
function isDate(numbers: readonly string[], date: Date | null): boolean {
  if (date === null || numbers.length > 3) return false;
  return [-day, 0, day].some((shift) => {
    const near = new Date(date.getTime() + shift);
    const parts = [near.getUTCFullYear(), near.getUTCMonth() + 1, near.getUTCDate()];
    return numbers.every((number, index) => Number(number) === parts[index]);
  });
}

/** Without case, extension and the date that a file's name begins with. */
function foldName(name: string): string {
  return name
    .replace(/\.(?:html?|php|aspx?)$/i, '')
    .replace(/^\d{4}-\d{1,2}-\d{1,2}-(?=.)/, '')
    .toLowerCase();
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The name of a post's file, or of the folder that is the post's. */
function stemOf(key: string): string {
  const stem = lastOf(key).replace(/\.[a-z]+$/i, '');
  const folders = key.split('/').slice(0, -1);
  return /^_?index(?:\.|$)/.test(stem) ? (folders.at(-1) ?? stem) : stem;
}
