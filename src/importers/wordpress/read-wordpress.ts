import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { siteHost } from '../../domain/address.ts';
import { InputError, type BlogReader, type ReadOptions } from '../blog-reader.ts';
import { noFiles } from '../files/no-files.ts';
import { Spool } from '../../spool/spool.ts';
import { assembleBlog } from '../foreign/assemble-blog.ts';
import { ProblemList } from '../problem-list.ts';
import { ExportCollector, type WxrExport } from './export/collect-export.ts';
import { exportFiles } from './is-wordpress.ts';
import { readPosts } from './posts/read-posts.ts';
import { Tally } from './posts/problem-sorts.ts';
import { sourceName } from './source-name.ts';
import { readRecords } from './xml/read-records.ts';

interface ExportFile {
  readonly path: string;
  /** For messages. */
  readonly name: string;
  readonly byteSize: number;
}

/** Reads WordPress's exports (WXR 1.0 to 1.2): the files of one blog, or a folder of them. */
export const readWordpress: BlogReader = async (inputs, options) => {
  const files = await filesOf(inputs);
  const [first] = files;
  if (first === undefined) throw new InputError('Name a file that WordPress exported, or a folder of them.');
  const problems = new ProblemList();
  const spool = await Spool.open();
  try {
    const found = await readFiles(files, spool, problems, options);
    const tally = new Tally();
    const source = options.source ?? sourceName(found.site.url, first.name);
    const blog = readPosts(found, { source, file: first.name, spool, problems, tally });
    const record = await assembleBlog(blog, { problems, spool, onProgress: options.onProgress });
    // Bodies tell of themselves while they are read.
    tally.tell(problems, first.name);
    return {
      record: { ...record, problems: problems.sorted() },
      readFile: noFiles,
      close: () => {
        spool.close();
        return Promise.resolve();
      },
    };
  } catch (error) {
    spool.close();
    throw error;
  }
};

async function filesOf(inputs: readonly string[]): Promise<ExportFile[]> {
  const files = new Map<string, ExportFile>();
  for (const input of inputs) {
    const found = await stat(input).catch(() => null);
    if (found === null) throw new InputError(`There is no file or folder ${input}. Check the path.`);
    if (found.isFile()) files.set(input, { path: input, name: basename(input), byteSize: found.size });
    else if (!found.isDirectory())
      throw new InputError(`${input} is neither a file nor a folder. Check the path.`);
    else
      for (const name of await namesIn(input)) {
        const path = join(input, name);
        files.set(path, { path, name, byteSize: (await stat(path)).size });
      }
  }
  return [...files.values()];
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await exportFiles(folder);
  if (names.length > 0) return names;
  const isEmpty = (await readdir(folder)).length === 0;
  throw new InputError(
    `${folder} ${isEmpty ? 'is empty' : 'holds other things than exports'}. Name the .xml files, or a folder with nothing else in it.`,
  );
}

async function readFiles(
  files: readonly ExportFile[],
  spool: Spool,
  problems: ProblemList,
  { pages = false, onProgress }: ReadOptions,
): Promise<WxrExport> {
  const collector = new ExportCollector(spool, problems, pages);
  const total = files.reduce((sum, { byteSize }) => sum + byteSize, 0);
  let [done, records] = [0, 0];
  let site: { readonly url: string; readonly name: string } | null = null;
  for (const { path, name, byteSize } of files) {
    let read = 0;
    const end = await readRecords(
      path,
      name,
      problems,
      (record) => {
        records += 1;
        collector.take(name, record);
      },
      (bytes) => {
        read += bytes;
        onProgress?.(megabytes(done + Math.min(read, byteSize)), megabytes(total));
      },
    );
    done += byteSize;
    const url = collector.end(end);
    if (site !== null && url !== '' && (siteHost(url) ?? url) !== (siteHost(site.url) ?? site.url))
      throw new InputError(
        `${site.name} is an export of ${site.url}, ${name} one of ${url}. Import one blog at a time.`,
      );
    if (url !== '') site ??= { url, name };
  }
  if (records === 0)
    throw new InputError(
      `There is no item, author or term in ${files.map(({ name }) => name).join(', ')}: it is no export of WordPress, or it was cut off. Export again.`,
    );
  return collector.finished();
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1e6);
}
