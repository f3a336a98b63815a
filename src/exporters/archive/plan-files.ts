import { FilePlaces } from '../../domain/archive/file-places.ts';
import { isRelative, placeOfReference, staticFolder } from '../../domain/archive/image-place.ts';
import { listNames, manifestName, postsFolder, resourcesFolder } from '../../domain/archive/manifest.ts';
import { isPortablePath, portableName } from '../../domain/archive/portable-name.ts';
import type { ArchiveScope } from '../../loaders/archive/archive-scope.ts';
import type { ArchivedImage } from '../../loaders/archive/archived-images.ts';
import { outlinePosts, type PostOutline } from '../../loaders/archive/archived-posts.ts';
import { outlineResources } from '../../loaders/archive/archived-resources.ts';
import type { GatheredBlog } from './gather.ts';
import { recoverPost, type RecoveredPost } from './old-post.ts';

/** Where everything goes, known before anything is written. */
export interface FilePlan {
  /** Id of a post or resource -> its file. */
  readonly texts: ReadonlyMap<string, string>;
  /** Address of an image of the blog -> its files: one at each place where a body looks for it. */
  readonly images: ReadonlyMap<string, readonly string[]>;
  /** By id, the posts that an earlier version stored. */
  readonly recovered: ReadonlyMap<string, RecoveredPost>;
}

/**
 * Plans the files of an export in Markdown. A post is "posts/its-slug.md", or "posts/its-slug/index.md" when its
 * body looks for images beside it; of another language than the site's "posts/de/…".
 */
export async function planFiles(scope: ArchiveScope, blog: GatheredBlog): Promise<FilePlan> {
  const places = new FilePlaces();
  for (const name of [manifestName, ...Object.values(listNames)]) places.claim(name, '');
  const texts = new Map<string, string>();
  const recovered = new Map<string, RecoveredPost>();
  const images = new ImagePlaces(places, blog.images);
  for await (const post of outlinePosts(scope)) {
    const old = await recoverPost(post);
    if (old !== null) recovered.set(post.id, old);
    const shown = references(old?.images ?? post.images);
    const root = post.language === blog.site?.defaultLanguage ? '' : `${portableName(post.language)}/`;
    const file = placePost(places, post, `${postsFolder}/${root}`, images.needsFolder(shown));
    texts.set(post.id, file);
    images.place(shown, file.slice(0, file.lastIndexOf('/')));
  }
  for (const { id, slug } of await outlineResources(scope)) {
    const name = numbered(portableName(slug), id);
    texts.set(
      id,
      places.claimFirst((count) => `${resourcesFolder}/${name(count)}.md`, id),
    );
  }
  return { texts, recovered, images: images.complete() };
}

/** All images at the address that they are served at, for an export that has no other files. */
export function planImages(blog: GatheredBlog): FilePlan['images'] {
  return new ImagePlaces(new FilePlaces(), blog.images).complete();
}

function placePost(places: FilePlaces, post: PostOutline, root: string, folder: boolean): string {
  const name = numbered(portableName(post.slug), post.id);
  return places.claimFirst((count) => `${root}${name(count)}${folder ? '/index.md' : '.md'}`, post.id);
}

/** A name that is taken gets the beginning of the id behind it. */
function numbered(name: string, id: string): (count: number) => string {
  return (count) => (count === 1 ? name : `${name}-${id.slice(0, count === 2 ? 8 : 8 + count)}`);
}

type References = readonly (readonly [reference: string, src: string])[];

function references(images: unknown): References {
  if (typeof images !== 'object' || images === null) return [];
  return Object.entries(images)
    .flatMap(([reference, src]) => (typeof src === 'string' ? [[reference, src] as const] : []))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The places of images, as bodies ask for them. */
class ImagePlaces {
  readonly #places: FilePlaces;
  readonly #images: ReadonlyMap<string, ArchivedImage>;
  readonly #files = new Map<string, Set<string>>();

  constructor(places: FilePlaces, images: readonly ArchivedImage[]) {
    this.#places = places;
    this.#images = new Map(images.flatMap((image) => (image.isFile ? [[image.src, image]] : [])));
  }

  /** Whether one of them is looked for beside the body. */
  needsFolder(shown: References): boolean {
    return shown.some(
      ([reference, src]) =>
        this.#images.has(src) &&
        isRelative(reference) &&
        placeOfReference(reference, `${postsFolder}/a`) !== null,
    );
  }

  place(shown: References, folder: string): void {
    for (const [reference, src] of shown) {
      const path = this.#images.has(src) ? placeOfReference(reference, folder) : null;
      if (path !== null && this.#places.claim(path, src)) this.#add(src, path);
    }
  }

  /** Also those that no body led to a place, and those that fields name by their address. */
  complete(): ReadonlyMap<string, readonly string[]> {
    for (const { src, isInField } of this.#images.values()) {
      if (this.#files.has(src) && !isInField) continue;
      this.#add(
        src,
        this.#places.claimFirst((count) => placeOfAddress(src, count), src),
      );
    }
    return new Map([...this.#files].map(([src, files]) => [src, [...files].sort()]));
  }

  #add(src: string, path: string): void {
    const files = this.#files.get(src) ?? new Set<string>();
    this.#files.set(src, files.add(path));
  }
}

/** "static/media/…": a site that is made of the export serves it at the same address. */
function placeOfAddress(src: string, count: number): string {
  const path = `${staticFolder}${src}`;
  const slash = path.lastIndexOf('/') + 1;
  if (count === 1 && isPortablePath(path)) return path;
  return `${path.slice(0, slash)}image-${count}-${path.slice(slash).replace(/\.+$/, '')}`;
}
