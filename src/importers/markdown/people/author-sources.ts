import type { Json } from '../../../domain/blog-record.ts';
import type { ProblemList } from '../../problem-list.ts';
import type { SourceDocument } from '../document.ts';
import { asText } from '../../fields/values.ts';
import { isData } from '../files/file-kinds.ts';
import { folderOf, nameOf, stemOf } from '../files/folder.ts';
import type { Folder } from '../files/folder.ts';
import { asObject } from '../../fields/plain-json.ts';
import type { JsonObject } from '../../fields/plain-json.ts';
import { readDataFile } from '../site/data-file.ts';
import { authorFolders } from '../site/page-names.ts';

/** An author that a file of the blog describes. */
export interface AuthorSource {
  readonly id: string;
  readonly data: JsonObject;
  readonly file: string;
}

const listNames = new Set(['authors', 'author', 'people', 'contributors', 'writers']);

/** Folders whose `authors.yml` is a list of authors; elsewhere the name may mean anything. */
function isAuthorList(path: string): boolean {
  return (
    isData(path) &&
    listNames.has(stemOf(path).replace(/^\./, '').toLowerCase()) &&
    !/(?:^|\/)(?:i18n|locales?)\//.test(path)
  );
}

/** `data/authors/jane.yml` and its like. */
function isAuthorFile(path: string): boolean {
  return isData(path) && authorFolders.has(nameOf(folderOf(path)).toLowerCase());
}

/** Reads the lists of authors: a map by id, or a list of maps that carry an id. */
export async function readAuthorSources(
  folder: Folder,
  pages: readonly SourceDocument[],
  problems: ProblemList,
): Promise<AuthorSource[]> {
  const sources: AuthorSource[] = [];
  for (const file of folder.files.keys()) {
    if (isAuthorList(file)) sources.push(...listed(await readDataFile(folder, file, problems), file));
    else if (isAuthorFile(file)) {
      const data = asObject(await readDataFile(folder, file, problems));
      if (data) sources.push({ id: idOf(data) ?? stemOf(file), data, file });
    }
  }
  return [...sources, ...pages.map(pageSource)];
}

/** A page of an author: the text is the biography. */
function pageSource({ file, data, body }: SourceDocument): AuthorSource {
  const stem = stemOf(file);
  const id = /^_?index(?:\.|$)/.test(stem) ? nameOf(folderOf(file)) : stem.replace(/\.[a-z]{2}$/, '');
  const bio = asText(data['bio']) ?? asText(body);
  return { id: idOf(data) ?? id, data: bio === null ? data : { ...data, bio }, file };
}

function listed(value: Json, file: string): AuthorSource[] {
  const map = asObject(value);
  const inner = map && Object.keys(map).length === 1 ? map[Object.keys(map)[0] ?? ''] : undefined;
  const list = Array.isArray(value) ? value : Array.isArray(inner) ? inner : null;
  if (list) {
    return list.flatMap((item) => {
      const data = asObject(item);
      const id = data && (idOf(data) ?? asText(data['name']));
      return data && id !== null ? [{ id, data, file }] : [];
    });
  }
  // Material for MkDocs: `authors: { jane: { name } }`.
  const nested = asObject(inner);
  const people = nested && Object.values(nested).every((item) => asObject(item) !== null) ? nested : map;
  return Object.entries(people ?? {}).flatMap(([id, item]) => {
    const data = asObject(item) ?? (asText(item) === null ? null : { name: asText(item) });
    return data ? [{ id, data, file }] : [];
  });
}

function idOf(data: JsonObject): string | null {
  for (const key of ['id', 'key', 'slug', 'username', 'handle']) {
    const id = asText(data[key]);
    if (id !== null) return id;
  }
  return null;
}
