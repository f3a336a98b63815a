import type { SeriesLink } from './series-links.ts';
import type { SeriesStatement } from './series-statements.ts';

/** A post with what it says of a series. */
export interface ProsePost {
  readonly key: string;
  readonly title: string;
  readonly language: string;
  readonly date: Date | null;
  readonly authors: readonly string[];
  readonly statement: SeriesStatement | null;
  readonly links: readonly SeriesLink[];
}

/** Posts that are parts of one series by their own words, in order. */
export interface ProseSeries {
  readonly title: string;
  readonly parts: readonly { readonly post: ProsePost; readonly part: number }[];
}

/** No series that is told in prose has more parts. */
const maxParts = 30;
const maxDays = 400;

/**
 * Finds series that posts only speak of: posts that link to each other as parts ("in the first post of this
 * series"), or that call themselves parts of what is called the same. At least one of them says so of
 * itself, and their numbers and dates do not contradict each other.
 */
export function proseSeries(posts: readonly ProsePost[]): ProseSeries[] {
  const byKey = new Map(posts.map((post) => [post.key, post]));
  const groups = new Groups();
  for (const post of posts) {
    for (const { to, place, saysSeries } of post.links) {
      // A post that says nothing of itself may well link to another's series.
      const other = byKey.get(to);
      const isBeside = place === 'previous' || place === 'next';
      const counts =
        place === null
          ? post.statement !== null && other?.statement != null
          : post.statement !== null || (saysSeries && isBeside);
      if (counts && other && !isFar(post, other)) groups.join(post.key, to);
    }
  }
  for (const post of posts) {
    for (const name of namesOf(post))
      groups.join(post.key, `${name}\n${post.language}\n${post.authors[0] ?? ''}`);
  }
  return groups.all().flatMap((keys) => {
    const members = keys.flatMap((key) => byKey.get(key) ?? []);
    return seriesOf(members) ?? [];
  });
}

function isFar(a: ProsePost, b: ProsePost): boolean {
  if (a.date === null || b.date === null) return false;
  return Math.abs(a.date.getTime() - b.date.getTime()) > maxDays * 86_400_000;
}

/** What its series is called, as other parts would write it too. */
function namesOf({ statement }: ProsePost): string[] {
  const topic = fold(statement?.topic ?? '')
    .split(' ')
    .slice(0, 8);
  const name = fold(statement?.name ?? '').split(' ');
  return [topic, name].flatMap((words) => (words.length > 2 ? words.join(' ') : []));
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function seriesOf(members: readonly ProsePost[]): ProseSeries | null {
  if (members.length < 2 || members.length > maxParts) return null;
  const dated = members.toSorted(
    (a, b) => (a.date?.getTime() ?? 0) - (b.date?.getTime() ?? 0) || (a.key < b.key ? -1 : 1),
  );
  const numbers = numbersOf(dated);
  if (numbers === null) return null;
  return {
    title: titleOf(dated),
    parts: dated.map((post, index) => ({ post, part: numbers[index] ?? index + 1 })),
  };
}

/**
 * The part of each post: the number that it, or a link to it, says; the others by date. Null when two have
 * one number, or a later one comes earlier: then it is no series, or more than one.
 */
function numbersOf(dated: readonly ProsePost[]): number[] | null {
  const said = numbersSaid(dated);
  const numbers: number[] = [];
  for (const [index, { key }] of dated.entries()) {
    const last = numbers.at(-1) ?? 0;
    // Before a numbered one there is room for those without a number.
    const ahead = dated.slice(index).findIndex((post) => said.has(post.key));
    const next = ahead < 0 ? null : (said.get(dated[index + ahead]?.key ?? '') ?? 0) - ahead;
    const number = said.get(key) ?? (next === null || next <= last ? last + 1 : Math.min(next, last + 1));
    if (number <= last) return null;
    numbers.push(number);
  }
  return numbers;
}

function numbersSaid(posts: readonly ProsePost[]): ReadonlyMap<string, number> {
  const said = new Map<string, number>();
  for (const { links } of posts) {
    for (const { to, place } of links) if (typeof place === 'number') said.set(to, place);
  }
  // What a post says of itself counts more.
  for (const { key, statement } of posts) {
    if (typeof statement?.place === 'number') said.set(key, statement.place);
  }
  return said;
}

/** What the posts call it; else what their titles begin with; else the title of the first. */
function titleOf(posts: readonly ProsePost[]): string {
  const names = posts.flatMap(({ statement }) => statement?.name ?? []);
  const topics = posts.flatMap(({ statement }) => statement?.topic ?? []);
  const [topic = ''] = topics.toSorted((a, b) => a.length - b.length);
  const short = topic.length <= 45 ? topic : '';
  const opening = commonOpening(posts.map(({ title }) => title));
  const title = [names[0], short, opening, topic, posts[0]?.title].find((text) => text) ?? '';
  const bare = title.replace(/^(?:the|a|an|our)\s+(?=.{12})/i, '');
  const cut = bare.length <= 60 || title !== topic ? bare : bare.slice(0, 61).replace(/\s+\S*$/, '');
  return cut.charAt(0).toUpperCase() + cut.slice(1);
}

/** The words that all titles begin with; null when they are but one, or too short to say anything. */
function commonOpening(titles: readonly string[]): string | null {
  const [first = [], ...others] = titles.map((title) => title.split(/\s+/));
  let count = 0;
  while (count < first.length && others.every((words) => words[count] === first[count])) count += 1;
  const opening = first
    .slice(0, count)
    .join(' ')
    .replace(/[\s\p{Pd}:,;|(#]+$/u, '');
  return count >= 2 && opening.length >= 12 ? opening : null;
}

/** Sets of names that belong together. */
class Groups {
  readonly #parent = new Map<string, string>();

  join(a: string, b: string): void {
    this.#parent.set(this.#root(b), this.#root(a));
  }

  #root(name: string): string {
    let at = name;
    for (let above = this.#parent.get(at); above !== undefined && above !== at; above = this.#parent.get(at))
      at = above;
    if (!this.#parent.has(at)) this.#parent.set(at, at);
    return at;
  }

  all(): string[][] {
    const sets = Map.groupBy(this.#parent.keys(), (name) => this.#root(name));
    return [...sets.values()];
  }
}
