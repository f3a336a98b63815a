import type { z } from 'zod';
import type { BlogRecord, Problem } from '../domain/blog-record.ts';
import { checkReferences } from './check-references.ts';
import type { Tally } from './import-report.ts';
import {
  authorShape,
  categoryShape,
  postShape,
  redirectShape,
  resourceShape,
  seriesShape,
  siteShape,
  tagShape,
} from './record-shapes.ts';

/**
 * The boundary of the write path: gives back what can be stored, with clean text, and tells of the rest.
 * One bad record does not keep the others out. Of two records that claim the same name the first stays.
 */
export function checkBlog(record: BlogRecord, tally: Tally): BlogRecord {
  const checked: BlogRecord = {
    ...record,
    site:
      record.site &&
      (accept(
        [record.site],
        siteShape,
        () => 'site',
        () => [],
        tally,
      )[0] ??
        null),
    authors: accept(
      record.authors,
      authorShape,
      (r) => `author ${r.key}`,
      (r) => [r.key, `slug ${r.slug}`, `path ${r.path}`],
      tally,
    ),
    tags: accept(
      record.tags,
      tagShape,
      (r) => `tag ${r.slug}`,
      (r) => [`slug ${r.slug}`, `path ${r.path}`],
      tally,
    ),
    categories: accept(
      record.categories,
      categoryShape,
      (r) => `category ${r.treePath}`,
      (r) => [`tree path ${r.treePath}`, `path ${r.path}`],
      tally,
    ),
    posts: accept(
      record.posts,
      postShape,
      (r) => r.key,
      (r) => [r.key, `slug ${r.slug} (${r.language})`, `path ${r.path}`],
      tally,
    ),
    series: accept(
      record.series,
      seriesShape,
      (r) => r.key,
      (r) => [r.key, `slug ${r.slug}`, `path ${r.path}`],
      tally,
    ),
    resources: accept(
      record.resources,
      resourceShape,
      (r) => r.key,
      (r) => [r.key, `slug ${r.slug}`, `path ${r.path}`],
      tally,
    ),
    redirects: accept(
      record.redirects,
      redirectShape,
      (r) => r.file,
      (r) => [`path ${r.path}`],
      tally,
    ),
  };
  return checkReferences(checked, tally);
}

/**
 * @param label what the report calls a record: its file, where it has one
 * @param names what no two records may share
 */
function accept<R extends object>(
  records: readonly R[],
  shape: z.ZodType<R>,
  label: (record: R) => string,
  names: (record: R) => readonly string[],
  tally: Tally,
): R[] {
  const taken = new Map<string, string>();
  return records.flatMap((written) => {
    const parsed = shape.safeParse(written);
    if (!parsed.success) {
      tally.problem(misshapen(String(label(written)), parsed.error));
      return [];
    }
    const record = parsed.data;
    const own = label(record);
    const clash = names(record).find((name) => taken.has(name));
    if (clash !== undefined) {
      tally.problem(duplicate(own, clash, taken.get(clash) ?? ''));
      return [];
    }
    for (const name of names(record)) taken.set(name, own);
    if (lostUrl(written, record)) tally.problem(unsafeUrl(own));
    return [record];
  });
}

function lostUrl(written: object, kept: object): boolean {
  return ['url', 'canonicalUrl'].some((name) => {
    const before: unknown = Reflect.get(written, name);
    return before !== null && before !== undefined && Reflect.get(kept, name) === null;
  });
}

function misshapen(file: string, error: z.ZodError): Problem {
  const [issue] = error.issues;
  return {
    severity: 'error',
    file: file.slice(0, 1000),
    line: null,
    what: `${issue?.path.join('.') || 'it'}: ${issue?.message ?? 'is not usable'}`,
    why: 'Such a value cannot be stored or served.',
    todo: 'Change it and import again.',
  };
}

function duplicate(file: string, name: string, holder: string): Problem {
  return {
    severity: 'error',
    file,
    line: null,
    what: `${name} is also that of ${holder}`,
    why: 'It must lead to one thing only.',
    todo: 'Give one of the two another one.',
  };
}

function unsafeUrl(file: string): Problem {
  return {
    severity: 'warning',
    file,
    line: null,
    what: 'its URL was left out',
    why: 'It is neither http(s) nor a path of the site.',
    todo: 'Write the whole address, with https://.',
  };
}
