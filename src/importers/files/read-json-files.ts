import { InputError } from '../blog-reader.ts';
import type { ProblemList } from '../problem-list.ts';
import { parseJson } from './parse-json.ts';
import { readSourceText } from './read-source-text.ts';
import type { SourceFile } from './source-file.ts';

/** JSON is read whole, and takes some five times its size in memory. */
const maxBytes = 300_000_000;
/** An export has a few; a dump of an API one for each page or post. */
const maxFiles = 2000;

/** A JSON file of what somebody brings. */
export interface JsonFile {
  readonly file: string;
  readonly value: unknown;
}

export interface JsonFiles {
  readonly read: readonly JsonFile[];
  /** Whether there were some that could not be read; each is told. */
  readonly broken: boolean;
}

/**
 * The JSON files among others, each read whole. One that is broken or too large is told; the others go in.
 *
 * @throws {InputError} when there are none, too many, or none that can be read
 */
export async function readJsonFiles(files: readonly SourceFile[], problems: ProblemList): Promise<JsonFiles> {
  const found = files.filter(({ name }) => isJson(name));
  if (found.length > maxFiles)
    throw new InputError(
      `There are ${found.length} JSON files here; at most ${maxFiles} are read. Name fewer.`,
    );
  const read: JsonFile[] = [];
  const broken: { readonly file: string; readonly error: InputError }[] = [];
  let left = maxBytes;
  const hint = `All JSON files together may have ${maxBytes / 1e6} MB. Import parts of the export by themselves, each with its own --source.`;
  for (const file of found) {
    try {
      const text = await readSourceText(file, left, hint, problems);
      left -= file.byteSize;
      read.push({ file: file.name, value: parseJson(text, file.name) });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      broken.push({ file: file.name, error });
    }
  }
  const [first] = broken;
  if (read.length === 0) throw first?.error ?? new InputError('There is no JSON file here. Name the export.');
  for (const { file, error } of broken) {
    problems.error(file, null, {
      what: `This file was left out. ${error.message}`,
      why: 'What it holds is not known.',
      todo: 'Export it again. The other files went in.',
    });
  }
  return { read, broken: broken.length > 0 };
}

function isJson(name: string): boolean {
  return (
    /\.json$/i.test(name) && !/(?:^|\/)(?:__MACOSX|node_modules)\//.test(name) && !/(?:^|\/)\./.test(name)
  );
}
