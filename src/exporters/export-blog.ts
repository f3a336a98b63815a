import type { Database } from '../db/client.ts';
import { readSnapshot } from '../db/snapshot.ts';
import { archiveVersion, type Manifest } from '../domain/archive/manifest.ts';
import { sightOf, type Viewer } from '../domain/visibility.ts';
import type { ArchiveScope } from '../loaders/archive/archive-scope.ts';
import type { ReadScope } from '../loaders/scope.ts';
import { gatherBlog, gatherSources, type GatheredSources } from './archive/gather.ts';
import { jsonLayout } from './archive/json-layout.ts';
import type { Layout } from './archive/layout.ts';
import { markdownLayout } from './archive/markdown-layout.ts';
import { ExportFolder } from './export-folder.ts';
import type { ExportRequest } from './export-request.ts';

/** What was written. */
export interface Exported {
  readonly files: number;
}

/**
 * Writes all of a blog to a folder, as it was at one moment. The same content always gives the same bytes.
 *
 * @param onProgress what it throws ends the export, which says then that it is not whole
 * @throws {ExportError} when the folder cannot take it; what holds something else is left as it is
 */
export async function exportBlog(
  db: Database,
  request: ExportRequest,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Exported> {
  const folder = await ExportFolder.open(request.folder);
  return readSnapshot(db, async (snapshot) => {
    const viewer: Viewer = { kind: request.publicOnly ? 'public' : 'owner' };
    const read: ReadScope = { db: snapshot, viewer, urls: request.urls };
    const scope: ArchiveScope = { db: snapshot, sight: sightOf(viewer) };
    const origin = await gatherSources(scope);
    const { files, steps, write } = await layoutOf(read, scope, origin, request);
    const manifest: Omit<Manifest, 'complete'> = {
      format: 'colophon',
      version: archiveVersion,
      layout: request.format,
      ...(request.publicOnly ? { public: true } : {}),
      sources: [...origin.sources],
      files: [...files].sort(),
    };
    await folder.begin(manifest);
    let done = 0;
    await write(folder, () => {
      done += 1;
      onProgress(done, steps);
    });
    await folder.finish(manifest);
    return { files: files.length + 1 };
  });
}

async function layoutOf(
  read: ReadScope,
  scope: ArchiveScope,
  origin: GatheredSources,
  request: ExportRequest,
): Promise<Layout> {
  switch (request.format) {
    case 'markdown':
      return markdownLayout(scope, await gatherBlog(scope, origin));
    case 'json':
      return jsonLayout(scope, await gatherBlog(scope, origin));
    case 'jsonl': {
      // The graph takes longest to load.
      const { graphLayout } = await import('./graph/graph-layout.ts');
      return graphLayout(read, request);
    }
  }
}
