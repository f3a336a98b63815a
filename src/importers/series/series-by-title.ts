import type { PartTitle } from './series-title.ts';
import { foldStem, partTitle } from './series-title.ts';

/** What of a post matters to series. */
export interface TitledPost {
  readonly key: string;
  readonly title: string;
  readonly language: string;
  readonly date: Date | null;
}

/** Posts whose titles share a stem, with their parts. */
export interface TitleSeries {
  readonly title: string;
  readonly language: string;
  readonly plannedTotal: number | null;
  readonly parts: readonly {
    readonly post: TitledPost;
    readonly number: number;
    readonly title: string | null;
  }[];
}

type Part = TitledPost & { readonly part: PartTitle };

/** How far a part may be from the next one for its longer title to be taken for the same series. */
const maxDays = 120;

/**
 * Finds series by titles: at least two posts of one language whose titles share a stem and name different
 * parts. A first part without a number ("Foo" before "Foo, part 2"), or with more words in its stem, is
 * found as well. Posts named in `taken` already belong to a series.
 */
export function seriesByTitle(posts: readonly TitledPost[], taken: ReadonlySet<string>): TitleSeries[] {
  const free = posts.filter(({ key }) => !taken.has(key));
  const parts = free.flatMap((post) => {
    const part = partTitle(post.title);
    return part ? [{ ...post, part }] : [];
  });
  const groups = [
    ...Map.groupBy(parts, ({ language, part }) => `${language}\n${foldStem(part.stem)}`).values(),
  ].map((group) => withUnnumbered(group, free));
  const found = groups.filter(isSeries);
  const loners = groups.filter((group) => !isSeries(group)).flat();
  return found.map((group) => [...group, ...longerStems(group, loners)]).map(seriesOf);
}

/** Different numbers; a run of bare numerals must be whole from 1 on. */
function isSeries(group: readonly Part[]): boolean {
  const numbers = new Set(group.map(({ part }) => part.number));
  if (numbers.size < 2) return false;
  return (
    group.some(({ part }) => part.sure) ||
    [...numbers].every((number) => number === 1 || numbers.has(number - 1))
  );
}

/** "Foo" is part 1 of "Foo, part 2" when no other is, and it came before. */
function withUnnumbered(group: readonly Part[], posts: readonly TitledPost[]): readonly Part[] {
  const [first] = group;
  if (!first || group.some(({ part }) => part.number === 1)) return group;
  const earliest = Math.min(...group.map(({ date }) => date?.getTime() ?? Infinity));
  const post = posts.find(
    ({ title, language, date }) =>
      language === first.language &&
      foldStem(title) === foldStem(first.part.stem) &&
      partTitle(title) === null &&
      date !== null &&
      date.getTime() < earliest,
  );
  if (!post) return group;
  const part = { stem: post.title, number: 1, total: null, rest: null, sure: first.part.sure };
  return [{ ...post, part }, ...group];
}

/** "Foo are the best, part 1" before "Foo, part 2": a number that is missing, at the right time. */
function longerStems(group: readonly Part[], loners: readonly Part[]): Part[] {
  const [first] = group;
  const stem = foldStem(first?.part.stem ?? '');
  if (!first || stem.split(' ').length < 2) return [];
  const numbers = new Map(group.map((part) => [part.part.number, part]));
  return loners.filter(({ language, part, date }) => {
    const next = numbers.get(part.number + 1) ?? numbers.get(part.number - 1);
    if (language !== first.language || !part.sure || !next || numbers.has(part.number)) return false;
    if (!foldStem(part.stem).startsWith(`${stem} `) || !date || !next.date) return false;
    const days = (next.date.getTime() - date.getTime()) / 86_400_000;
    return Math.abs(days) <= maxDays && days > 0 === next.part.number > part.number;
  });
}

function seriesOf(group: readonly Part[]): TitleSeries {
  const parts = group.toSorted((a, b) => a.part.number - b.part.number);
  const [first] = parts.toSorted((a, b) => a.part.stem.length - b.part.stem.length);
  const totals = parts.flatMap(({ part }) => part.total ?? []);
  return {
    title: first?.part.stem ?? '',
    language: first?.language ?? '',
    plannedTotal: totals.length === 0 ? null : Math.max(...totals),
    parts: parts.map(({ part, ...post }) => ({ post, number: part.number, title: part.rest })),
  };
}
