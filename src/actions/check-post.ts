import type { z } from 'zod';
import type { PostRecord } from '../domain/blog-record.ts';
import { changedPost, isLazy, wholePost } from '../domain/lazy-post.ts';
import { withLazyText } from '../domain/lazy-text.ts';
import { cleanText } from './clean-text.ts';
import { postBodyShape, postShape } from './record-shapes.ts';

/** What is left of a record, or what is wrong with it. */
export type Checked<R> =
  | { readonly success: true; readonly data: R }
  | { readonly success: false; readonly error: Pick<z.ZodError, 'issues'> };

/**
 * Checks a post, and gives back a copy whose text is still where it was: it may lie in a file, of a blog that
 * is larger than memory. The text is checked too, and read anew whenever it is asked for. So is all of a lazy post.
 */
export function checkPost(written: PostRecord): Checked<PostRecord> {
  const checked = checkHead(written);
  if (!checked.success) return checked;
  const body = postBodyShape.safeParse({ markdown: written.markdown });
  if (!body.success) return body;
  return isLazy(written) ? { success: true, data: changedPost(written, checked.data, checkAgain) } : checked;
}

function checkAgain(written: PostRecord): PostRecord {
  const found = checkHead(written);
  if (!found.success) throw new Error(`What is kept of ${written.key} is not what it was.`);
  return found.data;
}

function checkHead(written: PostRecord): Checked<PostRecord> {
  const head = postShape.safeParse(wholePost(written));
  if (!head.success) return head;
  return { success: true, data: withLazyText(head.data, () => cleanText(written.markdown)) };
}
