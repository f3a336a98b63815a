import type { MarkdownOutput } from './markdown-output.ts';

/** A tag that was opened and has to be answered when it closes. */
export interface OpenTag {
  readonly name: string;
  readonly close: Replacement;
}

/** What goes in the place of a piece of foreign markup. */
export interface Replacement {
  readonly text: string;
  /** The text is a block of its own: blank lines go around it. */
  readonly block?: boolean;
}

/** Where a piece of foreign markup ends, its replacement being written already. */
export type End = number;

/** A source while it is being rewritten, from its start to its end, once. */
export interface Reading {
  readonly source: string;
  readonly output: MarkdownOutput;
  /** Like `indexOf`, for the few needles asked for again and again with a growing `from`. */
  readonly next: (needle: string, from: number) => number;
  /** Like `next`, for a pattern with the flag "g". */
  readonly nextMatch: (pattern: RegExp, from: number) => RegExpExecArray | null;
  readonly open: OpenTag[];
}

/** Boxes in boxes, beyond what anybody writes. */
const maxOpen = 50;

/** Whether a tag that opens at this place may wait for its closing one. */
export function mayOpen({ open }: Reading): boolean {
  return open.length < maxOpen;
}

/** Writes a replacement. */
export function put({ output }: Reading, { text, block }: Replacement): void {
  if (block) output.writeBlock(text);
  else output.write(text);
}

/** The two searches of a `Reading`: each remembers what it found, so that all of them together are linear. */
export function searches(source: string): Pick<Reading, 'next' | 'nextMatch'> {
  const found = new Map<string, number>();
  const matched = new Map<string, RegExpExecArray | null>();
  return {
    next: (needle, from) => {
      const known = found.get(needle);
      if (known !== undefined && (known === -1 || known >= from)) return known;
      const index = source.indexOf(needle, from);
      found.set(needle, index);
      return index;
    },
    nextMatch: (pattern, from) => {
      const known = matched.get(pattern.source);
      if (known === null || (known && known.index >= from)) return known;
      pattern.lastIndex = from;
      const match = pattern.exec(source);
      matched.set(pattern.source, match);
      return match;
    },
  };
}
