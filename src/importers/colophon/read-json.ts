import { z } from 'zod';
import {
  authorEntry,
  categoryEntry,
  imageEntry,
  postEntry,
  redirectEntry,
  resourceEntry,
  seriesEntry,
  siteEntry,
  tagEntry,
} from '../../domain/archive/entries.ts';
import { jsonName } from '../../domain/archive/manifest.ts';
import { InputError } from '../blog-reader.ts';
import type { ProblemList } from '../problem-list.ts';
import type { ArchivedBlog, WithText } from './archived-blog.ts';
import { checkEntry } from './check-entry.ts';
import type { ExportFiles } from './export-files.ts';

/** A text in JavaScript has no room for more; a larger blog is exported in Markdown. */
const maxBytes = 500_000_000;

const documentShape = z.record(z.string(), z.unknown());

/**
 * Reads an export in JSON: one document, which must fit in memory.
 *
 * @throws {InputError} when it is no JSON
 */
export async function readJsonExport(files: ExportFiles, problems: ProblemList): Promise<ArchivedBlog> {
  const document = await readDocument(files);
  let incomplete = false;
  const checked = <E>(shape: z.ZodObject & z.ZodType<E>, value: unknown): E | null => {
    const entry = checkEntry(shape, value, { problems, file: jsonName, lineOf: () => null });
    if (entry === null) incomplete = true;
    return entry;
  };
  const items = (name: string): unknown[] => {
    const value = document[name];
    return Array.isArray(value) ? value : [];
  };
  const list = <E>(name: string, shape: z.ZodObject & z.ZodType<E>): E[] => {
    const entries = items(name).map((item) => checked(shape, item));
    return entries.filter((entry) => entry !== null);
  };
  const texts = <E>(name: string, shape: z.ZodObject & z.ZodType<E>): WithText<E>[] =>
    items(name).flatMap((item) => {
      const { markdown, ...fields } = documentShape.parse(item);
      const entry = checked(shape, fields);
      return entry === null
        ? []
        : [{ entry, file: jsonName, markdown: typeof markdown === 'string' ? markdown : '' }];
    });
  const blog = {
    site: document['site'] == null ? null : checked(siteEntry, document['site']),
    authors: list('authors', authorEntry),
    tags: list('tags', tagEntry),
    categories: list('categories', categoryEntry),
    series: list('series', seriesEntry),
    redirects: list('redirects', redirectEntry),
    images: list('images', imageEntry),
    posts: texts('posts', postEntry),
    resources: texts('resources', resourceEntry),
  };
  return { ...blog, incomplete };
}

async function readDocument(files: ExportFiles): Promise<Record<string, unknown>> {
  try {
    return documentShape.parse(JSON.parse(await files.readText(jsonName, maxBytes)));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new InputError(`${jsonName} cannot be read: ${message.slice(0, 300)}. Export again.`);
  }
}
