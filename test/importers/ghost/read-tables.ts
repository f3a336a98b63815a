import { exportTables } from '../../../src/importers/ghost/export-tables.ts';
import { readExport } from '../../../src/importers/ghost/read-export.ts';
import { ProblemList } from '../../../src/importers/problem-list.ts';

/** A row as somebody may have written it. */
export type Row = Readonly<Record<string, unknown>>;
type Tables = Readonly<Record<string, readonly unknown[]>>;

/** Reads tables as an export of Ghost 5 holds them. */
export function readTables(tables: Tables, pages = false) {
  const problems = new ProblemList();
  const value = { db: [{ meta: { version: '5.0.0' }, data: tables }] };
  const blog = readExport(exportTables(value, 'x.json'), { file: 'x.json', source: 'x', pages, problems });
  return { blog, said: problems.sorted().map(({ severity, what }) => `${severity}: ${what}`) };
}

/** A published post for everybody. */
export const postRow = (id: string, more: Row = {}): Row => ({
  ...{ id, title: `Post ${id}`, slug: `post-${id}`, html: `<p>${id}</p>`, status: 'published' },
  ...{ visibility: 'public', published_at: '2024-01-02T03:04:05.000Z', ...more },
});
