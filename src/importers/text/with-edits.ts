/** A change of a text: so many characters go, and others stand there. */
export interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** A text with its changes; of two that overlap the first counts. */
export function withEdits(source: string, edits: readonly Edit[]): string {
  let text = '';
  let done = 0;
  for (const { at, remove, insert } of edits.toSorted((a, b) => a.at - b.at)) {
    if (at < done) continue;
    text += source.slice(done, at) + insert;
    done = at + remove;
  }
  return text + source.slice(done);
}
