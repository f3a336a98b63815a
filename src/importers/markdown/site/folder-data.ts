import type { ProblemList } from '../../problem-list.ts';
import { extensionOf, folderOf, nameOf, stemOf } from '../files/folder.ts';
import type { Folder } from '../files/folder.ts';
import { asObject } from '../../fields/plain-json.ts';
import { readDataFile } from './data-file.ts';
import type { FolderDefaults } from './defaults.ts';

/**
 * Eleventy's directory data (11ty.dev/docs/data-template-dir): `blog/blog.json` gives values to all posts in
 * `blog`. Tags there name a collection of templates, not a topic.
 */
export async function folderData(folder: Folder, problems: ProblemList): Promise<FolderDefaults[]> {
  const found: FolderDefaults[] = [];
  for (const file of folder.files.keys()) {
    const below = folderOf(file);
    // Material for MkDocs has the same in a file of its own name (its meta plugin).
    const isMeta = /^\.meta\.ya?ml$/.test(nameOf(file));
    const isFolderData =
      extensionOf(file) === 'json' &&
      stemOf(file).replace(/\.11tydata$/, '') === nameOf(below) &&
      below !== '';
    if (!isFolderData && !isMeta) continue;
    const { tags, ...values } = asObject(await readDataFile(folder, file, problems)) ?? {};
    if (tags !== undefined || Object.keys(values).length > 0) found.push({ below, values });
  }
  return found;
}
