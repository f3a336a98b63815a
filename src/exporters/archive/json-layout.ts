import { jsonName, maxJsonBytes } from '../../domain/archive/manifest.ts';
import type { ImageEntry } from '../../domain/archive/entries.ts';
import type { ArchiveScope } from '../../loaders/archive/archive-scope.ts';
import { archivedPosts, outlinePosts } from '../../loaders/archive/archived-posts.ts';
import { archivedResources, outlineResources } from '../../loaders/archive/archived-resources.ts';
import { ExportError } from '../export-error.ts';
import type { GatheredBlog } from './gather.ts';
import type { Layout } from './layout.ts';
import { recoverPost, type RecoveredPost } from './old-post.ts';
import { planImages } from './plan-files.ts';
import { postEntryOf } from './post-entry.ts';
import { resourceBody, resourceEntryOf } from './resource-entry.ts';
import { writeImages } from './write-images.ts';

/** One document, a thing a line, and the images as files. */
export async function jsonLayout(scope: ArchiveScope, blog: GatheredBlog): Promise<Layout> {
  const images = planImages(blog);
  const recovered = new Map<string, RecoveredPost>();
  let texts = (await outlineResources(scope)).length;
  for await (const post of outlinePosts(scope)) {
    texts += 1;
    const old = await recoverPost(post);
    if (old !== null) recovered.set(post.id, old);
  }
  return {
    files: [jsonName, ...[...images.values()].flat()],
    steps: texts + blog.images.length,
    write: async (folder, step) => {
      const entries = await writeImages(scope, folder, blog.images, images, step);
      await folder.write(jsonName, bounded(document(scope, blog, entries, { recovered, step })));
    },
  };
}

/** @throws {ExportError} rather than to write what nothing reads back */
async function* bounded(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += Buffer.byteLength(piece);
    if (bytes > maxJsonBytes)
      throw new ExportError(
        `${jsonName} would have more than ${maxJsonBytes} bytes, which no program reads at once. Export with --format markdown.`,
      );
    yield piece;
  }
}

async function* document(
  scope: ArchiveScope,
  blog: GatheredBlog,
  images: readonly ImageEntry[],
  { recovered, step }: { readonly recovered: ReadonlyMap<string, RecoveredPost>; readonly step: () => void },
): AsyncGenerator<string> {
  const { sources, site, authors, tags, categories, series, redirects } = blog;
  yield `{"format":"colophon","sources":${JSON.stringify(sources)},\n"site":${JSON.stringify(site)}`;
  for (const [name, items] of Object.entries({ authors, tags, categories, series, redirects, images })) {
    yield* list(name, items);
  }
  yield* list('posts', postItems(scope, recovered, step));
  yield* list('resources', resourceItems(scope, step));
  yield '}\n';
}

async function* list(
  name: string,
  items: AsyncIterable<unknown> | Iterable<unknown>,
): AsyncGenerator<string> {
  yield `,\n"${name}":[`;
  let separator = '\n';
  for await (const item of items) {
    yield separator + JSON.stringify(item);
    separator = ',\n';
  }
  yield separator === '\n' ? ']' : '\n]';
}

async function* postItems(
  scope: ArchiveScope,
  recovered: ReadonlyMap<string, RecoveredPost>,
  step: () => void,
): AsyncGenerator<object> {
  for await (const post of archivedPosts(scope)) {
    yield { ...postEntryOf(post, recovered.get(post.id) ?? null, scope.sight), markdown: post.markdown };
    step();
  }
}

async function* resourceItems(scope: ArchiveScope, step: () => void): AsyncGenerator<object> {
  for await (const resource of archivedResources(scope)) {
    yield { ...resourceEntryOf(resource, scope.sight), markdown: resourceBody(resource) };
    step();
  }
}
