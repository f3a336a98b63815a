import { folderOf, nameOf, stemOf } from '../files/folder.ts';

/** Folders whose content stands at the top of the site. */
const contentRoot = /^(?:.*\/)?(?:content|_content|source|src\/pages|pages|static|public|docs)\//;

/** The files of the imported folder, as links name them. */
export class KnownFiles {
  readonly #files: ReadonlySet<string>;
  readonly #folders = new Set<string>(['']);
  readonly #stems = new Set<string>();
  readonly #pages = new Set<string>();

  constructor(files: Iterable<string>) {
    this.#files = new Set(files);
    for (const file of this.#files) {
      const stem = stemOf(file);
      const own = folderOf(file);
      for (let folder = own; folder !== '' && !this.#folders.has(folder); folder = folderOf(folder)) {
        this.#folders.add(folder);
      }
      this.#stems.add(/^_?index$/.test(stem) ? nameOf(own) : stem);
      const page = `${own}/${stem}`.replace(/\/_?index$/, '');
      for (const path of [page, page.replace(contentRoot, '')])
        this.#pages.add(`/${path.replace(/^\//, '')}`);
    }
  }

  /** Whether a path names a file of the folder: as it stands, or below the folder of the site's content. */
  has(path: string): boolean {
    const bare = path.replace(/^\/+|\/+$/g, '');
    return this.#files.has(bare) || this.#folders.has(bare) || this.isPage(`/${bare}`);
  }

  /** Whether some file makes a page at a site path. */
  isPage(path: string): boolean {
    return this.#pages.has(path) || this.#pages.has(path.replace(/\.[a-z]+$/i, ''));
  }

  /** Whether any file has that name, with or without its extension; one with folders in it must be one. */
  hasNamed(path: string): boolean {
    return (
      this.has(path) || (!/[^/]\//.test(path) && this.#stems.has(stemOf(nameOf(path.replace(/\/$/, '')))))
    );
  }

  /** Whether the import would hold such a file if there was one: its folder is in the imported one. */
  reaches(path: string): boolean {
    const [first = '', ...rest] = path.split('/');
    return rest.length === 0 || this.#folders.has(first) || this.#folders.has(`content/${first}`);
  }

  /** A path from the top of a site as paths of the imported folder, which may be one of its folders. */
  below(path: string): string[] {
    const segments = path.split('/').filter((segment) => segment !== '');
    return segments.slice(1).map((_, index) => segments.slice(index + 1).join('/'));
  }
}
