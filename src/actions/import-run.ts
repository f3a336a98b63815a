import type { Database } from '../db/client.ts';
import type { BlogRecord, PostRecord, ResourceRecord, SeriesRecord } from '../domain/blog-record.ts';
import type { Identified } from './identify-records.ts';
import type { Tally } from './import-report.ts';
import type { StoredBlog } from './stored-blog.ts';
import type { Leaving } from './without-leaving.ts';

/** How far an import is. `done` of `total` in one step. */
export interface ImportProgress {
  readonly step: 'terms' | 'posts' | 'resources' | 'links' | 'related' | 'removal';
  readonly done: number;
  readonly total: number;
}

/** How to import. */
export interface ImportOptions {
  /** The clock of this import: what is dated later is scheduled. */
  readonly now: Date;
  /** Remove what the blog no longer holds. Default: report it and keep it. */
  readonly prune?: boolean;
  /** Say what would happen, write nothing. */
  readonly dryRun?: boolean;
  /** Leave the posts that are stored as they are, and take only the others. */
  readonly onlyNew?: boolean;
  /** The bytes of a file that an image record names. */
  readonly readFile: (file: string) => Promise<Uint8Array>;
  /** Called between transactions. What it throws ends the import there; the same import goes on later. */
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** What the steps of one import share. */
export interface ImportRun {
  readonly db: Database;
  readonly now: Date;
  readonly prune: boolean;
  readonly dryRun: boolean;
  readonly readFile: (file: string) => Promise<Uint8Array>;
  readonly progress: (progress: ImportProgress) => void;
  /** Checked. */
  readonly record: BlogRecord;
  /** What was stored before this run wrote anything. */
  readonly found: StoredBlog;
  readonly leaving: Leaving;
  /** `found` without what leaves. */
  readonly stored: StoredBlog;
  readonly tally: Tally;
  readonly posts: Identified<PostRecord>;
  readonly series: Identified<SeriesRecord>;
  readonly resources: Identified<ResourceRecord>;
  /** Whether a stored post stays without being one of `posts.claims`: another source's, or gone but kept. */
  readonly stays: (postId: string) => boolean;
}
