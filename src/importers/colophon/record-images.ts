import type { ImageEntry } from '../../domain/archive/entries.ts';
import type { ImageFileRecord, ImageRecord } from '../../domain/blog-record.ts';

/** The images of an export by the address that its entries name them by. */
export class RecordImages {
  readonly #records: ReadonlyMap<string, ImageRecord>;

  constructor(entries: readonly ImageEntry[]) {
    this.#records = new Map(entries.map((entry) => [entry.src, recordOf(entry)]));
  }

  /** One that no list describes is an image elsewhere. */
  of(src: string): ImageRecord {
    return this.#records.get(src) ?? { url: src };
  }

  /** The files among those that a body shows. */
  files(images: Readonly<Record<string, string>>): Record<string, ImageFileRecord> {
    return Object.fromEntries(
      Object.entries(images).flatMap(([reference, src]) => {
        const record = this.of(src);
        return 'file' in record ? [[reference, record] as const] : [];
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
