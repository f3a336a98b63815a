import type { Json } from '../../../domain/blog-record.ts';
import type { ProblemList } from '../../problem-list.ts';
import { asText } from '../../fields/values.ts';
import { isData } from '../files/file-kinds.ts';
import { folderOf, stemOf } from '../files/folder.ts';
import type { Folder } from '../files/folder.ts';
import { listedRedirects } from '../redirects/redirect-sources.ts';
import type { WrittenRedirect } from '../redirects/redirect-sources.ts';
import { declaredSeries } from '../series/declared-series.ts';
import type { DeclaredSeries } from '../series/declared-series.ts';
import { readDataFile } from '../site/data-file.ts';
import type { TermPage } from '../sort-files.ts';
import type { CategoryTree } from '../../terms/category-tree.ts';
import type { TagRegistry } from '../../terms/tag-registry.ts';

/** What data files declare beside authors and the site. */
export interface Declared {
  readonly series: DeclaredSeries[];
  readonly redirects: WrittenRedirect[];
}

/** Folders of files that are served as they are, and of translations of labels. */
const passedBy = /(?:^|\/)(?:static|public|assets|i18n|locales?|dist|build|themes)(?:\/|$)/;

/** Reads `tags.yml`, `categories.yml`, `series.yml` and `redirects.yml`, and the pages about terms. */
export async function readDeclared(
  folder: Folder,
  pages: readonly TermPage[],
  tags: TagRegistry,
  categories: CategoryTree,
  problems: ProblemList,
): Promise<Declared> {
  const declared: Declared = { series: [], redirects: [] };
  const readers = new Map<string, (value: Json, file: string) => void>([
    [
      'tags',
      (value) => {
        tags.declareAll(value);
      },
    ],
    [
      'categories',
      (value) => {
        categories.declareAll(value);
      },
    ],
    [
      'series',
      (value, file) => {
        declared.series.push(...declaredSeries(value, file));
      },
    ],
    [
      'redirects',
      (value, file) => {
        declared.redirects.push(...listedRedirects(value, file));
      },
    ],
  ]);
  for (const file of folder.files.keys()) {
    const read =
      isData(file) && !passedBy.test(folderOf(file)) ? readers.get(stemOf(file).toLowerCase()) : undefined;
    if (read) read(await readDataFile(folder, file, problems), file);
  }
  for (const page of pages) declarePage(page, tags, categories, declared);
  return declared;
}

/** `content/tags/go/_index.md`: its title and its description. A page in a further language adds nothing. */
function declarePage(
  { of, id, document }: TermPage,
  tags: TagRegistry,
  categories: CategoryTree,
  declared: Declared,
): void {
  const title = asText(document.fields.get('title'));
  const description = asText(document.fields.get('description')) ?? asText(document.fields.get('summary'));
  if (of === 'tag') tags.declare(id, title, description, null);
  else if (of === 'category') categories.declare([id], title, description);
  else if (declared.series.every((series) => series.id !== id)) {
    declared.series.push({
      id,
      title,
      description,
      language: null,
      total: null,
      file: document.file,
      parts: [],
    });
  }
}
