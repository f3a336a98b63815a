import type { ImageEntry } from '../../domain/archive/entries.ts';
import type { ImageFileRecord, ImageRecord } from '../../domain/blog-record.ts';
import type { ProblemList } from '../problem-list.ts';
import type { CheckedImages } from './check-images.ts';

/** The images of an export by the address that its entries name them by. */
export class RecordImages {
  readonly #records: ReadonlyMap<string, ImageRecord>;
  readonly #missing: Set<string>;
  readonly #list: string;
  readonly #problems: ProblemList;

  /** @param list the file that names them */
  constructor({ entries, missing }: CheckedImages, list: string, problems: ProblemList) {
    this.#records = new Map(entries.map((entry) => [entry.src, recordOf(entry)]));
    this.#missing = new Set(missing);
    this.#list = list;
    this.#problems = problems;
  }

  /** One that no list describes is an image elsewhere; null for a file that is not there. */
  of(src: string): ImageRecord | null {
    const record = this.#records.get(src);
    if (record !== undefined) return record;
    if (!src.startsWith('/media/')) return { url: src };
    if (!this.#missing.has(src)) {
      this.#missing.add(src);
      this.#problems.warn(this.#list, null, {
        what: `the image ${src.slice(0, 300)} is not in it`,
        why: 'What shows it goes in without it.',
        todo: 'Put its entry back, and import again.',
      });
    }
    return null;
  }

  /** The files among those that a body shows. */
  files(images: Readonly<Record<string, string>>): Record<string, ImageFileRecord> {
    return Object.fromEntries(
      Object.entries(images).flatMap(([reference, src]) => {
        const record = this.of(src);
        return record !== null && 'file' in record ? [[reference, record] as const] : [];
      }),
    );
  }

  all(): ImageRecord[] {
    return [...this.#records.values()];
  }
}

function recordOf({ src, file, sha256, mimeType, byteSize, width, height }: ImageEntry): ImageRecord {
  const size = { width: width ?? null, height: height ?? null };
  if (file === undefined || sha256 === undefined) return { url: src, ...size };
  return {
    file,
    sha256,
    mimeType: mimeType ?? 'application/octet-stream',
    byteSize: byteSize ?? 0,
    ...size,
    servedAs: src.slice(src.lastIndexOf('/') + 1),
  };
}
