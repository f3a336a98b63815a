/** A heading of a body. */
export interface TocEntry {
  /** Anchor within the page: the heading's id. */
  readonly id: string;
  /** Plain text. */
  readonly text: string;
  /** 1 to 6. */
  readonly level: number;
  /** Id of the heading it stands under; null at the top. */
  readonly parentId: string | null;
}
