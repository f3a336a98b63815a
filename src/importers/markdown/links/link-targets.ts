import { linkPath } from '../../../domain/link-path.ts';
import { normalisePath } from '../../../domain/permalink.ts';
import { folderOf, resolvePath } from '../files/folder.ts';
import type { AddressedPost } from '../posts/post-draft.ts';
import type { PostIndex } from '../posts/post-index.ts';
import type { KnownFiles } from './known-files.ts';
import { Anchors } from './anchors.ts';
import { OldAddresses } from './old-addresses.ts';
import type { WrittenLink } from '../../links/written-links.ts';
import { decoded } from '../../text/decoded.ts';

/** Where a link leads, as far as the blog knows. */
export type LinkTarget =
  | {
      readonly kind: 'post';
      readonly post: AddressedPost;
      /** "?a#b", or "". */
      readonly tail: string;
      /** The post has no anchor that the tail could mean. */
      readonly lacksAnchor: boolean;
    }
  /** To another site, to mail, or to something of this site that is no post. */
  | { readonly kind: 'other' }
  /** It names a file, or a post, that is not there. */
  | { readonly kind: 'noFile' }
  /** Nothing is known at these site paths; whether that is a fault their shape must say. */
  | { readonly kind: 'noPath'; readonly paths: readonly string[] };

/** Who links. */
export interface LinkSource {
  readonly key: string;
  readonly path: string;
  readonly language: string;
}

/** What links are resolved against. */
export interface TargetContext {
  readonly posts: readonly AddressedPost[];
  readonly index: PostIndex;
  readonly files: KnownFiles;
  /** Origins at which the blog stands, or stood. */
  readonly ownUrls: readonly string[];
  /** Redirects of the site: path -> target. */
  readonly redirects: ReadonlyMap<string, string>;
}

const other: LinkTarget = { kind: 'other' };
const textFile = /\.(?:md|mdx|markdown|mdown|mkdn?|qmd|rmd)\/?$/i;

/** Finds what links mean, whichever way they name it. */
export class LinkTargets {
  readonly #context: TargetContext;
  readonly #byKey: ReadonlyMap<string, AddressedPost>;
  readonly #byPath = new Map<string, AddressedPost>();
  readonly #anchors = new Anchors();
  readonly #old: OldAddresses<AddressedPost>;

  constructor(context: TargetContext) {
    const { posts } = context;
    this.#context = context;
    this.#byKey = new Map(posts.map((post) => [post.key, post]));
    this.#old = new OldAddresses(posts);
    for (const path of ['path', 'aliases'] as const) {
      for (const post of posts) for (const each of [post[path]].flat()) this.#add(each, post);
    }
  }

  #add(path: string, post: AddressedPost): void {
    for (const spelling of [path, spellingOf(path)]) {
      if (!this.#byPath.has(spelling)) this.#byPath.set(spelling, post);
    }
  }

  resolve({ address, form }: WrittenLink, from: LinkSource): LinkTarget {
    const [, bare = '', tail = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
    const self = this.#byKey.get(from.key);
    if (bare === '') return self && tail.startsWith('#') ? this.#atAnchor(self, tail) : other;
    const isName = form === 'reference' || form === 'tag' || form === 'wiki';
    const target = isName ? this.#named(bare, from) : this.#at(bare, from);
    return 'key' in target ? this.#atAnchor(target, tail) : target;
  }

  #atAnchor(post: AddressedPost, tail: string): LinkTarget {
    const mended = tail === '' ? tail : this.#anchors.mend(post, tail);
    return { kind: 'post', post, tail: mended ?? tail, lacksAnchor: mended === null };
  }

  /** An anchor of a post that is near to the one that it lacks. */
  nearestAnchor(post: AddressedPost, tail: string): string | null {
    return this.#anchors.nearest(post, tail);
  }

  /** Paths of posts that are called as the last segment of a path is. */
  namesakes(path: string): string[] {
    return this.#old.namesakes(path).map((post) => post.path);
  }

