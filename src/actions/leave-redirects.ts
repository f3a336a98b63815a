/** The traces that content leaves where it was: redirects of what moved, "gone" of what was removed. */
import type { WriteTransaction } from '../db/change-log.ts';
import { upsertRows } from './upsert-rows.ts';

/** A path that content left for another one. */
export interface Move {
  readonly oldPath: string;
  readonly newPath: string;
  /** Null for what is no post. */
  readonly postId: string | null;
}

/**
 * Old paths lead to where their content is now; of a post that is never out of date, whatever its path
 * becomes. Redirects to an old path are led on. Then `clearRedirects` frees the paths that content came to.
 */
export async function leaveRedirects(tx: WriteTransaction, moves: readonly Move[]): Promise<void> {
  const rows = moves.map(({ oldPath, newPath, postId }) => ({
    path: oldPath,
    kind: 'MOVED',
    target: postId === null ? newPath : null,
    postId,
  }));
  await upsertRows(tx, 'Redirect', rows, { key: ['path'] });
  const others = moves.filter((move) => move.postId === null);
  if (others.length > 0) {
    await tx.prisma.$executeRaw`
      update "Redirect" r set "target" = m.later
      from unnest(${others.map((move) => move.oldPath)}::text[], ${others.map((move) => move.newPath)}::text[])
        as m (earlier, later)
      where r."target" = m.earlier`;
  }
}

/** Real content wins over a redirect at its path. */
export async function clearRedirects(tx: WriteTransaction, paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  await tx.prisma.$executeRaw`delete from "Redirect" where "path" = any(${paths}::text[])`;
}

/** Says that nothing will be found at these paths again. */
export async function leaveGone(tx: WriteTransaction, paths: readonly string[]): Promise<void> {
  const rows = paths.map((path) => ({ path, kind: 'GONE', target: null, postId: null }));
  await upsertRows(tx, 'Redirect', rows, { key: ['path'] });
}
