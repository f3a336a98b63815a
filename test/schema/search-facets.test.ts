import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { ask, askWell } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { category, post, resource, seed } from '../support/seed.ts';

const db = await testDatabase();
const year = (number: number): Date => new Date(Date.UTC(number, 5, 1));

before(() =>
  seed(db, {
    posts: [
      post('a', { tags: ['sql', 'web'], authors: ['ada'], categories: ['eng/db'], publishedAt: year(2024) }),
      post('b', { tags: ['sql'], authors: ['ada', 'bob'], categories: ['eng'], publishedAt: year(2025) }),
      post('c', { tags: ['web', 'art'], authors: ['bob'], publishedAt: year(2025), language: 'de' }),
      post('d', { tags: ['sql'], publishedAt: null }),
      post('other', { markdown: 'Nothing.', tags: ['sql'] }),
      post('draft', { tags: ['sql', 'hidden'], authors: ['ada'], wanted: 'draft' }),
    ],
    resources: [resource('text', { kind: 'VIDEO', tags: ['sql'], speakers: ['cy'], startsAt: year(2024) })],
    categories: [category('eng'), category('eng/db')],
  }),
);

const lists =
  'tags { tag { slug } count } categories { category { treePath } count } authors { author { slug } count } years { year count } kinds { kind count } languages { language count }';

type Counts = Record<string, readonly (Readonly<Record<string, unknown>> & { readonly count: number })[]>;

/** Each list of counts as "name count". */
async function facets(filter: string): Promise<Record<string, string>> {
  const { data } = await askWell(db, `{ search(query: "text "${filter}) { facets { ${lists} } } }`);
  const found = (data as { readonly search: { readonly facets: Counts } }).search.facets;
  return Object.fromEntries(
    Object.entries(found).map(([list, counts]) => [
      list,
      counts.map(({ count, ...value }) => `${nameOf(Object.values(value)[0])} ${count}`).join(', '),
    ]),
  );
}

/** Of a tag, a category or an author what is asked of it. */
function nameOf(value: unknown): string {
  const names = typeof value === 'object' && value !== null ? Object.values<unknown>({ ...value }) : [value];
  return JSON.stringify(names[0]).replaceAll('"', '');
}

test('counts what is found, the most frequent first, then by name', async () => {
  assert.deepEqual(await facets(''), {
    tags: 'sql 4, web 2, art 1',
    categories: 'eng 2, eng/db 1',
    authors: 'ada 2, bob 2, cy 1',
    years: '2025 2, 2024 2',
    kinds: 'POST 4, VIDEO 1',
    languages: 'en 4, de 1',
  });
});

test('each with all filters but its own', async () => {
  assert.deepEqual(await facets(', filter: {tags: ["web"], languages: ["en"]}'), {
    tags: 'sql 4, web 1',
    categories: 'eng/db 1, eng 1',
    authors: 'ada 1',
    years: '2024 1',
    kinds: 'POST 1',
    languages: 'de 1, en 1',
  });
});

test('only so many as are asked for', async () => {
  const { data } = await askWell(
    db,
    '{ search(query: "text ") { facets { tags(first: 1) { count } years(first: 1) { year } } } }',
  );
  assert.deepEqual(data, { search: { facets: { tags: [{ count: 4 }], years: [{ year: 2025 }] } } });
  const { errors } = await ask(db, '{ search(query: "text ") { facets { tags(first: 101) { count } } } }');
  assert.deepEqual(errors, ['BAD_PAGE_SIZE']);
});

test('one statement for all lists, one more for each list with a filter of its own, none when not asked', async () => {
  const counted = async (filter: string, what: string): Promise<number> => {
    const { statements } = await askWell(db, `{ search(query: "text "${filter}) { ${what} } }`);
    return statements.filter((name) => name === 'searchFacets').length;
  };
  const all = `facets { ${lists} }`;
  assert.equal(await counted('', all), 1);
  assert.equal(await counted(', filter: {years: [2024]}', all), 2);
  assert.equal(await counted(', filter: {years: [2024], tags: ["sql"]}', all), 3);
  assert.equal(await counted('', 'totalCount facets { __typename }'), 0);
});
