import type { Database } from '../db/client.ts';
import type { BlogRecord, SkippedFile } from '../domain/blog-record.ts';
import { createTally } from './import-report.ts';
import type { ImportReport } from './import-report.ts';
import type { ImportOptions, ImportRun } from './import-run.ts';
import { linkPosts } from './link-posts.ts';
import { planPosts } from './plan-posts.ts';
import type { PostPlan } from './plan-posts.ts';
import { planResources } from './plan-resources.ts';
import { planSeries } from './plan-series.ts';
import { planTerms } from './plan-terms.ts';
import { publishDuePosts } from './publish-due-posts.ts';
import { readdressPosts } from './readdress-posts.ts';
import { refreshLinks } from './refresh-links.ts';
import { refreshStatistics } from './refresh-statistics.ts';
import { refreshRelated } from './refresh-related.ts';
import { removeImages } from './remove-images.ts';
import { removePosts } from './remove-posts.ts';
import { removeResources } from './remove-resources.ts';
import { removeTerms } from './remove-terms.ts';
import { settleSeries } from './settle-series.ts';
import { storeImages } from './store-images.ts';
import { startImport } from './start-import.ts';
import { authorKind, categoryKind, tagKind } from './term-kinds.ts';
import { writeEditorPicks } from './write-editor-picks.ts';
import { writePosts } from './write-posts.ts';
import { writeRedirects } from './write-redirects.ts';
import { writeResources } from './write-resources.ts';
import { writeSeries } from './write-series.ts';
import { writeSite } from './write-site.ts';
import { writeTerms } from './write-terms.ts';
import { writeTraces } from './write-traces.ts';

/**
 * Makes what is stored of one source say what the given blog says, and reports what that took. It is the
 * one way content goes in.
 *
 * Every step is a transaction, or several, that compares before it writes: imported again, nothing is
 * written and nothing is logged; killed anywhere and imported again, the content and the log are those of
 * an unbroken run. One import at a time: a second one of another blog fails cleanly where they meet.
 *
 * @throws what the database throws when it fails; what went in before that stays and is found the next time
 */
export async function importBlog(
  db: Database,
  record: BlogRecord,
  options: ImportOptions,
): Promise<ImportReport> {
  const tally = createTally(record.problems);
  const skipped = await storeBlog(await startImport(db, record, options, tally));
  // By now nothing is left of what was compared: related posts need memory of their own.
  await relate(db, options);
  options.onProgress?.({ step: 'removal', done: 1, total: 1 });
  return tally.report(skipped);
}

/** @returns what was not taken, and why */
async function storeBlog(run: ImportRun): Promise<readonly SkippedFile[]> {
  const { tags, categories, authors } = run.record;
  const plans = {
    tags: await planTerms(run, tagKind, tags),
    categories: await planTerms(run, categoryKind, categories),
    authors: await planTerms(run, authorKind, authors),
  };
  const ids = { tags: plans.tags.ids, categories: plans.categories.ids, authors: plans.authors.ids };
  const posts = planPosts(run, ids);
  const resources = planResources(run, ids);

  await writeSite(run);
  if (!run.dryRun) await storeImages(run, run.record.images ?? []);
  // Terms and series move while the posts are as they were: whether the public saw them says whether they
  // leave a redirect, also to an import that goes on after a kill.
  await writeTerms(run, tagKind, plans.tags);
  await writeTerms(run, categoryKind, plans.categories);
  await writeTerms(run, authorKind, plans.authors);
  await settleSeries(run);
  run.progress({ step: 'terms', done: 1, total: 1 });
  await removePosts(run);
  await removeResources(run);
  await readdressPosts(run, posts);
  await linkAll(run, posts, await writePosts(run, posts, ids));
  await writeResources(run, resources);
  await removeTerms(run, tagKind, plans.tags.unnamed);
  await removeTerms(run, categoryKind, plans.categories.unnamed);
  await removeTerms(run, authorKind, plans.authors.unnamed);
  await removeImages(run);
  if (!run.dryRun) await publishDuePosts(run.db, run.now);
  await refreshStatistics(run);
  return run.record.skipped;
}

/** What is related to what, now that all is as it is to be. */
async function relate(db: Database, { now, dryRun, onProgress }: ImportOptions): Promise<void> {
  if (dryRun) return;
  await refreshRelated(db, {
    now,
    onProgress: (done, total) => onProgress?.({ step: 'related', done, total }),
  });
}

/** Everything that points from one post to another, when all of them are there. */
async function linkAll(
  run: ImportRun,
  plans: readonly PostPlan[],
  absent: ReadonlySet<string>,
): Promise<void> {
  const present = plans.filter((plan) => !absent.has(plan.id));
  const ids = new Map(present.map(({ record, id }) => [record.key, id]));
  const failed = run.tally.failed();
  for (const [key, { entityId }] of run.stored.origins('POST')) {
    // A file that failed this time is still the post that it was.
    if (!ids.has(key) && failed.has(key) && run.stays(entityId)) ids.set(key, entityId);
  }
  const idOf = (key: string): string | undefined => ids.get(key);
  await writeSeries(run, planSeries(run, idOf));
  await linkPosts(run, plans, idOf);
  await writeRedirects(run, present);
  await writeTraces(run);
  await writeEditorPicks(run);
  await refreshLinks(run);
  run.progress({ step: 'links', done: 1, total: 1 });
}
