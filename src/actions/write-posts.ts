import { setImmediate } from 'node:timers/promises';
import { writeContent } from '../db/change-log.ts';
import type { WriteTransaction } from '../db/change-log.ts';
import { entityChange } from './entity-change.ts';
import { imageSrc } from './image-address.ts';
import type { ImportRun } from './import-run.ts';
import { clearRedirects } from './leave-redirects.ts';
import { contentOf, imagesOf, siteUrlOf } from './plan-posts.ts';
import type { PostPlan, TermIds } from './plan-posts.ts';
import { isRecordFault } from './record-fault.ts';
import { refreshCounts, touchedByPosts } from './refresh-counts.ts';
import { refreshSearch } from './refresh-search.ts';
import { renderPost } from './render-post.ts';
import type { RenderedPost } from './render-post.ts';
import { replaceRows } from './replace-rows.ts';
import { saveOrigins } from './save-origins.ts';
import { storeImages } from './store-images.ts';
import { upsertRows } from './upsert-rows.ts';

/** Posts of a transaction: so many, or of so many characters, which are in memory several times over. */
const batchCount = 50;
const batchSize = 1_000_000;

/**
 * Renders and writes posts in batches, each a transaction, in the order of the blog. A batch that is not
 * written leaves no trace, so an import killed here goes on with the same batch the next time.
 *
 * @returns ids of new posts that did not go in: nothing may refer to them
 */
export async function writePosts(
  run: ImportRun,
  plans: readonly PostPlan[],
  ids: TermIds,
): Promise<ReadonlySet<string>> {
  const pending = plans.filter((plan) => plan.rewrite);
  const absent = new Set<string>();
  if (run.dryRun) return absent;
  let batch: RenderedPost[] = [];
  let size = 0;
  const fail = (plan: PostPlan, what: string): void => {
    if (plan.isNew) absent.add(plan.id);
    refuse(run, plan, what);
  };
  for (const [index, plan] of pending.entries()) {
    const rendered = await prepare(run, plan, ids);
    if (typeof rendered === 'string') fail(plan, rendered);
    else {
      batch.push(rendered);
      size += rendered.size;
    }
    if (batch.length < batchCount && size < batchSize && index + 1 < pending.length) continue;
    await writeBatch(run, batch, fail);
    run.progress({ step: 'posts', done: index + 1, total: pending.length });
    batch = [];
    size = 0;
  }
  return absent;
}

/** The rows of a post, or what keeps it out. A server that imports answers requests between two posts. */
async function prepare(run: ImportRun, plan: PostPlan, ids: TermIds): Promise<RenderedPost | string> {
  await setImmediate();
  try {
    return await renderPost(plan, contentOf(run, ids, plan.record), run.now, siteUrlOf(run.record));
  } catch (error) {
    return `its text does not render: ${error instanceof Error ? error.message : String(error)}`;
  }
}

type Fail = (plan: PostPlan, what: string) => void;

async function writeBatch(run: ImportRun, all: readonly RenderedPost[], fail: Fail): Promise<void> {
  const failed = await storeImages(
    run,
    all.flatMap(({ plan }) => imagesOf(plan.record)),
  );
  const batch = all.filter(({ plan }) => {
    const what = imagesOf(plan.record).flatMap((image) => failed.get(imageSrc(image)) ?? [])[0];
    if (what !== undefined) fail(plan, what);
    return what === undefined;
  });
  await writeRows(run, batch, fail);
}

/** When the database refuses a row, the others of its batch go in without it. */
async function writeRows(run: ImportRun, batch: readonly RenderedPost[], fail: Fail): Promise<void> {
  const [first] = batch;
  if (first === undefined) return;
  try {
    await writeContent(run.db, run.now, (tx) => writeTogether(tx, run, batch));
  } catch (error) {
    if (!isRecordFault(error)) throw error;
    if (batch.length === 1) fail(first.plan, 'the database refuses it');
    else for (const one of batch) await writeRows(run, [one], fail);
  }
}

async function writeTogether(
  tx: WriteTransaction,
  run: ImportRun,
  batch: readonly RenderedPost[],
): Promise<void> {
  const ids = batch.map(({ plan }) => plan.id);
  const before = await touchedByPosts(tx, ids);
  const rows = (name: 'authors' | 'tags' | 'categories' | 'links') => batch.flatMap((post) => post[name]);
  const changed = [
    await upsertRows(
      tx,
      'Post',
      batch.map(({ post }) => post),
      { keep: ['firstPublishedAt'] },
    ),
    await upsertRows(
      tx,
      'PostBody',
      batch.map(({ body }) => body),
      { key: ['postId'] },
    ),
    await replaceRows(tx, 'PostAuthor', 'postId', ids, rows('authors')),
    await replaceRows(tx, 'PostTag', 'postId', ids, rows('tags')),
    await replaceRows(tx, 'PostCategory', 'postId', ids, rows('categories')),
    await replaceRows(tx, 'BodyLink', 'postId', ids, rows('links')),
  ];
  await saveOrigins(
    tx,
    run.record.source,
    'POST',
    batch.map(({ plan: { record, id }, hash }) => ({ key: record.key, entityId: id, hash })),
  );
  await clearRedirects(
    tx,
    batch.filter(({ plan }) => plan.isNew).map(({ plan }) => plan.record.path),
  );
  const after = await touchedByPosts(tx, ids);
  await refreshCounts(tx, before, after);
  await refreshSearch(tx, { posts: ids }, before, after);
  for (const { plan } of batch) {
    if (!changed.some((written) => written.has(plan.id))) continue;
    tx.record(entityChange('POST', plan.id, plan.record.path, plan.isNew ? null : plan.record.path));
  }
}

function refuse(run: ImportRun, plan: PostPlan, what: string): void {
  const file = plan.record.key;
  run.tally.unmark('posts', file);
  run.tally.problem({
    severity: 'error',
    file,
    line: null,
    what,
    why: 'The post was left as it was.',
    todo: 'Mend the file and import again.',
  });
}
