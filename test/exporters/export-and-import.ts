/** An export, its import, and what both left, for tests of the way out and in again. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainRequest, runImport } from '../../src/commands/run-import.ts';
import type { Database } from '../../src/db/client.ts';
import { exportBlog } from '../../src/exporters/export-blog.ts';
import type { ExportRequest } from '../../src/exporters/export-request.ts';

/** Anything with an `after` hook: a test's context. */
interface Owner {
  after(hook: () => Promise<void>): void;
}

/** An empty folder, removed after the test. */
export async function emptyFolder(t: Owner): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'colophon-export-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Exports to a folder of the test's own. */
export async function exported(
  t: Owner,
  db: Database,
  request: Partial<ExportRequest> = {},
): Promise<string> {
  const folder = await emptyFolder(t);
  await exportTo(folder, db, request);
  return folder;
}

export async function exportTo(
  folder: string,
  db: Database,
  request: Partial<ExportRequest> = {},
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  const urls = { site: null, media: 'https://api.example' };
  const plain = { folder, format: 'markdown', publicOnly: false, gzip: false, urls } as const;
  await exportBlog(db, { ...plain, ...request }, onProgress);
}

/** Imports a folder; anything wrong with it fails the test. */
export async function importWhole(db: Database, folder: string): Promise<void> {
  const { report } = await runImport(db, plainRequest(folder), () => undefined);
  assert.deepEqual(
    report.problems.filter(({ severity }) => severity !== 'suggestion'),
    [],
  );
}

/** What a folder holds: path -> bytes, as text where it is text. */
export async function filesIn(folder: string): Promise<Record<string, string>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files: Record<string, string> = {};
  for (const path of paths.sort()) {
    const bytes = await readFile(path);
    const text = bytes.toString('utf8');
    const isText = Buffer.from(text).equals(bytes);
    files[path.slice(folder.length + 1)] = isText ? text : bytes.toString('base64');
  }
  return files;
}
