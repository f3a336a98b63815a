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
import {
  listNames,
  manifestName,
  postsFolder,
  resourcesFolder,
  type Manifest,
} from '../../domain/archive/manifest.ts';
import type { ProblemList } from '../problem-list.ts';
import type { ArchivedBlog, Placed, WithText } from './archived-blog.ts';
import { checkEntry } from './check-entry.ts';
import { isAbsent, readTextNow, type ExportFiles } from './export-files.ts';
import { lineOfName, readYaml, readYamlList, YamlError } from './read-yaml.ts';
import { tellUnlisted } from './tell-unlisted.ts';

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
  const placed = <E>(name: string, shape: z.ZodObject & z.ZodType<E>): Promise<Placed<E>[]> =>
    listed.has(name) ? reader.list(name, shape) : Promise.resolve([]);
  const list = async <E>(name: string, shape: z.ZodObject & z.ZodType<E>): Promise<E[]> =>
    (await placed(name, shape)).map(({ entry }) => entry);
  const textsIn = (folder: string): string[] =>
    [...listed].filter((file) => file.startsWith(`${folder}/`) && file.endsWith('.md'));
  const [postFiles, resourceFiles] = [textsIn(postsFolder), textsIn(resourcesFolder)];
  let done = 0;
  const step = (): void => {
    done += 1;
    onProgress(done, postFiles.length + resourceFiles.length);
  };
  await tellUnlisted(files, listed, problems);
  const site = listed.has(listNames.site) ? await reader.one(listNames.site, siteEntry) : null;
  return {
    site,
    authors: await list(listNames.authors, authorEntry),
    tags: await list(listNames.tags, tagEntry),
    categories: await list(listNames.categories, categoryEntry),
    series: await placed(listNames.series, seriesEntry),
    redirects: await list(listNames.redirects, redirectEntry),
    images: await list(listNames.images, imageEntry),
    imageList: listNames.images,
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

  async list<E>(file: string, shape: z.ZodObject & z.ZodType<E>): Promise<Placed<E>[]> {
    const text = await this.#try(file, () => this.#files.readText(file, maxListBytes));
    // What is empty is not a list without items: somebody may have emptied it by mistake.
    const items = text === null ? null : await this.#try(file, () => readYamlList(text));
    return (items ?? []).flatMap(({ value, line }) => {
      const lineOf = (): number => line;
      const entry = this.#checked(shape, value, file, lineOf);
      return entry === null ? [] : [{ entry, file, lineOf }];
    });
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
    // The front matter begins in the second line.
    const value = await this.#try(file, () => readYaml(split.frontMatter), 1);
    if (value === null) return null;
    const lineOf = (name: string): number | null => {
      const line = lineOfName(splitFile(readTextNow(path, file, maxTextBytes)).frontMatter, name);
      return line === null ? null : line + 1;
    };
    const entry = this.#checked(shape, value, file, lineOf);
    if (entry === null) return null;
    return {
      entry,
      file,
      lineOf,
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

  /** @param above lines of the file above what is read */
  async #try<T>(file: string, work: () => T | Promise<T>, above = 0): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      this.incomplete = true;
      this.#problems.error(file, error instanceof YamlError ? error.line + above : null, {
        what: `it cannot be read: ${error instanceof Error ? error.message : String(error)}`,
        why: 'An export is read to the letter.',
        todo: isAbsent(error)
          ? `Put it back, or take its line out of ${manifestName}.`
          : 'Correct it, or export again.',
      });
      return null;
    }
  }
}

function splitFile(text: string) {
  const split = splitFrontMatterFile(text);
  if (split === null) throw new Error('it does not begin with front matter between lines of "---"');
  return split;
}
