import { writeContent } from '../db/change-log.ts';
import type { Database } from '../db/client.ts';
import { DomainError } from '../domain/errors.ts';
import { entityChange } from './entity-change.ts';
import { refreshRelated } from './refresh-related.ts';
import { replaceRows } from './replace-rows.ts';

/** Picks of a post at most, as in front matter. */
const mostPicks = 100;

/**
 * Makes these posts an editor's picks for a post, in this order: they are shown first among its related
 * posts, in place of those that its front matter names, and imports leave them alone. No picks: what the
 * front matter says counts again.
 *
 * @param postId of the post
 * @param relatedIds of the picks; one named twice counts once
 * @throws DomainError BAD_USER_INPUT when one of the posts is not there, a post is its own pick, or there are
 *   more than 100
 */
export async function setRelatedPicks(
  db: Database,
  postId: string,
  relatedIds: readonly string[],
  now: Date,
): Promise<void> {
  const picks = [...new Set(relatedIds)];
  if (picks.length > mostPicks)
    throw new DomainError('BAD_USER_INPUT', `A post has at most ${mostPicks} picks.`);
  if (picks.includes(postId)) throw new DomainError('BAD_USER_INPUT', 'A post cannot be its own pick.');
  await writeContent(db, now, async (tx) => {
    const found = await tx.prisma.$queryRaw<{ id: string; path: string }[]>`
      select "id"::text, "path" from "Post" where "id"::text = any(${[postId, ...picks]}::text[])`;
    const paths = new Map(found.map(({ id, path }) => [id, path]));
    const absent = [postId, ...picks].find((id) => !paths.has(id));
    if (absent !== undefined) throw new DomainError('BAD_USER_INPUT', `There is no post ${absent}.`);
    const rows = picks.map((relatedId, position) => ({ postId, relatedId, position }));
    const changed = await replaceRows(tx, 'EditorPick', 'postId', [postId], rows);
    const path = paths.get(postId) ?? '';
    if (changed.size > 0) tx.record(entityChange('POST', postId, path, path));
  });
  await refreshRelated(db, { now });
}