  #at(bare: string, from: LinkSource): AddressedPost | LinkTarget {
    if (/^@(?:site)?\//.test(bare)) return this.#file(`/${decoded(bare).replace(/^@(?:site)?\//, '')}`, from);
    const paths = this.#ownPaths(bare);
    if (paths.length === 0 && /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(bare)) return other;
    if (textFile.test(bare) && !/^(?:https?:)?\/\//i.test(bare)) {
      const file = this.#file(decoded(bare), from);
      if ('key' in file || paths.length === 0) return file;
    }
    const relative = paths.length === 0 ? this.#relative(decoded(bare), from) : null;
    if (relative && 'key' in relative) return relative;
    const candidates = relative ?? paths;
    for (const path of candidates) {
      const post = this.post(path, from.language);
      if (post) return post;
    }
    return this.#isKnown(bare, from) ? other : { kind: 'noPath', paths: candidates };
  }

  /** Paths of the site that an absolute address means; none for a relative one, or another site's. */
  #ownPaths(bare: string): string[] {
    const { ownUrls } = this.#context;
    const urls = ownUrls.length === 0 ? [null] : ownUrls;
    const paths = urls.flatMap((url) => linkPath(bare, url) ?? []);
    // A site below a path may write its own paths with and without that.
    return [...new Set([...paths, ...(/^\/(?!\/)/.test(bare) ? [normalisePath(bare)] : [])])];
  }

  /** The post beside the linking file, or the paths that a browser may make of it. */
  #relative(bare: string, from: LinkSource): AddressedPost | string[] {
    const file = this.#context.index.file(bare, from.key);
    const post = file && this.#byKey.get(file.key);
    if (post) return post;
    return [`${from.path}/${bare}`, `${folderOf(from.path)}/${bare}`].map(normalisePath);
  }

  #isKnown(bare: string, { key }: LinkSource): boolean {
    const file = bare.startsWith('/') ? bare : resolvePath(folderOf(key), decoded(bare));
    return file !== null && this.#context.files.has(file);
  }

  /** A post by the path of its file. */
  #file(bare: string, from: LinkSource): AddressedPost | LinkTarget {
    const { index, files } = this.#context;
    const found =
      index.file(bare, from.key) ??
      index.file(bare, translatedKey(from.key)) ??
      files
        .below(bare)
        .map((path) => index.file(path, ''))
        .find((post) => post !== null);
    const post = found && this.#byKey.get(found.key);
    if (post) return post;
    const path = bare.startsWith('/') ? bare.slice(1) : resolvePath(folderOf(from.key), bare);
    return path === null || files.has(path) || !files.reaches(path) ? other : { kind: 'noFile' };
  }

  /** What a generator's tag names: a file, with or without its path, its folder or its extension. */
  #named(bare: string, from: LinkSource): AddressedPost | LinkTarget {
    const { index, files } = this.#context;
    const name = decoded(bare);
    const found = index.find(name, from.key, from.language);
    const post = found && this.#byKey.get(found.key);
    if (post) return post;
    const stem = name.replace(/\.[a-z]+$/i, '');
    const again = index.find(stem, from.key, from.language);
    const byStem = again && this.#byKey.get(again.key);
    if (byStem) return byStem;
    return files.hasNamed(name) || !files.reaches(name.replace(/^\//, '')) ? other : { kind: 'noFile' };
  }

  /** The post at a site path: its own, an old one, or one that leads there; however case and ending are written. */
  post(path: string, language: string): AddressedPost | null {
    let at = path;
    for (let hops = 0; hops < 5; hops += 1) {
      const post = this.#byPath.get(at) ?? this.#byPath.get(spellingOf(at));
      if (post) return post;
      const target = this.#context.redirects.get(at);
      if (target === undefined) break;
      at = linkPath(target, this.#context.ownUrls[0] ?? null) ?? '';
    }
    return this.#old.find(path, language);
  }
}

/** The file that one of Docusaurus' `i18n/fr/docusaurus-plugin-content-blog` translates: it links as that does. */
function translatedKey(key: string): string {
  return key.replace(/(^|\/)i18n\/[^/]+\/docusaurus-plugin-content-(blog|docs)(?:-[^/]*)?\//, '$1$2/');
}

/** A path without its ending and without case, as those differ between servers. */
function spellingOf(path: string): string {
  return path.replace(/\.html?$/i, '').toLowerCase();
}
