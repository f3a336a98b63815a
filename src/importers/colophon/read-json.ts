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
import { jsonName, maxJsonBytes } from '../../domain/archive/manifest.ts';
import { InputError } from '../blog-reader.ts';
import { parseJson } from '../files/parse-json.ts';
import type { ProblemList } from '../problem-list.ts';
import type { ArchivedBlog, Placed, WithText } from './archived-blog.ts';
import { checkEntry } from './check-entry.ts';
import type { ExportFiles } from './export-files.ts';
import { linesOfList } from './json-lines-of.ts';

/** Beside the entry of a post or resource. */
const withText = { markdown: z.string() };

/**
 * Reads an export in JSON: one document, which must fit in memory.
 *
 * @throws {InputError} when it is no JSON
 */
export async function readJsonExport(files: ExportFiles, problems: ProblemList): Promise<ArchivedBlog> {
  const reader = new JsonReader(await readText(files), problems);
  const list = <E>(name: string, shape: z.ZodObject & z.ZodType<E>): E[] =>
    reader.list(name, shape).map(({ entry }) => entry);
  const texts = <E>(name: string, shape: z.ZodObject & z.ZodType<E & { markdown: string }>): WithText<E>[] =>
    reader.list(name, shape).map((placed) => ({ ...placed, markdown: placed.entry.markdown }));
  const blog = {
    site: reader.one('site', siteEntry),
    authors: list('authors', authorEntry),
    tags: list('tags', tagEntry),
    categories: list('categories', categoryEntry),
    series: reader.list('series', seriesEntry),
    redirects: list('redirects', redirectEntry),
    images: list('images', imageEntry),
    imageList: jsonName,
    posts: texts('posts', postEntry.extend(withText)),
    resources: texts('resources', resourceEntry.extend(withText)),
  };
  return { ...blog, incomplete: reader.incomplete };
}

class JsonReader {
  readonly #text: string;
  readonly #document: Readonly<Record<string, unknown>>;
  readonly #problems: ProblemList;
  incomplete = false;

  constructor(text: string, problems: ProblemList) {
    const parsed = z.record(z.string(), z.unknown()).safeParse(parseJson(text, jsonName));
    if (!parsed.success) throw new InputError(`${jsonName} is not what an export has there. Export again.`);
    this.#text = text;
    this.#document = parsed.data;
    this.#problems = problems;
  }

  one<E>(name: string, shape: z.ZodObject & z.ZodType<E>): E | null {
    const value = this.#document[name];
    return value == null ? null : this.#checked(shape, value, () => null);
  }

  list<E>(name: string, shape: z.ZodObject & z.ZodType<E>): Placed<E>[] {
    const items = this.#document[name];
    if (!Array.isArray(items)) {
      this.incomplete = true;
      this.#problems.error(jsonName, null, {
        what: `"${name}" is not a list`,
        why: 'An export is read to the letter.',
        todo: 'Correct it, or export again.',
      });
      return [];
    }
    // Looked up only when there is something to tell.
    let lines: readonly (number | null)[] | undefined;
    return items.flatMap((item: unknown, index) => {
      const lineOf = (): number | null => (lines ??= linesOfList(this.#text, name, items))[index] ?? null;
      const entry = this.#checked(shape, item, lineOf);
      return entry === null ? [] : [{ entry, file: jsonName, lineOf }];
    });
  }

  #checked<E>(shape: z.ZodObject & z.ZodType<E>, value: unknown, lineOf: () => number | null): E | null {
    const entry = checkEntry(shape, value, { problems: this.#problems, file: jsonName, lineOf });
    if (entry === null) this.incomplete = true;
    return entry;
  }
}

async function readText(files: ExportFiles): Promise<string> {
  try {
    return await files.readText(jsonName, maxJsonBytes);
  } catch (error) {
    throw new InputError(`${error instanceof Error ? error.message : String(error)}. Export again.`);
  }
}
