import { jsonName } from '../../domain/archive/manifest.ts';
import type { ImageEntry } from '../../domain/archive/entries.ts';
import type { ArchiveScope } from '../../loaders/archive/archive-scope.ts';
import { archivedPosts, outlinePosts } from '../../loaders/archive/archived-posts.ts';
import { archivedResources } from '../../loaders/archive/archived-resources.ts';
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
  for await (const post of outlinePosts(scope)) {
    const old = await recoverPost(post);
    if (old !== null) recovered.set(post.id, old);
  }
  return {
    files: [jsonName, ...[...images.values()].flat()],
    steps: blog.images.length,
    write: async (folder, step) => {
      const entries = await writeImages(scope, folder, blog.images, images, step);
      await folder.write(jsonName, document(scope, blog, entries, recovered));
    },
  };
}

async function* document(
  scope: ArchiveScope,
  blog: GatheredBlog,
  images: readonly ImageEntry[],
  recovered: ReadonlyMap<string, RecoveredPost>,
): AsyncGenerator<string> {
  const { sources, site, authors, tags, categories, series, redirects } = blog;
  yield `{"format":"colophon","sources":${JSON.stringify(sources)},\n"site":${JSON.stringify(site)}`;
  for (const [name, items] of Object.entries({ authors, tags, categories, series, redirects, images })) {
    yield* list(name, items);
  }
  yield* list('posts', postItems(scope, recovered));
  yield* list('resources', resourceItems(scope));
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
): AsyncGenerator<object> {
  for await (const post of archivedPosts(scope)) {
    yield { ...postEntryOf(post, recovered.get(post.id) ?? null), markdown: post.markdown };
  }
}

async function* resourceItems(scope: ArchiveScope): AsyncGenerator<object> {
  for await (const resource of archivedResources(scope)) {
    yield { ...resourceEntryOf(resource), markdown: resourceBody(resource) };
  }
}
