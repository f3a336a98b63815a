import { z } from 'zod';

/** Of the file's own form; what the tables are like, the migrations say. */
export const backupVersion = 1;

/** The first line of a backup. The rows follow, one a line, table by table as they are named here. */
export const headerShape = z.object({
  format: z.literal('colophon-backup'),
  version: z.literal(backupVersion),
  /** The version of the program that made it. */
  by: z.string(),
  at: z.iso.datetime(),
  contentVersion: z.string().regex(/^\d{1,18}$/),
  /** What had made the tables, in order. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).min(1),
  tables: z.array(z.object({ name: z.string(), rows: z.int().min(0) })),
});
export type BackupHeader = z.output<typeof headerShape>;

/** Rows of all tables. */
export function rowCount({ tables }: BackupHeader): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}

/** What is needed to say of a file that it is a backup, if of a version that is not known here. */
export const anyHeaderShape = z.object({ format: z.literal('colophon-backup'), version: z.int() });

/** The last line: the SHA-256 of all lines before it, line ends included, in hex. */
export const footerShape = z.strictObject({ sha256: z.string() });

/** A backup cannot be made or restored. The message says why and what to do; nothing was changed. */
export class BackupError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}
