import type { ExportFolder } from '../export-folder.ts';

/** How a blog is laid out in files. */
export interface Layout {
  /** All that will be written. */
  readonly files: readonly string[];
  /** How often `step` is called. */
  readonly steps: number;
  readonly write: (folder: ExportFolder, step: () => void) => Promise<void>;
}
