/** A file of what somebody brings, in a folder, in a zip or by itself. */
export interface SourceFile {
  /** Relative to the folder or the zip, with "/". */
  readonly name: string;
  readonly byteSize: number;
  /** @throws {Error} when it is larger than `maxBytes`, or cannot be read */
  readonly read: (maxBytes: number) => Promise<Uint8Array>;
  /** The first bytes of it. */
  readonly head: (bytes: number) => Promise<Uint8Array>;
}

/** What was opened, until it is closed. */
export interface OpenedFiles {
  readonly files: readonly SourceFile[];
  readonly close: () => Promise<void>;
}
