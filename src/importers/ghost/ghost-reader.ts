import type { BlogRecord } from '../../domain/blog-record.ts';
import type { BlogReader } from '../blog-reader.ts';
import type { ForeignBlog } from '../foreign/foreign-blog.ts';
import { ProblemList } from '../problem-list.ts';
import { ContentFiles } from './inputs/content-files.ts';
import { readGhostBlog } from './read-ghost-blog.ts';

/** Larger than any picture of a page. */
const maxImageBytes = 20_000_000;

/** `assembleBlog` of the foreign room, which looks up the pictures of the export by their addresses. */
export type AssembleWithImages = (
  blog: ForeignBlog,
  options: { readonly problems: ProblemList; readonly images: ContentFiles },
) => Promise<BlogRecord>;

/** A reader of Ghost exports. */
export function ghostReader(assemble: AssembleWithImages): BlogReader {
  return async (inputs, { source, pages = false }) => {
    const problems = new ProblemList();
    const { blog, files, close } = await readGhostBlog(inputs, { source, pages, problems });
    try {
      const record = await assemble(blog, { problems, images: new ContentFiles(files) });
      const byName = new Map(files.map((file) => [file.name, file]));
      const readFile = async (name: string): Promise<Uint8Array> => {
        const file = byName.get(name);
        if (!file) throw new Error(`${name} is not a file of the export`);
        return file.read(maxImageBytes);
      };
      return { record, readFile, close };
    } catch (error) {
      await close();
      throw error;
    }
  };
}
