import { posix } from 'node:path';
import type { ForeignBlog } from '../foreign/foreign-blog.ts';
import type { ProblemList } from '../problem-list.ts';
import { openInputs } from '../files/open-inputs.ts';
import { readInputs, type Redirects } from './inputs/read-inputs.ts';
import type { SourceFile } from '../files/source-file.ts';
import { readExport } from './read-export.ts';
import { redirectsOfJson, redirectsOfYaml } from './read-redirects.ts';
import { readSite } from './read-site.ts';
import { sourceName } from './source-name.ts';
import { tellOfImages } from './tell-of-images.ts';

export interface GhostOptions {
  /** Null: named after the blog. */
  readonly source: string | null;
  readonly pages: boolean;
  readonly problems: ProblemList;
}

/** A blog of Ghost's, and the files that came with it until it is closed. */
export interface GhostBlog {
  readonly blog: ForeignBlog;
  readonly files: readonly SourceFile[];
  readonly close: () => Promise<void>;
}

/**
 * Reads what somebody brings of a Ghost blog: the export, redirects, pictures; files, a folder or a zip.
 *
 * @param inputs absolute paths
 * @throws {InputError} when there is no export in them, or it cannot be read
 */
export async function readGhostBlog(inputs: readonly string[], options: GhostOptions): Promise<GhostBlog> {
  const { pages, problems } = options;
  const { files, close } = await openInputs(inputs, problems);
  try {
    const { file, tables, redirects, skipped } = await readInputs(files);
    const source = options.source ?? sourceName(readSite(tables.rows.settings), inputs[0] ?? file);
    const blog = readExport(tables, { file, source, pages, problems });
    tellOfImages(tables.rows.posts, { file, site: blog.site?.url ?? null, files, problems });
    return {
      blog: {
        ...blog,
        redirects: redirects.flatMap((one) => redirectsOf(one, problems)),
        skipped: [...blog.skipped, ...skipped],
      },
      files,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Known by the file's own name: in the next zip it may lie elsewhere. */
function redirectsOf(redirects: Redirects, problems: ProblemList): ForeignBlog['redirects'] {
  const file = posix.basename(redirects.file);
  return 'yaml' in redirects
    ? redirectsOfYaml(redirects.yaml, file, problems)
    : redirectsOfJson(redirects.list, file, problems);
}
