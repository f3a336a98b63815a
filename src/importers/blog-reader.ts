import type { BlogRecord } from '../domain/blog-record.ts';

/** How a feed was when it was last imported whole. */
export interface FeedTrace {
  /** SHA-256 of where it is. */
  readonly address: string;
  readonly source: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly contentHash: string;
}

/** What is stored of earlier imports, for formats that show only a part of a blog each time. */
export interface Memory {
  readonly feed: (address: string, source: string | null) => Promise<FeedTrace | null>;
  /** Slugs of an import's posts by key, and all that are taken. */
  readonly slugs: (
    source: string,
  ) => Promise<{ readonly known: ReadonlyMap<string, string>; readonly taken: ReadonlySet<string> }>;
}

/** How to read a blog. Each reader takes what concerns it. */
export interface ReadOptions {
  /**
   * Names the import: part of the identity of everything in it. Null: the reader takes a name that the next
   * export of the same blog will have too, such as the host of its site.
   */
  readonly source: string | null;
  /** Take pages ("About us") as posts too. */
  readonly pages?: boolean;
  /** Take only what a feed holds beyond the last time. */
  readonly follow?: boolean;
  /** Read feeds from private addresses (127.0.0.1, 10.0.0.0/8, …) too. */
  readonly allowPrivate?: boolean;
  readonly memory?: Memory;
  /** Called while files are read. What it throws ends the reading. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** A blog as it was read, and how to get at the bytes of its files. */
export interface ReadBlog {
  readonly record: BlogRecord;
  /** Further blogs of the same input, each with a source of its own, to be stored one after the other. */
  readonly others?: readonly BlogRecord[];
  /** The bytes of a file that an image of the record names. */
  readonly readFile: (file: string) => Promise<Uint8Array>;
  /** To be kept when all of it went in. */
  readonly trace?: FeedTrace;
  /** Gives back what the reading holds (temporary files), once the record is not used any more. */
  readonly close?: () => Promise<void>;
}

/**
 * Reads a blog of one format: parses only, writes nothing. What is wrong with a part of it is in the record's
 * problems; the rest goes in.
 *
 * @param inputs absolute paths, or URLs; several where one blog comes in several files
 * @throws {InputError} when nothing at all can be read
 */
export type BlogReader = (inputs: readonly string[], options: ReadOptions) => Promise<ReadBlog>;

/** The input as a whole cannot be read; the message says what, where and what to do. */
export class InputError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}
