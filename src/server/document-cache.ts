import type { DocumentNode } from 'graphql';

/** Bytes of heap a parsed token takes with its node and location: 320 measured on Node 24, graphql 16.15. */
const bytesPerToken = 350;

/** Entries beside the document: two map entries and the text's header. */
const bytesPerEntry = 300;

interface Entry {
  readonly document: DocumentNode;
  readonly bytes: number;
}

/**
 * Parsed documents by their text, bounded by the memory they take and not by their number: 150 different
 * documents of 76 KB filled 512 MB. The one used longest ago goes first.
 */
export class DocumentCache {
  readonly #entries = new Map<string, Entry>();
  readonly #maxBytes: number;
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Estimated bytes held; never more than the bound. */
  get bytes(): number {
    return this.#bytes;
  }

  get(source: string): DocumentNode | undefined {
    const entry = this.#entries.get(source);
    if (entry === undefined) return undefined;
    // A Map keeps the order of insertion: put again, it is the newest.
    this.#entries.delete(source);
    this.#entries.set(source, entry);
    return entry.document;
  }

  set(source: string, document: DocumentNode): void {
    const bytes = bytesPerEntry + 2 * source.length + bytesPerToken * (document.tokenCount ?? source.length);
    if (bytes > this.#maxBytes || this.#entries.has(source)) return;
    this.#entries.set(source, { document, bytes });
    this.#bytes += bytes;
    for (const [oldest, entry] of this.#entries) {
      if (this.#bytes <= this.#maxBytes) break;
      this.#entries.delete(oldest);
      this.#bytes -= entry.bytes;
    }
  }
}
