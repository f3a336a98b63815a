import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { askWell } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { author, post, resource, seed, tag } from '../support/seed.ts';

const db = await testDatabase();
const filler = 'Some other words stand here and say nothing about it. '.repeat(20);

before(() =>
  seed(db, {
    posts: [
      post('one', {
        title: 'Caching & <b>caches</b>',
        subtitle: 'A cache',
        description: 'What a cache is.',
        tags: ['cache', 'sql'],
        authors: ['cacher'],
        markdown: `${filler}\n\n## A cache of one\n\n${filler} We cached it,\nas *caches* are. ${filler}`,
      }),
      post('cafe', { language: 'fr', markdown: 'Des cafés, 😀 un CAFÉ.' }),
      post('kensaku', { language: 'ja', markdown: '全文検索について説明します。検索' }),
    ],
    resources: [
      resource('talk', { title: 'Talk', tags: ['cache'], speakers: ['cacher'], markdown: 'On caches.' }),
    ],
    tags: [tag('cache', { name: 'Cache' }), tag('sql')],
    authors: [author('cacher', { name: 'Ann Cache', role: 'Cache engineer', bio: 'Likes tea.' })],
  }),
);

interface Edge {
  readonly node: { readonly __typename: string };
  readonly highlights: readonly {
    readonly field: string;
    readonly fragments: readonly {
      readonly text: string;
      readonly matches: readonly { readonly start: number; readonly end: number }[];
    }[];
  }[];
}

const highlights = 'highlights { field fragments { text matches { start end } } }';

/** Highlights by the type of result: fragments by field, with what matched in brackets. */
async function highlightsOf(query: string): Promise<Record<string, Record<string, readonly string[]>>> {
  const { data } = await askWell(
    db,
    `query ($query: String!) { search(query: $query) { edges { node { __typename } ${highlights} } } }`,
    { query },
  );
  const { edges } = (data as { readonly search: { readonly edges: readonly Edge[] } }).search;
  return Object.fromEntries(
    edges.map(({ node, highlights: fields }) => [
      node.__typename,
      Object.fromEntries(
        fields.map(({ field, fragments }) => [
          field,
          fragments.map(({ text, matches }) =>
            matches.reduceRight(
              (line, { start, end }) =>
                `${line.slice(0, start)}[${line.slice(start, end)}]${line.slice(end)}`,
              text,
            ),
          ),
        ]),
      ),
    ]),
  );
}

test('every field that matched, as text without markup', async () => {
  const { Post, Resource, Author, Tag } = await highlightsOf('cache ');
  const { BODY = [], ...others } = Post!;
  assert.deepEqual(others, {
    TITLE: ['[Caching] & <b>[caches]</b>'],
    SUBTITLE: ['A [cache]'],
    TAGS: ['[Cache]'],
    AUTHORS: ['Ann [Cache]'],
    HEADINGS: ['A [cache] of one'],
    DESCRIPTION: ['What a [cache] is.'],
  });
  assert.equal(BODY.length, 1);
  assert.match(BODY[0]!, /^…\S.*\bWe \[cached\] it, as \[caches\] are\. .*\S…$/);
  assert.deepEqual(Resource, { TAGS: ['[Cache]'], AUTHORS: ['Ann [Cache]'], DESCRIPTION: ['On [caches].'] });
  assert.deepEqual(Author, { TITLE: ['Ann [Cache]'], DESCRIPTION: ['[Cache] engineer Likes tea.'] });
  assert.deepEqual(Tag, { TITLE: ['[Cache]'] });
});

test('as it matched: by prefix, without accents, misspelt, in other scripts, in UTF-16 offsets', async () => {
  assert.deepEqual((await highlightsOf('caf'))['Post'], {
    TITLE: ['[cafe]'],
    BODY: ['Des [cafés], 😀 un [CAFÉ].'],
  });
  assert.deepEqual((await highlightsOf('engneer '))['Author'], {
    DESCRIPTION: ['Cache [engineer] Likes tea.'],
  });
  assert.deepEqual((await highlightsOf('検索'))['Post'], { BODY: ['全文[検索]について説明します。[検索]'] });
  assert.deepEqual((await highlightsOf('"一緒" or "説明します"'))['Post'], {
    BODY: ['全文検索について[説明します]。検索'],
  });
});

test('a phrase as a whole; what was excluded is not shown', async () => {
  const { Post } = await highlightsOf('"cache of one" -zebra');
  assert.deepEqual(Post!['HEADINGS'], ['A [cache of one]']);
});

test('read for the whole page in two statements, and only when asked for', async () => {
  const document = (fields: string): string => `{ search(query: "cache ") { edges { score ${fields} } } }`;
  const without = await askWell(db, document(''));
  const { statements } = await askWell(db, document(highlights));
  assert.deepEqual(statements, [...without.statements, 'searchTexts', 'stemWords'].toSorted());
});
