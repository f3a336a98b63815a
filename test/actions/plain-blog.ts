/** Plain records to import, with everything that a test does not speak of filled in. */
import { createHash } from 'node:crypto';
import type {
  BlogRecord,
  CategoryRecord,
  ImageFileRecord,
  PostRecord,
  ResourceRecord,
  SeriesRecord,
} from '../../src/domain/blog-record.ts';
import * as plain from '../support/seed.ts';
import type { ImportOptions } from '../../src/actions/import-run.ts';

export const now = new Date('2026-03-01T12:00:00Z');

export function blog(parts: Partial<BlogRecord> = {}): BlogRecord {
  return {
    source: 'blog',
    site: null,
    authors: [],
    tags: [],
    categories: [],
    posts: [],
    series: [],
    resources: [],
    redirects: [],
    problems: [],
    skipped: [],
    ...parts,
  };
}

/** `name` is slug, path, title and (with `.md`) key. */
export function post(name: string, parts: Partial<PostRecord> = {}): PostRecord {
  const markdown = `# ${name}\n\nThe text of ${name}.\n`;
  return plain.post(name, { key: `${name}.md`, path: `/${name}`, markdown, ...parts });
}

export function category(treePath: string, parts: Partial<CategoryRecord> = {}): CategoryRecord {
  return plain.category(treePath, { path: `/${treePath}/`, ...parts });
}

/** Parts are keys of posts; a part that is to come is its title. */
export function series(
  key: string,
  parts: readonly (string | { readonly title: string })[],
  rest: Partial<SeriesRecord> = {},
): SeriesRecord {
  return plain.series(key, [], {
    declared: false,
    parts: parts.map((part, index) =>
      typeof part === 'string'
        ? { position: index + 1, title: null, summary: null, post: part, announced: false }
        : { position: index + 1, title: part.title, summary: null, post: null, announced: true },
    ),
    ...rest,
  });
}

export function resource(name: string, parts: Partial<ResourceRecord> = {}): ResourceRecord {
  return plain.resource(name, { key: `resources/${name}.md`, kind: 'VIDEO', startsAt: null, ...parts });
}

/** A file whose bytes are its own name. */
export function imageFile(file: string): ImageFileRecord {
  const bytes = bytesOf(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { file, sha256, mimeType: 'image/png', byteSize: bytes.byteLength, width: 4, height: 3 };
}

function bytesOf(file: string): Uint8Array {
  return new TextEncoder().encode(file);
}

export function options(parts: Partial<ImportOptions> = {}): ImportOptions {
  return { now, readFile: (file) => Promise.resolve(bytesOf(file)), ...parts };
}
