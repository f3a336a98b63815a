import type { Problem, SkippedFile } from '../domain/blog-record.ts';

/** What an import speaks of. */
export type ContentKind =
  'posts' | 'series' | 'resources' | 'authors' | 'tags' | 'categories' | 'redirects' | 'site';

/** What became of one thing. `missing`: its file is gone and it was kept, for want of `prune`. */
export type Outcome = 'created' | 'updated' | 'unchanged' | 'removed' | 'missing';

export type Counts = Readonly<Record<Outcome, number>>;

/** What an import did, or with `dryRun` would do. */
export interface ImportReport {
  readonly counts: Readonly<Record<ContentKind, Counts>>;
  /** What is stored and no longer in the blog, sorted: files by name, the rest as in "tag go". */
  readonly missing: readonly string[];
  /** The importer's own and the action's. An `error` among them: something did not go in (exit code 1). */
  readonly problems: readonly Problem[];
  readonly skipped: readonly SkippedFile[];
}

/** Collects a report while an import runs. */
export interface Tally {
  /** Says what became of one thing; of several words about it the strongest counts. */
  mark(kind: ContentKind, key: string, outcome: Outcome): void;
  /** The same of something that is spoken of only once, and needs no name. Not for `missing`. */
  count(kind: ContentKind, outcome: Exclude<Outcome, 'missing'>): void;
  /** Nothing became of it after all: it is told among the problems. */
  unmark(kind: ContentKind, key: string): void;
  problem(problem: Problem): void;
  /** Files that did not go in: what is stored of them is left alone. */
  failed(): ReadonlySet<string>;
  report(skipped: readonly SkippedFile[]): ImportReport;
}

const outcomes = ['created', 'updated', 'unchanged', 'removed', 'missing'] as const;

/** "updated" because of its links does not unsay "created". */
const strength: Counts = { unchanged: 0, missing: 1, updated: 2, created: 3, removed: 4 };

export function createTally(found: readonly Problem[]): Tally {
  const marks = new Map<ContentKind, Map<string, Outcome>>();
  const counts = new Map<string, number>();
  const problems = [...found];
  return {
    mark(kind, key, outcome) {
      const outcomes = marks.get(kind) ?? new Map<string, Outcome>();
      marks.set(kind, outcomes);
      const known = outcomes.get(key);
      if (known === undefined || strength[outcome] > strength[known]) outcomes.set(key, outcome);
    },
    count(kind, outcome) {
      const name = `${kind} ${outcome}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    },
    unmark: (kind, key) => marks.get(kind)?.delete(key),
    problem: (problem) => problems.push(problem),
    failed: () => new Set(problems.filter(({ severity }) => severity === 'error').map(({ file }) => file)),
    report: (skipped) => ({
      counts: countAll(
        (kind) => marks.get(kind)?.values() ?? [],
        (kind, outcome) => counts.get(`${kind} ${outcome}`) ?? 0,
      ),
      missing: [...new Set([...marks].flatMap(([kind, outcomes]) => missingNames(kind, outcomes)))].sort(),
      problems,
      skipped,
    }),
  };
}

/** What several imports did that belong together. */
export function joinReports(reports: readonly ImportReport[]): ImportReport {
  const sum = (kind: ContentKind): Counts => {
    const total = { created: 0, updated: 0, unchanged: 0, removed: 0, missing: 0 };
    for (const { counts } of reports) {
      for (const outcome of outcomes) total[outcome] += counts[kind][outcome];
    }
    return total;
  };
  return {
    counts: forAllKinds(sum),
    missing: [...new Set(reports.flatMap(({ missing }) => missing))].sort(),
    problems: reports.flatMap(({ problems }) => problems),
    skipped: reports.flatMap(({ skipped }) => skipped),
  };
}

const terms: Partial<Record<ContentKind, string>> = {
  tags: 'tag',
  categories: 'category',
  authors: 'author',
};

function missingNames(kind: ContentKind, outcomes: ReadonlyMap<string, Outcome>): string[] {
  const keys = [...outcomes].flatMap(([key, outcome]) => (outcome === 'missing' ? [key] : []));
  const term = terms[kind];
  if (term !== undefined) return keys.map((key) => `${term} ${key}`);
  return kind === 'redirects' ? keys.map(fileOfRedirect) : keys;
}

/** A redirect is known by its file and path: "r.yml#/old". */
export function fileOfRedirect(key: string): string {
  return key.slice(0, key.lastIndexOf('#'));
}

function countAll(
  outcomesOf: (kind: ContentKind) => Iterable<Outcome>,
  counted: (kind: ContentKind, outcome: Outcome) => number,
): ImportReport['counts'] {
  return forAllKinds((kind) => {
    const counts = { created: 0, updated: 0, unchanged: 0, removed: 0, missing: 0 };
    for (const outcome of outcomes) counts[outcome] = counted(kind, outcome);
    for (const outcome of outcomesOf(kind)) counts[outcome] += 1;
    return counts;
  });
}

function forAllKinds(count: (kind: ContentKind) => Counts): ImportReport['counts'] {
  return {
    posts: count('posts'),
    series: count('series'),
    resources: count('resources'),
    authors: count('authors'),
    tags: count('tags'),
    categories: count('categories'),
    redirects: count('redirects'),
    site: count('site'),
  };
}
