import type { SourceFile } from '../../files/source-file.ts';

/** A copy that Ghost made for small screens or another format: "size/w600/", "size/w600h400/format/webp/". */
const resized = /^(?:size\/w\d+(?:h\d+)?\/)?(?:format\/\w+\/)?/;

const prefix = 'content/images/';

/**
 * The pictures that came with an export, by the addresses that posts have for them: "/content/images/2020/x.png",
 * or "/images/x.png" as in the zips that Ghost's own importer takes. Each is called by its place on the site, so
 * that a file, a folder and a zip with another folder around it are the same import.
 */
export class ContentFiles {
  readonly #images = new Map<string, SourceFile>();

  constructor(files: readonly SourceFile[]) {
    for (const file of files) {
      const path = /(?:^|\/)images\/(.+)$/.exec(file.name)?.[1];
      if (path === undefined || this.#images.has(path)) continue;
      this.#images.set(path, { ...file, name: prefix + path });
    }
  }

  /** Whether any came. */
  get isEmpty(): boolean {
    return this.#images.size === 0;
  }

  /** The picture of a name that `find` gave; null when there is none. */
  named(name: string): SourceFile | null {
    return name.startsWith(prefix) ? (this.#images.get(name.slice(prefix.length)) ?? null) : null;
  }

  /**
   * The file that an address of a post means, the original rather than a smaller copy; null when it did not
   * come along.
   *
   * @param address a path of the site, or an address on it
   * @param site address of the site without a slash at its end; null when it is not known
   */
  find(address: string, site: string | null): SourceFile | null {
    const path = site !== null && address.startsWith(`${site}/`) ? address.slice(site.length) : address;
    const inside = /^\/(?:[^?#]*?\/)?images\/([^?#]+)/.exec(decoded(path))?.[1];
    if (inside === undefined || path.startsWith('//')) return null;
    return this.#images.get(inside.replace(resized, '')) ?? this.#images.get(inside) ?? null;
  }
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
