import type { ResourceRecord } from '../domain/blog-record.ts';
import { isWaiting } from '../domain/publication.ts';
import { RENDER_VERSION } from '../domain/render-body.ts';
import type { Claim } from './identify-records.ts';
import { imageSrc } from './image-address.ts';
import type { ImportRun } from './import-run.ts';
import type { TermIds } from './plan-posts.ts';
import { recordHash } from './record-hash.ts';
import type { StoredResource } from './stored-blog.ts';

/** What becomes of one webinar, video, report, … */
export interface ResourcePlan extends Claim<ResourceRecord> {
  readonly stored: StoredResource | undefined;
  readonly tagIds: readonly string[];
  readonly speakerIds: readonly string[];
  readonly hash: string;
  readonly write: boolean;
}

/** Decides what becomes of each resource, and reports it. */
export function planResources(run: ImportRun, ids: TermIds): ResourcePlan[] {
  return run.resources.claims.map((claim) => {
    const { record, id } = claim;
    const stored = run.stored.resources.get(id);
    const tagIds = record.tags.flatMap((key) => ids.tags.get(key) ?? []);
    const speakerIds = record.speakers.flatMap((key) => ids.authors.get(key) ?? []);
    const { key, ...content } = record;
    const served = record.image && imageSrc(record.image.image);
    const hash = recordHash(RENDER_VERSION, content, served, tagIds, speakerIds);
    const write = stored === undefined || run.stored.origins('RESOURCE').get(key)?.hash !== hash;
    run.tally.mark('resources', key, outcomeOf(run, stored, write));
    return { ...claim, stored, tagIds, speakerIds, hash, write };
  });
}

function outcomeOf(run: ImportRun, stored: StoredResource | undefined, write: boolean) {
  if (stored === undefined) return 'created';
  const due = isWaiting(stored.status) && stored.startsAt !== null && stored.startsAt <= run.now;
  return write || due ? 'updated' : 'unchanged';
}
