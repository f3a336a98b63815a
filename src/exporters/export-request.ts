import type { SiteUrls } from '../loaders/scope.ts';

export const exportFormats = ['markdown', 'json', 'jsonl'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What to export, and how. Plain data: another process can be asked to do it. */
export interface ExportRequest {
  /** Absolute path. */
  readonly folder: string;
  readonly format: ExportFormat;
  /** Only what the public sees. */
  readonly publicOnly: boolean;
  /** Of JSON Lines: packed. */
  readonly gzip: boolean;
  /** Of JSON Lines: where the site and its images are. The other formats name no address that settings say. */
  readonly urls: SiteUrls;
}
