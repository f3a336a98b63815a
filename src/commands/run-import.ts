import { resolve } from 'node:path';
import { joinReports, type ImportReport } from '../actions/import-report.ts';
import { findFeedState, saveFeedState, storedSlugs } from '../actions/feed-state.ts';
import type { Database } from '../db/client.ts';
import { InputError, type Memory } from '../importers/blog-reader.ts';
import { formats, type FormatName } from '../importers/formats.ts';
import { CommandError } from './command-error.ts';

/** What to import, and how. Plain data: another process can be asked to do it. */
export interface ImportRequest {
  /** Absolute paths, or URLs. */
  readonly inputs: readonly string[];
  /** Null: what is in it tells. */
  readonly format: FormatName | null;
  /** Names the import; its posts are told from another import's by it. Null: the reader takes a name. */
  readonly source: string | null;
  readonly pages: boolean;
  readonly follow: boolean;
  readonly allowPrivate: boolean;
  readonly prune: boolean;
  readonly dryRun: boolean;
}

/** What came of an import, and the names it has: several where an export of several blogs came back. */
export interface Imported {
  readonly report: ImportReport;
  readonly sources: readonly string[];
}

export type OnProgress = (step: string, done: number, total: number) => void;

/** A request that only names what to import. */
export function plainRequest(input: string, options: Partial<ImportRequest> = {}): ImportRequest {
  return {
    inputs: [input],
    format: null,
    source: null,
    pages: false,
    follow: false,
    allowPrivate: false,
    prune: false,
    dryRun: false,
    ...options,
  };
}

/**
 * Reads a blog of any format and stores it. Loads the reader, which takes a while, only now.
 *
 * @throws CommandError when nothing can be read; what `onProgress` throws, at a place where nothing is half done
 */
export async function runImport(
  db: Database,
  request: ImportRequest,
  onProgress: OnProgress,
): Promise<Imported> {
  const { prune, dryRun } = request;
  const { importBlog } = await import('../actions/import-blog.ts');
  const {
    record,
    others = [],
    readFile,
    close,
    trace,
  } = await readInputs(request, memoryOf(db), (done, total) => {
    onProgress('read', done, total);
  });
  try {
    const records = [record, ...others];
    const reports: ImportReport[] = [];
    for (const one of records) {
      const report = await importBlog(db, one, {
        now: new Date(),
        prune,
        dryRun,
        onlyNew: request.follow,
        readFile,
        onProgress: ({ step, done, total }) => {
          onProgress(step, done, total);
        },
      });
      reports.push(report);
    }
    const report = joinReports(reports);
    const isWhole = report.problems.every(({ severity }) => severity !== 'error');
    if (trace && isWhole && !dryRun) await saveFeedState(db, trace, new Date());
    return { report, sources: records.map(({ source }) => source) };
  } finally {
    await close?.();
  }
}

/**
 * The request with its format, looked up where none was named: before a database is opened for nothing.
 *
 * @throws CommandError when there is no such file, or nothing that is known
 */
export async function recognised(request: ImportRequest): Promise<ImportRequest> {
  return told(async () => {
    const format = request.format ?? (await formatOf(request.inputs));
    if (format !== 'feed' && request.inputs.some(isAddress))
      throw new InputError('Only feeds are read from an address. Download the file, and import that.');
    return { ...request, format };
  });
}

function memoryOf(db: Database): Memory {
  return {
    feed: (address, source) => findFeedState(db, address, source),
    slugs: (source) => storedSlugs(db, source),
  };
}

async function readInputs(
  request: ImportRequest,
  memory: Memory,
  onProgress: (done: number, total: number) => void,
) {
  return told(async () => {
    const read = await formats[request.format ?? (await formatOf(request.inputs))].load();
    return read(request.inputs, { ...request, memory, onProgress });
  });
}

/** An input that cannot be read is for the user to mend. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof InputError ? new CommandError(error.message, 2) : error;
  }
}

async function formatOf(inputs: readonly string[]): Promise<FormatName> {
  const { detectFormat } = await import('../importers/detect-format.ts');
  const found = new Set(await Promise.all(inputs.map((input) => detectFormat(input))));
  const [format, second] = found;
  if (format === undefined) throw new InputError('Name what is to be imported.');
  if (second !== undefined)
    throw new InputError(
      `These are of several formats: ${[...found].map((name) => formats[name].title).join(', ')}. Import one at a time.`,
    );
  return format;
}

/** What somebody typed, as it is meant from any folder: a URL, or an absolute path. */
export function absoluteInput(typed: string): string {
  return isAddress(typed) ? typed : resolve(typed);
}

/** Whether something typed is an address, not a path. */
export function isAddress(typed: string): boolean {
  return /^https?:\/\//i.test(typed);
}
