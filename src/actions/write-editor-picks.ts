import { writeContent } from '../db/change-log.ts';
import { entityChange } from './entity-change.ts';
import type { ImportRun } from './import-run.ts';
import { upsertRows } from './upsert-rows.ts';

/**
 * Writes the picks of editors that an export carries, of posts for which nobody picked anything yet: an import
 * does not undo what an editor did here. One transaction, once all posts are there.
 */
export async function writeEditorPicks(run: ImportRun): Promise<void> {
  const { editorPicks = [] } = run.record;
  if (run.dryRun || editorPicks.length === 0) return;
  await writeContent(run.db, run.now, async (tx) => {
    const paths = [...new Set(editorPicks.flatMap(({ post, picks }) => [post, ...picks]))];
    const posts = await tx.prisma.post.findMany({
      where: { path: { in: paths } },
      select: { id: true, path: true, editorPicks: { select: { position: true }, take: 1 } },
    });
    const at = new Map(posts.map((post) => [post.path, post]));
    const wanted = editorPicks.flatMap(({ post, picks }) => {
      const picking = at.get(post);
      if (picking === undefined || picking.editorPicks.length > 0) return [];
      const picked = new Set(
        picks.flatMap((path) => at.get(path)?.id ?? []).filter((id) => id !== picking.id),
      );
      return [...picked].map((relatedId, position) => ({ postId: picking.id, relatedId, position }));
    });
    await upsertRows(tx, 'EditorPick', wanted, { key: ['postId', 'relatedId'] });
    const changed = new Set(wanted.map(({ postId }) => postId));
    for (const { id, path } of posts) if (changed.has(id)) tx.record(entityChange('POST', id, path, path));
  });
}
