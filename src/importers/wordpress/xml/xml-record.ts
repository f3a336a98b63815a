/** What became of a record's end. */
export type RecordFault = 'unclosed' | 'truncated' | 'oversized';

/** A part of a channel that is read by itself: an item, an author, a term. */
export interface XmlRecord {
  /** The usual name. */
  readonly name: string;
  /** Where it begins, counted from 1. */
  readonly line: number;
  /** Valid until the scanner goes on. Empty when it is oversized. */
  readonly bytes: Buffer;
  readonly fault: RecordFault | null;
}
