import type { ProblemList } from './problem-list.ts';

/** Something that is told once of all things that it is true of, with their number. */
export interface ProblemSort {
  readonly severity: 'warn' | 'suggest';
  /** After the number of posts, or of what else it is true of. */
  readonly what: readonly [one: string, several: string];
  readonly why: string;
  readonly todo: string;
}

interface Entry<Name> {
  readonly sort: Name;
  readonly detail: string;
  count: number;
  readonly names: Set<string>;
}

/** Names shown of those that something is true of; the rest is counted. */
const shown = 3;

/** Counts what is true of many posts, so that it is told in one line. */
export class ProblemTally<Name extends string> {
  readonly #sorts: Readonly<Record<Name, ProblemSort>>;
  readonly #found = new Map<string, Entry<Name>>();

  constructor(sorts: Readonly<Record<Name, ProblemSort>>) {
    this.#sorts = sorts;
  }

  /**
   * @param name what it is true of, as a person knows it
   * @param detail tells kinds of one sort apart: the name of a card
   */
  add(sort: Name, name: string, detail = ''): void {
    const key = `${sort} ${detail}`;
    const entry = this.#found.get(key) ?? { sort, detail, count: 0, names: new Set() };
    entry.count += 1;
    if (entry.names.size < shown) entry.names.add(name);
    this.#found.set(key, entry);
  }

  tell(problems: ProblemList, file: string): void {
    for (const { sort, detail, count, names } of this.#found.values()) {
      const { severity, what, why, todo } = this.#sorts[sort];
      const kind = detail === '' ? '' : ` (${detail})`;
      const more = count > names.size ? ', …' : '';
      const sentence = `${count} ${count === 1 ? what[0] : what[1]}${kind}: ${[...names].join(', ')}${more}`;
      problems[severity](file, null, { what: sentence, why, todo });
    }
  }
}
