import type { z } from 'zod';
import type { BlogRecord, CategoryRecord, PostRecord, Problem } from '../domain/blog-record.ts';
import { checkReferences } from './check-references.ts';
import { checkPost } from './check-post.ts';
import type { Checked } from './check-post.ts';
import type { Tally } from './import-report.ts';
import {
  authorShape,
  editorPicksShape,
  imageShape,
  categoryShape,
  redirectShape,
  resourceShape,
  seriesShape,
  siteShape,
  tagShape,
  traceShape,
} from './record-shapes.ts';

/**
 * The boundary of the write path: gives back what can be stored, with clean text, and tells of the rest.
 * One bad record does not keep the others out. Of two records that claim the same name the first stays.
 */
export function checkBlog(record: BlogRecord, tally: Tally): BlogRecord {
  const file = ({ key }: { readonly key: string }): string => key;
  const keyed = (r: Addressed & { readonly key: string; readonly id?: string }): string[] => [
    `key ${r.key}`,
    ...addresses(r),
    ...(r.id === undefined ? [] : [`id ${r.id}`]),
  ];
  const site =
    record.site === null
      ? []
      : accept(
          [record.site],
          by(siteShape),
          () => 'site',
          () => [],
          tally,
        );
  const checked: BlogRecord = {
    ...record,
    site: site[0] ?? null,
    authors: accept(record.authors, by(authorShape), (r) => `author ${r.key}`, keyed, tally),
    tags: accept(record.tags, by(tagShape), (r) => `tag ${r.slug}`, addresses, tally),
    categories: accept(record.categories, by(categoryShape), (r) => `category ${r.treePath}`, filed, tally),
    posts: accept(record.posts, checkPost, file, posted, tally),
    series: accept(record.series, by(seriesShape), file, keyed, tally),
    resources: accept(record.resources, by(resourceShape), file, keyed, tally),
    redirects: accept(
      record.redirects,
      by(redirectShape),
      (r) => r.file,
      (r) => [`path ${r.path}`],
      tally,
    ),
    ...checkExport(record, tally),
  };
  return checkReferences(checked, tally);
}

/** What only an export of our own says. */
function checkExport({ traces = [], editorPicks = [], images = [] }: BlogRecord, tally: Tally) {
  const nothing = (): string[] => [];
  const tracePath = ({ path }: { readonly path: string }): string[] => [`path ${path}`];
  return {
    traces: accept(traces, by(traceShape), ({ path }) => `redirect ${path}`, tracePath, tally),
    editorPicks: accept(editorPicks, by(editorPicksShape), ({ post }) => `picks of ${post}`, nothing, tally),
    images: accept(
      images,
      by(imageShape),
      (image) => ('file' in image ? image.file : image.url),
      nothing,
      tally,
    ),
  };
}

type Check<R> = (record: R) => Checked<R>;

function by<R>(shape: z.ZodType<R>): Check<R> {
  return (record) => shape.safeParse(record);
}

interface Addressed {
  readonly slug: string;
  readonly path: string;
}

// What no two records may share.
const addresses = ({ slug, path }: Addressed): string[] => [`slug ${slug}`, `path ${path}`];
const filed = ({ treePath, path }: CategoryRecord): string[] => [`tree path ${treePath}`, `path ${path}`];
const posted = ({ key, slug, language, path, id }: PostRecord): string[] => [
  `key ${key}`,
  `slug ${slug} (${language})`,
  `path ${path}`,
  ...(id === undefined ? [] : [`id ${id}`]),
];

/**
 * @param label what the report calls a record: its file, where it has one
 * @param names what no two records may share
 */
function accept<R extends object>(
  records: readonly R[],
  check: Check<R>,
  label: (record: R) => string,
  names: (record: R) => readonly string[],
  tally: Tally,
): R[] {
  const taken = new Map<string, string>();
  return records.flatMap((written) => {
    const parsed = check(written);
    if (!parsed.success) {
      tally.problem(misshapen(label(written), parsed.error));
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

function misshapen(file: string, error: Pick<z.ZodError, 'issues'>): Problem {
  const [issue] = error.issues;
  return {
    severity: 'error',
    file: file.slice(0, 1000),
    line: null,
    what: [issue?.path.join('.'), issue?.message].filter(Boolean).join(': '),
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
