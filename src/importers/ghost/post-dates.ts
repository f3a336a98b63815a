import { parseDate } from '../markdown/fields/dates.ts';
import type { JsonMap } from '../fields/json-values.ts';

export interface PostDates {
  readonly publishedAt: Date | null;
  readonly updatedAt: Date | null;
  /** A date is written that is none. */
  readonly broken: boolean;
}

/** Ghost writes times in UTC: ISO 8601, "2017-09-01 12:29:50", or milliseconds before 1.0. */
export function postDates(post: JsonMap): PostDates {
  const [published, updated] = [dateOf(post['published_at']), dateOf(post['updated_at'])];
  const since = published.date ?? (post['status'] === 'published' ? dateOf(post['created_at']).date : null);
  return {
    publishedAt: since,
    updatedAt: updated.date,
    broken: published.broken || updated.broken,
  };
}

function dateOf(value: unknown): { date: Date | null; broken: boolean } {
  if (value === null || value === undefined || value === '') return { date: null, broken: false };
  const date = typeof value === 'string' || typeof value === 'number' ? parseDate(value) : null;
  return { date, broken: date === null };
}
