import { basename } from 'node:path';
import type { ReadBlog, ReadOptions } from '../blog-reader.ts';
import { ProblemList } from '../problem-list.ts';
import { buildRecord } from './build-record.ts';
import { isHtml, isMarkdown } from './files/file-kinds.ts';
import { walk } from './files/walk.ts';
import { maxImageBytes } from '../files/image-facts.ts';
import { readConfig } from './site/read-config.ts';
import { folderData } from './site/folder-data.ts';
import { layoutOf } from './site/layout.ts';
import { sortFiles } from './sort-files.ts';

/**
 * Reads a blog in Markdown: a site of Hugo, Jekyll, Gatsby, Astro, Docusaurus, Next, Eleventy, Zola, Hexo or
 * dev.to, its content folder, or its folder of posts. Reads only, and only inside the folder. What is wrong
 * with a file is in the record's problems; the others go in.
 *
 * @throws {Error} when the folder itself cannot be read
 */
export async function readMarkdownBlog(
  folder: string,
  options: ReadOptions & { readonly source: string },
): Promise<ReadBlog> {
  const problems = new ProblemList();
  const files = await walk(folder, problems);
  const config = await readConfig(files, problems);
  const names = [...files.files.keys()];
  const texts = names.filter((path) => isMarkdown(path) || isHtml(path));
  const markdown = names.filter(isMarkdown);
  const layout = layoutOf(basename(files.root), markdown, config.isSite);
  const defaults = [...config.defaults, ...(await folderData(files, problems))];
  const relevant = texts.filter((path) => isMarkdown(path) || layout.postsRootOf(path) !== null);
  const progress = options.onProgress ?? (() => undefined);
  const sorted = await sortFiles(files, relevant, layout, defaults, problems, progress);
  const record = await buildRecord({
    source: options.source,
    folder: files,
    config,
    layout,
    sorted,
    texts: markdown,
    problems,
  });
  return { record, readFile: (file) => files.read(file, maxImageBytes) };
}
