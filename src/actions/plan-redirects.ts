import type { PostRecord, Problem } from '../domain/blog-record.ts';
import type { Redirect } from '../generated/prisma/client.ts';
import { fileOfRedirect } from './import-report.ts';
import type { ImportRun } from './import-run.ts';

/** A redirect that the blog states: an alias of a post, or one of its redirect files. */
export interface WantedRedirect {
  readonly row: Redirect;
  /** File and path: its name in this source. */
  readonly key: string;
}

/** One that it stated once and states no longer. */
export interface DroppedRedirect {
  readonly key: string;
  readonly path: string;
  /** `missing`: its file is gone, so only `prune` removes it. */
  readonly fate: 'keep' | 'remove' | 'missing';
}

export interface RedirectPlan {
  readonly wanted: readonly WantedRedirect[];
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
  const add = (file: string, path: string, postId: string | null, target: string | null): void => {
    if (idOfPath.get(path) === postId) return;
    const row: Redirect = { path, kind: 'MOVED', target, postId };
    const held =
      content.has(path) || (run.stored.isShared('REDIRECT', path) && !leadsAlike(rows.get(path), row));
    const first = wanted.get(path);
    if (held || (first && !leadsAlike(first.row, row))) run.tally.problem(taken(file, path));
    else if (first === undefined) wanted.set(path, { row, key: `${file}#${path}` });
  };
  for (const { record, id } of posts) for (const alias of record.aliases) add(record.key, alias, id, null);
  for (const { file, path, target } of run.record.redirects) {
    const postId = idOfPath.get(target) ?? null;
    if (path !== target) add(file, path, postId, postId === null ? target : null);
  }
  return {
    wanted: [...wanted.values()],
    dropped: drop(run, new Set([...wanted.values()].map(({ key }) => key))),
  };
}

/** Whether two redirects lead to one place. */
export function leadsAlike(a: Redirect | undefined, b: Redirect): boolean {
  return a?.kind === b.kind && a.target === b.target && a.postId === b.postId;
}

/** Paths at which this import, or another source, has something to show. */
function contentPaths(run: ImportRun): Set<string> {
  const { record, stored, posts } = run;
  const own = new Set(posts.claims.map(({ id }) => id));
  const others = [...stored.posts.values()].filter(({ id }) => !own.has(id) && run.stays(id));
  return new Set(
    [
      ...posts.claims.map((claim) => claim.record),
      ...others,
      ...record.tags,
      ...record.categories,
      ...record.authors,
      ...record.series,
      ...record.resources,
    ].map(({ path }) => path),
  );
}

function drop(run: ImportRun, keys: ReadonlySet<string>): DroppedRedirect[] {
  const { record, stored, tally, posts } = run;
  const failed = tally.failed();
  const files = new Set([
    ...record.posts.map((post) => post.key),
    ...record.redirects.map(({ file }) => file),
  ]);
  return [...stored.origins('REDIRECT')].flatMap(([key, { entityId: path }]): DroppedRedirect[] => {
    if (keys.has(key)) return [];
    const file = fileOfRedirect(key);
    if (failed.has(file)) return [{ key, path, fate: 'keep' }];
    if (files.has(file) || run.prune) return [{ key, path, fate: 'remove' }];
    return [{ key, path, fate: record.isWindow || posts.missing.has(file) ? 'keep' : 'missing' }];
  });
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
