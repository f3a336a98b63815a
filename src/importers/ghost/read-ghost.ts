import type { BlogReader } from '../blog-reader.ts';
import { assembleBlog } from '../foreign/assemble-blog.ts';
import { maxImageBytes } from '../files/image-facts.ts';
import { ProblemList } from '../problem-list.ts';
import { ContentFiles } from './inputs/content-files.ts';
import { readGhostBlog } from './read-ghost-blog.ts';

/** Reads an export of Ghost: a file, a folder or a zip, perhaps with redirects beside it. */
export const readGhost: BlogReader = async (inputs, { source, pages = false, onProgress }) => {
  const problems = new ProblemList();
  const { blog, files, close } = await readGhostBlog(inputs, { source, pages, problems });
  try {
    const images = new ContentFiles(files);
    const record = await assembleBlog(blog, { problems, images, onProgress });
    const readFile = async (name: string): Promise<Uint8Array> => {
      const file = images.named(name);
      if (!file) throw new Error(`${name} is not a file of the export`);
      return file.read(maxImageBytes);
    };
    return { record, readFile, close };
  } catch (error) {
    await close();
    throw error;
  }
};
