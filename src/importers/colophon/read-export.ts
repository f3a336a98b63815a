import { manifestName, manifestShape, type Manifest } from '../../domain/archive/manifest.ts';
import { InputError, type ReadBlog, type ReadOptions } from '../blog-reader.ts';
import { ProblemList } from '../problem-list.ts';
import { blogRecords } from './blog-records.ts';
import { checkImages, maxImageBytes } from './check-images.ts';
import { ExportFiles } from './export-files.ts';
import { readJsonExport } from './read-json.ts';
import { readMarkdownExport } from './read-markdown.ts';
import { readYaml, YamlError } from './read-yaml.ts';

/** Bytes of the manifest at most, which lists every file. */
const maxManifestBytes = 100_000_000;

/**
 * Reads an export of our own to the letter: what was stored is stored again, ids and sources included.
 *
 * @throws {InputError} when it was cut off, is of another version, or of a format that is not for reading back
 */
export async function readExport(inputs: readonly string[], options: ReadOptions): Promise<ReadBlog> {
  const [folder, second] = inputs;
  if (folder === undefined || second !== undefined)
    throw new InputError('An export is one folder. Import several one after the other.');
  const files = await ExportFiles.open(folder);
  const manifest = await readManifest(files, folder);
  if (options.source !== null)
    throw new InputError('An export knows the names of the imports it came from: leave out --source.');
  const problems = new ProblemList();
  const blog =
    manifest.layout === 'markdown'
      ? await readMarkdownExport(files, manifest, problems, options.onProgress ?? (() => undefined))
      : await readJsonExport(files, problems);
  const images = await checkImages(files, blog.images, blog.imageList, problems);
  const [record, ...others] = blogRecords(blog, manifest, images, problems);
  if (record === undefined) throw new InputError(`${folder} holds nothing.`);
  return { record, others, readFile: (file) => files.read(file, maxImageBytes) };
}

function placeOf(error: unknown): string {
  return error instanceof YamlError ? `line ${error.line}: ` : '';
}

async function readManifest(files: ExportFiles, folder: string): Promise<Manifest> {
  const value = await files
    .readText(manifestName, maxManifestBytes)
    .then(readYaml)
    .catch((error: unknown) => {
      throw new InputError(
        `${manifestName} in ${folder} cannot be read: ${placeOf(error)}${error instanceof Error ? error.message : String(error)}. Correct it, or export again.`,
      );
    });
  const parsed = manifestShape.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new InputError(
      `${manifestName} in ${folder} is not one that this version reads: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}.`,
    );
  }
  if (!parsed.data.complete)
    throw new InputError(`The export in ${folder} was cut off before its end. Export again.`);
  if (parsed.data.layout === 'jsonl')
    throw new InputError(
      'JSON Lines are for others to read. To import it again, export --format markdown or json.',
    );
  return parsed.data;
}
