import type { PostRecord, Problem } from '../domain/blog-record.ts';
import type { Redirect } from '../generated/prisma/client.ts';
import { fileOfRedirect } from './import-report.ts';
import type { ImportRun } from './import-run.ts';

/** A redirect that the blog states: an alias of a post, or one of its redirect files. A post more often than not has one. */
export interface WantedRedirect {
  readonly file: string;
  readonly path: string;
  readonly target: string | null;
  readonly postId: string | null;
}

/** Its name in this source. */
export function keyOfRedirect({ file, path }: WantedRedirect): string {
  return `${file}#${path}`;
}

/** As it is stored. */
export function redirectRow({ path, target, postId }: WantedRedirect): Redirect {
  return { path, kind: 'MOVED', target, postId };
}

/** One that it stated once and states no longer. */
export interface DroppedRedirect {
  readonly key: string;
  readonly path: string;
  /** `missing`: its file is gone, so only `prune` removes it. */
  readonly fate: 'keep' | 'remove' | 'missing';
}

export interface RedirectPlan {
  /** By path. */
  readonly wanted: ReadonlyMap<string, WantedRedirect>;
  readonly dropped: readonly DroppedRedirect[];
}

/**
 * Decides which redirects a blog states. Content wins over a redirect at its path, the first statement over
 * later ones, and that of another source stays.
 *
 * @param posts those that are stored by now, with their ids
 * @param rows the redirects that are stored by now
 */
export function planRedirects(
  run: ImportRun,
  posts: readonly { readonly record: PostRecord; readonly id: string }[],
  rows: ReadonlyMap<string, Redirect>,
): RedirectPlan {
  const idOfPath = new Map(posts.map(({ record, id }) => [record.path, id]));
  const content = contentPaths(run);
  const wanted = new Map<string, WantedRedirect>();
  const add = (one: WantedRedirect): void => {
    const { file, path, postId } = one;
    if (idOfPath.get(path) === postId) return;
    const held =
      content.has(path) || (run.stored.isShared('REDIRECT', path) && !leadsAlike(rows.get(path), one));
    const first = wanted.get(path);
    if (held || (first && !isAlike(first, one))) run.tally.problem(taken(file, path));
    else if (first === undefined) wanted.set(path, one);
  };
  for (const { record, id: postId } of posts)
    for (const path of record.aliases) add({ file: record.key, path, target: null, postId });
  for (const { file, path, target } of run.record.redirects) {
    const postId = idOfPath.get(target) ?? null;
    if (path !== target) add({ file, path, target: postId === null ? target : null, postId });
  }
  return { wanted, dropped: drop(run, wanted) };
}

/** Whether what is stored leads where it is wanted to. */
export function leadsAlike(stored: Redirect | undefined, wanted: WantedRedirect): boolean {
  return stored?.kind === 'MOVED' && isAlike(stored, wanted);
}

type Lead = Pick<WantedRedirect, 'target' | 'postId'>;

function isAlike(a: Lead, b: Lead): boolean {
  return a.target === b.target && a.postId === b.postId;
}

/** Paths at which this import, or another source, has something to show. */
function contentPaths(run: ImportRun): Set<string> {
  const { record, stored, posts } = run;
  const { tags, categories, authors, series, resources } = record;
  const own = new Set<string>();
  const paths = new Set<string>();
  for (const claim of posts.claims) {
    own.add(claim.id);
    paths.add(claim.record.path);
  }
  for (const { id, path } of stored.posts.values()) if (!own.has(id) && run.stays(id)) paths.add(path);
  for (const list of [tags, categories, authors, series, resources])
    for (const { path } of list) paths.add(path);
  return paths;
}

function drop(run: ImportRun, wanted: ReadonlyMap<string, WantedRedirect>): DroppedRedirect[] {
  const { record, stored, tally, posts } = run;
  const failed = tally.failed();
  const files = new Set(record.redirects.map(({ file }) => file));
  const own = stored.origins('REDIRECT');
  if (own.size > 0) for (const { key } of record.posts) files.add(key);
  const dropped: DroppedRedirect[] = [];
  for (const [key, { entityId: path }] of own) {
    const kept = wanted.get(path);
    if (kept && keyOfRedirect(kept) === key) continue;
    const file = fileOfRedirect(key);
    const fate = (): DroppedRedirect['fate'] => {
      if (failed.has(file)) return 'keep';
      if (files.has(file) || run.prune) return 'remove';
      return record.isWindow || posts.missing.has(file) ? 'keep' : 'missing';
    };
    dropped.push({ key, path, fate: fate() });
  }
  return dropped;
}

function taken(file: string, path: string): Problem {
  return {
    severity: 'warning',
    file,
    line: null,
    what: `the redirect from ${path} was left out`,
    why: 'Something else is found at that path, or another redirect begins there.',
    todo: 'Remove the one that is not meant.',
  };
}
