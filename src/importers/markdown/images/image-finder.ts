import type { ImageFileRecord } from '../../../domain/blog-record.ts';
import { asWebUrl } from '../../fields/values.ts';
import { isMarkdown } from '../files/file-kinds.ts';
import { extensionOf, folderOf, nameOf, resolvePath, stemOf } from '../files/folder.ts';
import type { Folder } from '../files/folder.ts';
import { imageExtensions, imageFile } from './image-file.ts';
import { decoded } from '../../text/decoded.ts';

/** What a reference to an image leads to. */
export type FoundImage =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused' };

/** Folders whose files a generator serves from the root, and aliases of theme and bundler. */
const servedFolders = [
  '',
  'static',
  'public',
  'assets',
  'source',
  'src',
  'src/assets',
  'content',
  'content/images',
  'images',
];

/** A path that begins so is one of the site, even without the slash. */
const siteFolders = /^(?:assets|images?|img|static|media|uploads|files|wp-content)\//;

/** Finds the image files that a blog's texts name, and reads each once. */
export class ImageFinder {
  readonly #folder: Folder;
  #byName: Map<string, string[]> | null = null;
  #textFolders: ReadonlySet<string> | null = null;
  readonly #records = new Map<string, Promise<ImageFileRecord>>();

  constructor(folder: Folder) {
    this.#folder = folder;
  }

  /**
   * Resolves a reference: beside the text, in the folders of the site above it, or elsewhere.
   * `refused` is an address that a page must not load, such as "javascript:" or "data:".
   */
  find(reference: string, from: string): FoundImage {
    const bare = withoutTemplates(reference.trim());
    const web = /^(?:https?:)?\/\//i.test(bare) ? asWebUrl(bare) : null;
    if (web !== null) return { kind: 'url', url: web };
    if (bare === '' || /^[a-z][a-z\d+.-]*:/i.test(bare) || bare.startsWith('//')) return { kind: 'refused' };
    const path = decoded(bare.replace(/[?#].*$/s, ''));
    const file = this.#candidates(path, from).find(
      (candidate) => candidate !== null && this.#isImage(candidate),
    );
    const found = file ?? (path.includes('/') ? null : this.#attached(path, from));
    if (found !== null) return { kind: 'file', file: found };
    if (/^\/(?!\/)/.test(bare)) return { kind: 'url', url: bare };
    return siteFolders.test(bare) ? { kind: 'url', url: `/${bare}` } : { kind: 'missing' };
  }

  /** @throws {Error} when the file is no image */
  record(file: string): Promise<ImageFileRecord> {
    const known = this.#records.get(file);
    if (known) return known;
    const record = imageFile(this.#folder, file);
    this.#records.set(file, record);
    return record;
  }

  /** The picture that Hugo takes for a page bundle's: `feature.jpg`, `cover.png` beside `index.md`. */
  bundleCover(from: string): string | null {
    return this.#bundled(from, ['feature', 'featured', 'cover', 'thumbnail', 'hero', 'banner']);
  }

  /** The picture of a person beside the page about them. */
  bundleAvatar(from: string): string | null {
    return this.#bundled(from, ['avatar']);
  }

  #bundled(from: string, names: readonly string[]): string | null {
    if (!/^_?index(?:\.|$)/.test(stemOf(from))) return null;
    const folder = folderOf(from);
    for (const name of names) {
      for (const extension of imageExtensions) {
        const file = folder === '' ? `${name}.${extension}` : `${folder}/${name}.${extension}`;
        if (this.#folder.has(file)) return file;
      }
    }
    return null;
  }

  /** The one file of that name in a folder of attachments, as Obsidian finds it: a folder without texts. */
  #attached(name: string, from: string): string | null {
    this.#byName ??= Map.groupBy(this.#folder.files.keys(), nameOf);
    const [file, second] = this.#byName.get(name) ?? [];
    if (file === undefined || second !== undefined || !this.#isImage(file)) return null;
    this.#textFolders ??= new Set([...this.#folder.files.keys()].filter(isMarkdown).map(folderOf));
    const folder = folderOf(file);
    return !this.#textFolders.has(folder) || from.startsWith(`${folder}/`) ? file : null;
  }

  #isImage(file: string): boolean {
    return this.#folder.has(file) && imageExtensions.has(extensionOf(file));
  }

  #candidates(path: string, from: string): (string | null)[] {
    const folder = folderOf(from);
    const bare = path
      .replace(/^(?:(?:~|@|@site)\/|@(?=(?:assets?|images?|content|public|static)\/))/, '')
      .replace(/^\/+/, '');
    const beside = path.startsWith('/')
      ? []
      : [
          resolvePath(folder, path),
          resolvePath(`${folder}/${stemOf(from)}`, path),
          resolvePath(folder, bare),
        ];
    const parents = folder.split('/').map((_, at, all) => all.slice(0, all.length - at).join('/'));
    const served = (folder === '' ? [''] : [...parents, '']).flatMap((parent) =>
      servedFolders.map((name) => resolvePath(`${parent}/${name}`, bare)),
    );
    // What scales pictures may name them from a folder of the site: Zola's `resize_image(path="../static/a.png")`.
    const outside = bare.startsWith('../') ? [bare.replace(/^(?:\.\.\/)+/, '')] : [];
    return [...beside, ...served, ...outside];
  }
}

/** Pelican's `{static}/x.png`, `{{ site.baseurl }}/x.png` and `{{ "/x.png" | relative_url }}` are "/x.png". */
function withoutTemplates(reference: string): string {
  return reference
    .slice(0, 3000)
    .replace(/^[{|](?:static|attach|filename)[}|]/, '')
    .replace(/^\{\{-?\s*["']([^"'{}]*)["']\s*\|[^{}]*\}\}$/, '$1')
    .replace(/^(?:\{\{[^{}]*\}\}|\{%[^{}]*%\})+/, '');
}
