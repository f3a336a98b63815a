import type { SeriesRecord } from '../domain/blog-record.ts';
import { entityId } from '../domain/entity-id.ts';
import { sortKey } from '../domain/sort-key.ts';
import type { SeriesPart } from '../generated/prisma/client.ts';
import type { Claim } from './identify-records.ts';
import type { ImportRun } from './import-run.ts';
import { recordHash } from './record-hash.ts';
import type { StoredSeries } from './stored-blog.ts';
import type { Row } from './upsert-rows.ts';

/** What becomes of one series. */
export interface SeriesPlan extends Claim<SeriesRecord> {
  readonly stored: StoredSeries | undefined;
  readonly row: Row;
  readonly parts: readonly SeriesPart[];
  readonly hash: string;
  readonly write: boolean;
}

/** Decides what becomes of each series, and reports it. `idOf` knows the stored posts by key. */
export function planSeries(run: ImportRun, idOf: (key: string) => string | undefined): SeriesPlan[] {
  return run.series.claims.map((claim) => {
    const { record, id } = claim;
    const stored = run.stored.series.get(id);
    const row = seriesRow(record);
    const hash = recordHash(row);
    const parts = partsOf(run, claim, stored, idOf);
    const same = run.stored.origins('SERIES').get(record.key)?.hash === hash;
    const write = !same || textOf(parts) !== textOf(stored?.parts ?? []);
    run.tally.mark('series', record.key, stored === undefined ? 'created' : write ? 'updated' : 'unchanged');
    return { ...claim, stored, row, parts, hash, write };
  });
}

function seriesRow(record: SeriesRecord): Row {
  const { slug, path, title, description, language, plannedTotal, declared } = record;
  return { slug, path, title, sortTitle: sortKey(title), description, language, plannedTotal, declared };
}

/** The parts that the record names, and those of posts that stay though their files are gone or failed. */
function partsOf(
  run: ImportRun,
  { record, id: seriesId }: Claim<SeriesRecord>,
  stored: StoredSeries | undefined,
  idOf: (key: string) => string | undefined,
): SeriesPart[] {
  const named = record.parts.map(({ position, title, summary, post, announced }): SeriesPart => {
    const postId = post === null ? null : (idOf(post) ?? null);
    return { id: partId(seriesId, position), seriesId, position, title, summary, postId, announced };
  });
  const places = new Set(named.map((part) => part.position));
  const posts = new Set(named.map((part) => part.postId));
  const staying = (stored?.parts ?? []).filter(
    ({ postId, position }) =>
      postId !== null && !places.has(position) && !posts.has(postId) && run.stays(postId),
  );
  return [...named, ...staying].sort((a, b) => a.position - b.position);
}

/** A part is its place: the same one whatever stands there. */
function partId(seriesId: string, position: number): string {
  return entityId('SeriesPart', seriesId, String(position));
}

function textOf(parts: readonly SeriesPart[]): string {
  return JSON.stringify(
    parts.map(({ position, title, summary, postId, announced }) => [
      position,
      title,
      summary,
      postId,
      announced,
    ]),
  );
}

/** Whether a series that is named no longer goes: not while a post that stays is a part of it. */
export function seriesLeaves(
  series: StoredSeries | undefined,
  stays: (postId: string) => boolean,
  mayRemove: boolean,
): boolean {
  if (series?.parts.some(({ postId }) => postId !== null && stays(postId))) return false;
  return mayRemove || series?.declared === false;
}
