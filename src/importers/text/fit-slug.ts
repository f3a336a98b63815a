import { normalisePath } from '../../domain/permalink.ts';
import { slugify } from '../../domain/slug.ts';

/**
 * A name as a slug. One that is fit for an address stays as it is, since that is the address the post has:
 * "go1.13-errors", "日本語".
 */
export function fitSlug(name: string): string {
  const text = normalisePath(`/${name}`).slice(1);
  const isFit = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}._~-]*$/u.test(text) && text.length <= 150;
  return isFit ? text : slugify(text);
}
