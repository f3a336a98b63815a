import type { ImportReport } from '../../src/actions/import-report.ts';
import { reportText } from '../../src/commands/report-text.ts';
import { plainRequest, recognised, runImport, type ImportRequest } from '../../src/commands/run-import.ts';
import type { Database } from '../../src/db/client.ts';

/** What `colophon import` did, and what it says of it. */
export interface ImportedHere {
  readonly report: ImportReport;
  readonly text: string;
}

/**
 * What `colophon import` does, in this process.
 *
 * @param inputs absolute paths, or an address
 * @throws CommandError as the command does
 */
export async function importInto(
  db: Database,
  inputs: readonly string[],
  options: Partial<ImportRequest> = {},
): Promise<ImportedHere> {
  const request = await recognised({ ...plainRequest('', options), inputs });
  const { report } = await runImport(db, request, () => undefined);
  return { report, text: reportText(report, request) };
}
