import type { ReadBlog } from '../blog-reader.ts';

/** How the files of a blog are read that comes without any. */
export const noFiles: ReadBlog['readFile'] = (file) =>
  Promise.reject(new Error(`${file} is not a file of the export, which holds none`));
