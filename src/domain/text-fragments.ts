import { FRAGMENT_LENGTH, FRAGMENTS } from './limits.ts';
import { segmenter } from './segmenter.ts';
import type { TextMatch } from './text-matches.ts';

/** A piece of a text as one line, and where matches stand in it, in UTF-16 units of `text`. */
export interface TextFragment {
  /** With "…" where the text goes on. */
  readonly text: string;
  readonly matches: readonly { readonly start: number; readonly end: number }[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A whole text, such as a title. */
export function wholeFragment(text: string, matches: readonly TextMatch[]): TextFragment {
  return written(text, { start: 0, end: text.length }, matches);
}

/**
 * The pieces of a text that say best how it matches: first the one with most of the terms, then others that
 * bring a term which is not shown yet. Cut between words, by the rules of the text's own script.
 *
 * @param locale BCP 47; decides only where scripts leave a choice
 */
export function bestFragments(text: string, matches: readonly TextMatch[], locale?: string): TextFragment[] {
  const shown = new Set<number>();
  const fragments: TextFragment[] = [];
  const taken: Span[] = [];
  while (fragments.length < FRAGMENTS) {
    const best = bestCluster(matches, shown, taken);
    if (best === null) break;
    matches.slice(best.from, best.to).forEach(({ terms }) => terms.forEach((term) => shown.add(term)));
    const span = cutAround(text, boundedSpan(text, spanOf(matches, best)), taken, locale);
    taken.push(span);
    fragments.push(written(text, span, matches));
  }
  return fragments;
}

/** Matches `from` to before `to`, and how good a fragment they make. */
interface Cluster {
  readonly from: number;
  readonly to: number;
  readonly newTerms: number;
}

/**
 * The matches that fit into one fragment and show most of the terms that are not shown yet; among equals
 * most matches, then the first. Null when none shows anything new.
 */
function bestCluster(
  matches: readonly TextMatch[],
  shown: ReadonlySet<number>,
  taken: readonly Span[],
): Cluster | null {
  const counts = new Map<number, number>();
  const count = (match: TextMatch | undefined, step: 1 | -1): void => {
    for (const term of match?.terms ?? []) {
      if (shown.has(term)) continue;
      const now = (counts.get(term) ?? 0) + step;
      if (now === 0) counts.delete(term);
      else counts.set(term, now);
    }
  };
  let best: Cluster | null = null;
  let from = 0;
  for (const [index, match] of matches.entries()) {
    count(match, 1);
    while (from < index && !fits(spanOf(matches, { from, to: index + 1 }), taken)) {
      count(matches[from], -1);
      from += 1;
    }
    const cluster = { from, to: index + 1, newTerms: counts.size };
    const free = !isTaken(spanOf(matches, cluster), taken);
    if (free && cluster.newTerms > 0 && isBetter(cluster, best)) best = cluster;
  }
  return best;
}

function isBetter(cluster: Cluster, best: Cluster | null): boolean {
  if (best?.newTerms !== cluster.newTerms) return cluster.newTerms > (best?.newTerms ?? 0);
  return cluster.to - cluster.from > best.to - best.from;
}

function fits(span: Span, taken: readonly Span[]): boolean {
  return span.end - span.start <= FRAGMENT_LENGTH && !isTaken(span, taken);
}

function isTaken({ start, end }: Span, taken: readonly Span[]): boolean {
  return taken.some((other) => start < other.end && other.start < end);
}

function spanOf(matches: readonly TextMatch[], { from, to }: Pick<Cluster, 'from' | 'to'>): Span {
  return { start: matches[from]?.start ?? 0, end: matches[to - 1]?.end ?? 0 };
}

/** A match may be longer than any fragment: somebody's key in base64 that begins with the prefix. */
function boundedSpan(text: string, { start, end }: Span): Span {
  if (end - start <= FRAGMENT_LENGTH) return { start, end };
  const limit = start + FRAGMENT_LENGTH;
  return { start, end: text.slice(start, limit).isWellFormed() ? limit : limit - 1 };
}

/**
 * As much of the text around a cluster as a fragment holds, the same on both sides where there is as much.
 * It does not begin before the cluster's block, nor end behind it when that alone says enough.
 */
function cutAround(text: string, { start, end }: Span, taken: readonly Span[], locale?: string): Span {
  const blockStart = text.lastIndexOf('\n', start - 1) + 1;
  const blockEnd = text.indexOf('\n', end);
  const first = Math.max(blockStart, ...taken.map((other) => (other.end <= start ? other.end : 0)));
  const last = Math.min(
    text.length,
    ...taken.map((other) => (other.start >= end ? other.start : text.length)),
  );
  const room = Math.max(0, FRAGMENT_LENGTH - (end - start));
  const before = Math.min(start - first, Math.max(room >> 1, room - (last - end)));
  const limit = Math.min(last, end + room - before);
  const saysEnough = blockEnd !== -1 && blockEnd - (start - before) >= FRAGMENT_LENGTH / 3;
  return {
    start: wordStart(text, start - before, start, locale),
    end: wordEnd(text, end, saysEnough ? Math.min(limit, blockEnd) : limit, locale),
  };
}

/** Units looked at beyond a limit, so that a word that stands across it is known as one. */
const margin = 100;

/** The first place from `limit` on where a word begins, `start` at the latest. */
function wordStart(text: string, limit: number, start: number, locale?: string): number {
  const offset = Math.max(0, limit - margin);
  for (const { index, segment, isWordLike } of segmenter('word', locale).segment(text.slice(offset, start))) {
    const place = offset + index;
    if (place >= limit && (isWordLike === true || /^[\p{Ps}\p{Pi}"'$#@/.-]$/u.test(segment))) return place;
  }
  return start;
}

/** The last place up to `limit` where a word or sign ends, `end` at the earliest. */
function wordEnd(text: string, end: number, limit: number, locale?: string): number {
  let place = end;
  for (const { index, segment } of segmenter('word', locale).segment(text.slice(end, limit + margin))) {
    const after = end + index + segment.length;
    if (after > limit) break;
    if (!/^\s+$/u.test(segment)) place = after;
  }
  return place;
}

function written(text: string, { start, end }: Span, matches: readonly TextMatch[]): TextFragment {
  const oneLine = (from: number, to: number): string => text.slice(from, to).replace(/\s+/gu, ' ');
  let line = text.slice(0, start).trim() === '' ? '' : '…';
  let place = start;
  const places = matches
    .filter((match) => match.start >= start && match.start < end)
    .map((match) => {
      line += oneLine(place, match.start);
      const at = line.length;
      place = Math.min(match.end, end);
      line += oneLine(match.start, place);
      return { start: at, end: line.length };
    });
  line += oneLine(place, end);
  return { text: text.slice(end).trim() === '' ? line : `${line}…`, matches: places };
}
