/** Whether a text is the last part of a post's address, in any script, and no path or attack. */
export function isSlug(text: string): boolean {
  return /^[\p{L}\p{N}_-][\p{L}\p{M}\p{N}._~-]{0,299}$/u.test(text);
}
