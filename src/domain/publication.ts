import type { ResourceKindName } from './blog-record.ts';
import { sightOf } from './visibility.ts';
import type { Status } from './visibility.ts';

/** Statuses that a write of its own ends when their time has come. */
export const waitingStatuses: readonly Status[] = ['SCHEDULED'];

/**
 * The status of what its author wants published: a date to come makes it scheduled, no date makes it
 * public at once.
 */
export function statusAt(wanted: 'draft' | 'published', date: Date | null, now: Date): Status {
  if (wanted === 'draft') return 'DRAFT';
  return date !== null && date > now ? 'SCHEDULED' : 'PUBLISHED';
}

/** What its author wants of something that has this status: the reverse of `statusAt`. */
export function wantedAs(status: Status): 'draft' | 'published' {
  return isPublic(status) || isWaiting(status) ? 'published' : 'draft';
}

/** Whether everybody sees it. */
export function isPublic(status: Status): boolean {
  return sightOf({ kind: 'public' }).statuses.includes(status);
}

/** Whether it only waits for its time. */
export function isWaiting(status: Status): boolean {
  return waitingStatuses.includes(status);
}

/**
 * The date that a resource waits for. Webinars and events are announced before they take place; of the
 * other kinds the date says when they come out.
 */
export function releaseDate(kind: ResourceKindName, startsAt: Date | null): Date | null {
  return kind === 'WEBINAR' || kind === 'EVENT' ? null : startsAt;
}
