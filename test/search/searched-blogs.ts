import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { importBlog } from '../../src/actions/import-blog.ts';
import type { Database } from '../../src/db/client.ts';
import { readMarkdownBlog } from '../../src/importers/markdown/read-blog.ts';
import { askWell } from '../support/ask.ts';
import type { Wanted } from './queries.ts';
import { queries } from './queries.ts';

const corpora = join(import.meta.dirname, '../../../shared/corpora');

/** Whether the blogs that the queries are about are at hand: a folder `corpora` in `shared`, beside the project. */
export const blogsAreHere = existsSync(corpora);

const wanted = Object.values(queries).flat();
const names = new Set(wanted.flatMap(({ finds, without = [] }) => [finds, ...without]));

/** The paths of posts, by the names of their files as the queries give them. */
export type PostPaths = ReadonlyMap<string, string>;

/**
 * Imports the three blogs into one database: whole, or the posts that are looked for with every fourth of
 * the others, where there is little time.
 */
export async function importBlogs(db: Database, extent: 'whole' | 'part'): Promise<PostPaths> {
  const paths = new Map<string, string>();
  for (const source of ['18f-blog', 'golang-blog', 'otel-blog']) {
    const { record } = await readMarkdownBlog(join(corpora, source), { source });
    const posts = record.posts.filter(({ key, path }, index) => {
      const file = key.replace(/(?:\/index)?\.md$/, '');
      const name = [...names].find((each) => file === each || file.endsWith(`/${each}`));
      if (name !== undefined) paths.set(name, path);
      return extent === 'whole' || name !== undefined || index % 4 === 0;
    });
    const readFile = () => Promise.reject(new Error('pictures are not looked for'));
    await importBlog(db, { ...record, posts }, { now: new Date('2026-11-25T00:00:00Z'), readFile });
  }
  return paths;
}

/** What a query found. */
export interface Score {
  readonly wanted: Wanted;
  /** Where what is wanted stands, from 1; Infinity when it is not among the first hundred. */
  readonly rank: number;
  /** What stands first, if anything does. */
  readonly first: string | undefined;
  /** Posts that were excluded and found nevertheless. */
  readonly excluded: readonly string[];
}

/** Asks a query through the graph. */
export async function score(db: Database, paths: PostPaths, asked: Wanted): Promise<Score> {
  const { finds, without = [] } = asked;
  const found = await find(db, asked);
  const place = found.indexOf(addressOf(paths, finds));
  return {
    wanted: asked,
    rank: place === -1 ? Infinity : place + 1,
    first: found[0],
    excluded: without.filter((name) => found.includes(addressOf(paths, name))),
  };
}

/** The figures: how many of those that should be first are, and how many of all are among five. */
export function figuresOf(scores: readonly Score[]) {
  const first = scores.filter(({ wanted: { as } }) => as === 'first');
  return {
    all: scores.length,
    shouldBeFirst: first.length,
    first: first.filter(({ rank }) => rank === 1).length,
    five: scores.filter(({ rank }) => rank <= 5).length,
  };
}

/** A query that found less than it should, in words; null when it did not. */
export function missOf({ wanted: { as, query, finds }, rank, first }: Score): string | null {
  if (rank <= (as === 'first' ? 1 : 5)) return null;
  const place =
    rank === Infinity ? 'not at all' : `at ${rank}, not ${as === 'first' ? 'first' : 'among five'}`;
  return `${query} finds ${finds} ${place}; first is ${first ?? 'nothing'}`;
}

const document = `query ($query: String!, $languages: [String!]) {
  search(query: $query, filter: {languages: $languages}, first: 100) {
    nodes { __typename ... on Post { path } ... on Author { name } ... on Tag { name } }
  }
}`;

interface Found {
  readonly search: {
    readonly nodes: readonly {
      readonly __typename: string;
      readonly path?: string;
      readonly name?: string;
    }[];
  };
}

/** Paths of posts, "author: …", "tag: …"; the others as empty texts. */
async function find(db: Database, { query, languages }: Wanted): Promise<string[]> {
  const { data } = await askWell(db, document, { query, languages: languages ?? null });
  return (data as Found).search.nodes.map(({ __typename, path, name }) =>
    name === undefined ? (path ?? '') : `${__typename.toLowerCase()}: ${name}`,
  );
}

function addressOf(paths: PostPaths, name: string): string {
  if (/^(?:author|tag): /.test(name)) return name;
  const path = paths.get(name);
  assert.ok(path !== undefined, `no post of ${name}`);
  return path;
}
