import { frontMatterFile } from '../../domain/archive/front-matter.ts';
import { listNames } from '../../domain/archive/manifest.ts';
import { yamlList, yamlText } from '../../domain/archive/yaml-text.ts';
import type { ArchiveScope } from '../../loaders/archive/archive-scope.ts';
import { archivedPosts } from '../../loaders/archive/archived-posts.ts';
import { archivedResources } from '../../loaders/archive/archived-resources.ts';
import type { GatheredBlog } from './gather.ts';
import { planFiles } from './plan-files.ts';
import type { Layout } from './layout.ts';
import { postEntryOf } from './post-entry.ts';
import { resourceBody, resourceEntryOf } from './resource-entry.ts';
import { writeImages } from './write-images.ts';

/** A Markdown file a post and resource, with front matter; the rest in lists. */
export async function markdownLayout(scope: ArchiveScope, blog: GatheredBlog): Promise<Layout> {
  const plan = await planFiles(scope, blog);
  const lists = listFiles(blog);
  const images = [...plan.images.values()].flat();
  return {
    files: [...lists.map(([name]) => name), listNames.images, ...plan.texts.values(), ...images],
    steps: plan.texts.size + blog.images.length,
    write: async (folder, step) => {
      for (const [name, lines] of lists) await folder.write(name, lines);
      const fileOf = (id: string): string => plan.texts.get(id) ?? '';
      for await (const post of archivedPosts(scope)) {
        const entry = postEntryOf(post, plan.recovered.get(post.id) ?? null, scope.sight);
        await folder.write(fileOf(post.id), [frontMatterFile(entry, post.markdown)]);
        step();
      }
      for await (const resource of archivedResources(scope)) {
        const text = frontMatterFile(resourceEntryOf(resource, scope.sight), resourceBody(resource));
        await folder.write(fileOf(resource.id), [text]);
        step();
      }
      const entries = await writeImages(scope, folder, blog.images, plan.images, step);
      await folder.write(listNames.images, yamlList(entries));
    },
  };
}

function listFiles(blog: GatheredBlog): (readonly [name: string, lines: Iterable<string>])[] {
  return [
    ...(blog.site === null ? [] : [[listNames.site, [yamlText(blog.site)]] as const]),
    [listNames.authors, yamlList(blog.authors)],
    [listNames.tags, yamlList(blog.tags)],
    [listNames.categories, yamlList(blog.categories)],
    [listNames.series, yamlList(blog.series)],
    [listNames.redirects, yamlList(blog.redirects)],
  ];
}
