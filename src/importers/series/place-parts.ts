import type { SeriesPartRecord } from '../../domain/blog-record.ts';

/** A post that belongs to a series, with the number it gives itself. */
export interface SeriesMember {
  readonly post: string;
  readonly number: number | null;
  readonly title: string | null;
  readonly date: Date | null;
}

/** Parts in order, and the posts that could not have the number they gave themselves. */
export interface PlacedParts {
  readonly parts: readonly SeriesPartRecord[];
  readonly moved: readonly { readonly post: string; readonly wanted: number; readonly position: number }[];
}

/**
 * Gives every post of a series its position: first what the series itself names, then posts with a number,
 * then the others by date, each at the first free position behind those dated before it.
 */
export function placeParts(
  announced: readonly SeriesPartRecord[],
  members: readonly SeriesMember[],
): PlacedParts {
  const parts = new Map(announced.map((part) => [part.position, part]));
  const placed = new Set(announced.map(({ post }) => post));
  const moved: { post: string; wanted: number; position: number }[] = [];
  const place = ({ post, title }: SeriesMember, from: number): number => {
    let position = from;
    while (!isFree(parts.get(position), title)) position += 1;
    const there = parts.get(position);
    parts.set(
      position,
      there ? { ...there, post } : { position, title, summary: null, post, announced: false },
    );
    placed.add(post);
    return position;
  };
  const waiting = members.filter(({ post }) => !placed.has(post)).toSorted(byDate);
  const numbered = waiting.flatMap((member) =>
    member.number === null ? [] : { ...member, number: member.number },
  );
  for (const member of numbered) {
    if (isFree(parts.get(member.number), member.title)) place(member, member.number);
  }
  for (const member of numbered) {
    if (placed.has(member.post)) continue;
    moved.push({ post: member.post, wanted: member.number, position: place(member, member.number) });
  }
  let last = 1;
  for (const member of waiting) {
    if (placed.has(member.post)) continue;
    last = place(member, last);
  }
  return { parts: [...parts.values()].toSorted((a, b) => a.position - b.position), moved };
}

/** Free is a position that nothing holds, or an announced part whose post is to come. */
function isFree(part: SeriesPartRecord | undefined, title: string | null): boolean {
  return (
    part === undefined ||
    (part.post === null && (part.title === null || title === null || part.title === title))
  );
}

function byDate(a: SeriesMember, b: SeriesMember): number {
  const [left, right] = [a.date?.getTime() ?? Infinity, b.date?.getTime() ?? Infinity];
  return left === right ? (a.post < b.post ? -1 : 1) : left - right;
}
