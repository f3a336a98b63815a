import type { ProblemList } from '../problem-list.ts';
import { ContentFiles } from './inputs/content-files.ts';
import type { SourceFile } from '../files/source-file.ts';
import type { JsonMap } from '../fields/json-values.ts';

/** Columns in which a post names its pictures. */
const columns = ['feature_image', 'image', 'lexical', 'mobiledoc', 'html', 'markdown'];
const ownImage = /(?:__GHOST_URL__|["'(\s]|^)\\?\/content\\?\/images\\?\//;

/**
 * Tells once that posts show pictures of the old site as paths, where neither the pictures came along nor the
 * site's address is known: an export of JSON alone holds neither.
 */
export function tellOfImages(
  posts: readonly JsonMap[],
  {
    file,
    site,
    files,
    problems,
  }: {
    readonly file: string;
    readonly site: string | null;
    readonly files: readonly SourceFile[];
    readonly problems: ProblemList;
  },
): void {
  if (site !== null || !new ContentFiles(files).isEmpty) return;
  const count = posts.filter((post) =>
    columns.some((column) => typeof post[column] === 'string' && ownImage.test(post[column])),
  ).length;
  if (count === 0) return;
  problems.suggest(file, null, {
    what: `Pictures of ${count} ${count === 1 ? 'post are' : 'posts are'} not in the export: they stay paths of the site (/content/images/…)`,
    why: 'A Ghost export holds no pictures, and does not say where its site is.',
    todo: 'Serve the folder content/images at that path, or import a folder or a zip that has it beside the JSON.',
  });
}
