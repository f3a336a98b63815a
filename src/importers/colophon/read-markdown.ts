import type { z } from 'zod';
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
import { splitFrontMatterFile } from '../../domain/archive/front-matter.ts';
import { listNames, postsFolder, resourcesFolder, type Manifest } from '../../domain/archive/manifest.ts';
import type { ProblemList } from '../problem-list.ts';
import type { ArchivedBlog, WithText } from './archived-blog.ts';
import { checkEntry } from './check-entry.ts';
import { readTextNow, type ExportFiles } from './export-files.ts';
import { lineOfName, readYaml } from './read-yaml.ts';

/** Bytes of a list, and of a text with its front matter, at most. */
const maxListBytes = 100_000_000;
const maxTextBytes = 25_000_000;

/** Reads an export in Markdown: the files that its manifest lists, each by itself. */
export async function readMarkdownExport(
  files: ExportFiles,
  manifest: Manifest,
  problems: ProblemList,
  onProgress: (done: number, total: number) => void,
): Promise<ArchivedBlog> {
  const reader = new MarkdownReader(files, problems);
  const listed = new Set(manifest.files);
  const list = <E>(name: string, shape: z.ZodObject & z.ZodType<E>): Promise<E[]> =>
    listed.has(name) ? reader.list(name, shape) : Promise.resolve([]);
  const textsIn = (folder: string): string[] =>
    manifest.files.filter((file) => file.startsWith(`${folder}/`) && file.endsWith('.md'));
  const [postFiles, resourceFiles] = [textsIn(postsFolder), textsIn(resourcesFolder)];
  let done = 0;
  const step = (): void => {
    done += 1;
    onProgress(done, postFiles.length + resourceFiles.length);
  };
  const site = listed.has(listNames.site) ? await reader.one(listNames.site, siteEntry) : null;
  return {
    site,
    authors: await list(listNames.authors, authorEntry),
    tags: await list(listNames.tags, tagEntry),
    categories: await list(listNames.categories, categoryEntry),
    series: await list(listNames.series, seriesEntry),
    redirects: await list(listNames.redirects, redirectEntry),
    images: await list(listNames.images, imageEntry),
    posts: await reader.texts(postFiles, postEntry, step),
    resources: await reader.texts(resourceFiles, resourceEntry, step),
    incomplete: reader.incomplete,
  };
}

class MarkdownReader {
  readonly #files: ExportFiles;
  readonly #problems: ProblemList;
  incomplete = false;

  constructor(files: ExportFiles, problems: ProblemList) {
    this.#files = files;
    this.#problems = problems;
  }

  async one<E>(file: string, shape: z.ZodObject & z.ZodType<E>): Promise<E | null> {
    const text = await this.#try(file, () => this.#files.readText(file, maxListBytes));
    if (text === null) return null;
    const value = await this.#try(file, () => readYaml(text));
    return this.#checked(shape, value, file, (name) => lineOfName(text, name));
  }

  async list<E>(file: string, shape: z.ZodObject & z.ZodType<E>): Promise<E[]> {
    const value = await this.#try(file, async () => readYaml(await this.#files.readText(file, maxListBytes)));
    if (value === null) return [];
    if (!Array.isArray(value)) {
      this.#fail(file, new Error('it is not a list'));
      return [];
    }
    const entries: E[] = [];
    for (const item of value) {
      const entry = this.#checked(shape, item, file, () => null);
      if (entry !== null) entries.push(entry);
    }
    return entries;
  }

  async texts<E>(
    files: readonly string[],
    shape: z.ZodObject & z.ZodType<E>,
    step: () => void,
  ): Promise<WithText<E>[]> {
    const found: WithText<E>[] = [];
    for (const file of files) {
      const text = await this.#text(file, shape);
      if (text !== null) found.push(text);
      step();
    }
    return found;
  }

  async #text<E>(file: string, shape: z.ZodObject & z.ZodType<E>): Promise<WithText<E> | null> {
    const path = await this.#try(file, () => this.#files.pathOf(file));
    if (path === null) return null;
    const split = await this.#try(file, () => splitFile(readTextNow(path, file, maxTextBytes)));
    if (split === null) return null;
    const value = await this.#try(file, () => readYaml(split.frontMatter));
    if (value === null) return null;
    const lineOf = (name: string): number | null => {
      const line = lineOfName(split.frontMatter, name);
      return line === null ? null : line + 1;
    };
    const entry = this.#checked(shape, value, file, lineOf);
    if (entry === null) return null;
    return {
      entry,
      file,
      get markdown() {
        return splitFile(readTextNow(path, file, maxTextBytes)).body;
      },
    };
  }

  #checked<E>(
    shape: z.ZodObject & z.ZodType<E>,
    value: unknown,
    file: string,
    lineOf: (name: string) => number | null,
  ): E | null {
    const entry = checkEntry(shape, value, { problems: this.#problems, file, lineOf });
    if (entry === null) this.incomplete = true;
    return entry;
  }

  async #try<T>(file: string, work: () => T | Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      this.#fail(file, error);
      return null;
    }
  }

  #fail(file: string, error: unknown): void {
    this.incomplete = true;
    this.#problems.error(file, null, {
      what: `it cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      why: 'An export is read to the letter.',
      todo: 'Correct it, or export again.',
    });
  }
}

function splitFile(text: string) {
  const split = splitFrontMatterFile(text);
  if (split === null) throw new Error('it does not begin with front matter between lines of "---"');
  return split;
}
