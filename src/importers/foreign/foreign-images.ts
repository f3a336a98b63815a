import type { ImageFileRecord, ImageRecord } from '../../domain/blog-record.ts';
import { isSitePath } from '../../domain/address.ts';
import { asWebUrl } from '../fields/values.ts';
import { imageFacts, maxImageBytes } from '../files/image-facts.ts';
import type { ProblemList } from '../problem-list.ts';

/** A file that came with an export. */
export interface ExportFile {
  /** Its name in the export; `readFile` of the blog knows it by that. */
  readonly name: string;
  /** @throws {Error} when it is larger, or cannot be read */
  readonly read: (maxBytes: number) => Promise<Uint8Array>;
}

/** The pictures that came with an export, by their addresses on the old site. */
export interface ExportImages {
  /** @param site address of the site without a slash at its end; null when it is not known */
  readonly find: (address: string, site: string | null) => ExportFile | null;
}

/** Makes records of images: of the file where the export has it, of the address otherwise. */
export class ForeignImages {
  readonly #files: ExportImages | null;
  readonly #site: string | null;
  readonly #problems: ProblemList;
  readonly #records = new Map<string, Promise<ImageFileRecord | null>>();

  constructor(files: ExportImages | null, site: string | null, problems: ProblemList) {
    this.#files = files;
    this.#site = site;
    this.#problems = problems;
  }

  /** The file of an address; null when none came along, or it is no image, which is told. */
  async file(address: string): Promise<ImageFileRecord | null> {
    const file = this.#files?.find(address, this.#site) ?? null;
    if (file === null) return null;
    const known = this.#records.get(file.name) ?? this.#read(file);
    this.#records.set(file.name, known);
    return known;
  }

  /** Whether a file of an address came along. */
  has(address: string): boolean {
    return this.#files !== null && this.#files.find(address, this.#site) !== null;
  }

  /** @param absolute the address as a whole; null when it is no address that a page may load */
  async record(
    absolute: string,
    size: { readonly width: number | null; readonly height: number | null } | null = null,
  ): Promise<ImageRecord | null> {
    const file = await this.file(absolute);
    if (file !== null) return file;
    const url = isSitePath(absolute) ? absolute : asWebUrl(absolute);
    if (url === null || url.length > 2000) return null;
    return { url, width: size?.width ?? null, height: size?.height ?? null };
  }

  async #read(file: ExportFile): Promise<ImageFileRecord | null> {
    try {
      return { file: file.name, ...imageFacts(Buffer.from(await file.read(maxImageBytes))) };
    } catch (error) {
      this.#problems.warn(file.name, null, {
        what: 'this picture was left out',
        why: error instanceof Error ? error.message : String(error),
        todo: 'Replace it by one that browsers show, of at most 20 MB.',
      });
      return null;
    }
  }
}
