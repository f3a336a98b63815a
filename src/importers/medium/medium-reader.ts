import type { BlogReader } from '../blog-reader.ts';
import { noFiles } from '../files/no-files.ts';
import { openInputs } from '../files/open-inputs.ts';
import { Spool } from '../../spool/spool.ts';
import { assembleBlog } from '../foreign/assemble-blog.ts';
import { ProblemList } from '../problem-list.ts';
import { readMediumExport } from './read-export.ts';

/**
 * Reads Medium's export: the zip that it sends, or the folder that was made of it. Texts wait in a temporary
 * file, so that the number of posts does not matter.
 */
export const readMedium: BlogReader = async (inputs, { source, onProgress = () => undefined }) => {
  const problems = new ProblemList();
  const { files, close } = await openInputs(inputs, problems);
  try {
    const spool = await Spool.open();
    try {
      const blog = await readMediumExport(files, { source, problems, spool, onProgress });
      const record = await assembleBlog(blog, { problems, spool, onProgress });
      const closed = (): Promise<void> => {
        spool.close();
        return Promise.resolve();
      };
      return { record, readFile: noFiles, close: closed };
    } catch (error) {
      spool.close();
      throw error;
    }
  } finally {
    await close();
  }
};
