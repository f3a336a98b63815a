import { InputError, type BlogReader } from '../blog-reader.ts';
import { noFiles } from '../files/no-files.ts';
import { openInputs } from '../files/open-inputs.ts';
import { readJsonFiles } from '../files/read-json-files.ts';
import { assembleBlog } from '../foreign/assemble-blog.ts';
import type { ForeignBlog } from '../foreign/foreign-blog.ts';
import { ProblemList } from '../problem-list.ts';
import { exportRows } from './export-rows.ts';
import { readPosts } from './read-posts.ts';

/**
 * Reads Hashnode's export in JSON, or what its API says of a publication, in one file or several. The backup on
 * GitHub is a blog in Markdown.
 */
export const readHashnode: BlogReader = async (inputs, { source, pages = false, onProgress }) => {
  const problems = new ProblemList();
  const blog = await readHashnodeBlog(inputs, { source, pages, problems });
  const record = await assembleBlog(blog, { problems, onProgress });
  return { record, readFile: noFiles };
};

/** @throws {InputError} when there are no posts, or they cannot be read */
export async function readHashnodeBlog(
  inputs: readonly string[],
  options: { readonly source: string | null; readonly pages: boolean; readonly problems: ProblemList },
): Promise<ForeignBlog> {
  const { files, close } = await openInputs(inputs, options.problems);
  try {
    const { read, broken } = await readJsonFiles(files, options.problems);
    const rows = exportRows(read);
    if (rows.rows.length === 0)
      throw new InputError(
        `There are no posts of Hashnode here${read[0] ? ` (${read[0].file} holds none)` : ''}. Export them on Hashnode in the blog's dashboard under Export, or name the folder of its backup on GitHub.`,
      );
    return { ...readPosts(rows, options), ...(broken && { incomplete: true }) };
  } finally {
    await close();
  }
}
