import {
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rmdir,
  stat,
  unlink,
} from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { parse } from 'yaml';
import { manifestName, manifestShape, type Manifest } from '../domain/archive/manifest.ts';
import { yamlText } from '../domain/archive/yaml-text.ts';
import { textPieces } from '../domain/text-pieces.ts';
import { ExportError, told } from './export-error.ts';

/** What a file is called until all of it is there. */
const partSuffix = '.colophon-part';
/** What may lie in a folder that counts as empty: version control, and what file managers leave. */
const harmless = new Set([
  `${manifestName}${partSuffix}`,
  '.git',
  '.gitattributes',
  '.gitignore',
  '.DS_Store',
  'Thumbs.db',
  'desktop.ini',
]);

/**
 * A folder that an export is written to: an empty one, or one of an earlier export. Files are written under
 * another name and then renamed; the manifest says that the export is incomplete until all of them are there, so
 * one that was killed is recognised, and written again by the next. Only what a manifest lists is ever removed.
 */
export class ExportFolder {
  readonly #root: string;
  readonly #earlier: ReadonlySet<string>;
  readonly #safe = new Set<string>();

  private constructor(root: string, earlier: readonly string[]) {
    this.#root = root;
    this.#earlier = new Set(earlier.filter(isInside));
  }

  /** @throws {ExportError} when something else is in the folder */
  static async open(folder: string): Promise<ExportFolder> {
    const root = await told(folder, async () => {
      await mkdir(folder, { recursive: true });
      return realpath(folder);
    });
    const names = await told(root, async () => (await readdir(root)).filter((name) => !harmless.has(name)));
    if (names.length === 0) return new ExportFolder(root, []);
    if (!names.includes(manifestName))
      throw new ExportError(
        `${folder} holds other files, such as ${names[0] ?? ''}. Name an empty folder, or none yet.`,
      );
    return new ExportFolder(root, await earlierFiles(join(root, manifestName)));
  }

  /**
   * Says what is going to be written.
   *
   * @throws {ExportError} when a file of somebody else is in the way; then nothing was written
   */
  async begin(manifest: Omit<Manifest, 'complete'>): Promise<void> {
    for (const file of manifest.files) {
      if (!this.#earlier.has(file) && (await exists(join(this.#root, file))))
        throw new ExportError(
          `${join(this.#root, file)} is not from an export and would be written over. Move it away.`,
        );
    }
    const files = [...new Set([...this.#earlier, ...manifest.files])].sort();
    await this.#writeManifest({ ...manifest, complete: false, files });
  }

  /** Writes a file, piece after piece. */
  async write(
    file: string,
    pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  ): Promise<void> {
    const path = await this.#pathOf(file);
    const part = path + partSuffix;
    await told(path, () => unlink(part).catch(ignoreAbsence));
    const handle = await told(path, () => open(part, 'wx'));
    try {
      for await (const piece of textPieces(pieces)) await told(path, () => handle.appendFile(piece));
      await told(path, () => handle.close());
      await told(path, () => rename(part, path));
    } catch (error) {
      await handle.close().catch(() => undefined);
      await unlink(part).catch(() => undefined);
      throw error;
    }
  }

  /** Removes what earlier exports wrote and this one did not, and says that all is there. */
  async finish(manifest: Omit<Manifest, 'complete'>): Promise<void> {
    const written = new Set(manifest.files);
    for (const file of this.#earlier) {
      if (!(await this.#isReachable(file))) continue;
      await unlink(join(this.#root, file) + partSuffix).catch(ignoreAbsence);
      if (!written.has(file)) await this.#remove(file);
    }
    await this.#writeManifest({ ...manifest, complete: true });
  }

  async #remove(file: string): Promise<void> {
    await unlink(join(this.#root, file)).catch(ignoreAbsence);
    for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
      // One that holds something else stays.
      const removed = await rmdir(join(this.#root, folder)).then(
        () => true,
        () => false,
      );
      if (!removed) return;
    }
  }

  async #writeManifest({
    format,
    version,
    layout,
    complete,
    sources,
    files,
    ...rest
  }: Manifest): Promise<void> {
    const ordered = { format, version, layout, complete, ...rest, sources, files };
    await this.write(manifestName, [yamlText(ordered)]);
  }

  /** The folder of a file is made, and must not lead out of the export by a link. */
  async #pathOf(file: string): Promise<string> {
    const folder = join(this.#root, dirname(file));
    if (!this.#safe.has(folder)) {
      if (this.#holds(await realFolder(folder))) await told(folder, () => mkdir(folder, { recursive: true }));
      else throw new ExportError(`${folder} is a link that leads out of the export. Remove it.`);
      this.#safe.add(folder);
    }
    return join(this.#root, file);
  }

  async #isReachable(file: string): Promise<boolean> {
    const folder = await realpath(join(this.#root, dirname(file))).catch(() => null);
    return folder !== null && this.#holds(folder);
  }

  #holds(path: string): boolean {
    return path === this.#root || path.startsWith(this.#root.endsWith(sep) ? this.#root : this.#root + sep);
  }
}

/** Where a folder is, or the nearest one above it that is there. */
async function realFolder(folder: string): Promise<string> {
  for (let path = folder; ; path = dirname(path)) {
    const found = await realpath(path).catch(() => null);
    if (found !== null || path === dirname(path)) return found ?? path;
  }
}

/** The files that a manifest lists, which may itself be half of one. */
async function earlierFiles(path: string): Promise<string[]> {
  const text = await told(path, async () => {
    // A pipe would be waited for without end.
    if (!(await stat(path)).isFile()) throw new ExportError(`${path} is no file. Move it away.`);
    return readFile(path, 'utf8');
  });
  try {
    return manifestShape.parse(parse(text, { maxAliasCount: 0 })).files;
  } catch (error) {
    throw new ExportError(
      `${path} is not of an export that this version knows. Name an empty folder, or none yet.`,
      { cause: error },
    );
  }
}

function isInside(file: string): boolean {
  return (
    !/^[/\\]|^[a-z]:|\\|\0/i.test(file) && file.split('/').every((part) => !['', '.', '..'].includes(part))
  );
}

async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null)) !== null;
}

function ignoreAbsence(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')))
    throw error;
}
