/** What somebody brings, as far as it was looked at to know its format. */
export interface Brought {
  /** Absolute. */
  readonly path: string;
  readonly kind: 'file' | 'folder';
  /** The first 64 KB of a file; of a folder, nothing. */
  readonly head: Uint8Array;
  /** The same as text; empty where it is none, as in a zip. The last character may be cut. */
  readonly start: string;
}
