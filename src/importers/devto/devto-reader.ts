import { InputError, type BlogReader } from '../blog-reader.ts';
import { noFiles } from '../files/no-files.ts';
import { openInputs } from '../files/open-inputs.ts';
import { readJsonFiles } from '../files/read-json-files.ts';
import { assembleBlog } from '../foreign/assemble-blog.ts';
import type { ForeignBlog } from '../foreign/foreign-blog.ts';
import { ProblemList } from '../problem-list.ts';
import { articleRows, readArticles } from './read-articles.ts';

/**
 * Reads what DEV (dev.to), or another Forem, exports: the zip of Settings → Account → Export, its articles.json,
 * or what its API says of one's own articles, in one file or several.
 */
export const readDevto: BlogReader = async (inputs, { source, onProgress }) => {
  const problems = new ProblemList();
  const blog = await readDevtoBlog(inputs, source, problems);
  const record = await assembleBlog(blog, { problems, onProgress });
  return { record, readFile: noFiles };
};

/** @throws {InputError} when there are no articles, or they cannot be read */
export async function readDevtoBlog(
  inputs: readonly string[],
  source: string | null,
  problems: ProblemList,
): Promise<ForeignBlog> {
  const { files, close } = await openInputs(inputs, problems);
  try {
    const { read, broken } = await readJsonFiles(files, problems);
    const { rows, skipped } = articleRows(read);
    if (rows.length === 0)
      throw new InputError(
        `There are no articles of DEV here${read[0] ? ` (${read[0].file} holds none)` : ''}. Export them on DEV under Settings → Account → Export content.`,
      );
    const blog = readArticles(rows, { source, problems });
    return { ...blog, skipped, ...(broken && { incomplete: true }) };
  } finally {
    await close();
  }
}
