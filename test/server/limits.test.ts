/** Each limit of docs/settings.md: at it a document runs, above it none does, and no resolver is called. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getIntrospectionQuery } from 'graphql';
import { smallServer } from '../support/server.ts';
import { leastCpuMs } from '../support/cpu-time.ts';

const nested = (depth: number): string =>
  `{ thing ${'{ self '.repeat(depth - 2)}{ name }${' }'.repeat(depth - 2)} }`;
const repeat = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

const numbers = (count: number): string => `{ thing(numbers: [${repeat(count, () => '7')}]) { name } }`;

const cases: readonly [what: string, code: string, at: string, above: string][] = [
  [
    'bytes',
    'DOCUMENT_TOO_LARGE',
    '{ thing { name } }'.padEnd(16_384, ' '),
    '{ thing { name } }'.padEnd(16_385, ' '),
  ],
  // Bytes, not characters.
  [
    'bytes of UTF-8',
    'DOCUMENT_TOO_LARGE',
    `{ echo(text: "${'é'.repeat(8_000)}") }`,
    `{ echo(text: "${'é'.repeat(8_200)}") }`,
  ],
  ['tokens', 'DOCUMENT_TOO_LARGE', numbers(1_988), numbers(1_989)],
  ['depth', 'DOCUMENT_TOO_DEEP', nested(15), nested(16)],
  [
    'aliases',
    'TOO_MANY_ALIASES',
    `{ thing { ${repeat(30, (n) => `a${n}: name`)} } }`,
    `{ thing { ${repeat(31, (n) => `a${n}: name`)} } }`,
  ],
  [
    'root fields',
    'TOO_MANY_ROOT_FIELDS',
    `{ ${repeat(20, () => 'thing { name }')} }`,
    `{ ${repeat(21, () => 'thing { name }')} }`,
  ],
  [
    'directives',
    'TOO_MANY_DIRECTIVES',
    `{ thing { ${repeat(50, () => 'name @include(if: true)')} } }`,
    `{ thing { ${repeat(51, () => 'name @include(if: true)')} } }`,
  ],
];

for (const [what, code, at, above] of cases) {
  test(`${what}: at the limit it runs, above it is refused`, async () => {
    const { ask, calls } = smallServer();
    const taken = await ask(at);
    assert.deepEqual(taken.codes, []);
    const before = calls.count;
    assert.ok(before > 0);
    const refused = await ask(above);
    assert.deepEqual(refused.codes, [code]);
    assert.equal(refused.data, undefined);
    assert.equal(calls.count, before);
  });
}

test('operations: ten may stand in a document, eleven may not', async () => {
  const { post, calls } = smallServer();
  const operations = (count: number): string => repeat(count, (n) => `query Q${n} { thing { name } }`);
  assert.deepEqual((await post({ query: operations(10), operationName: 'Q3' })).data, {
    thing: { name: 'a thing' },
  });
  const before = calls.count;
  assert.deepEqual((await post({ query: operations(11), operationName: 'Q3' })).codes, [
    'TOO_MANY_OPERATIONS',
  ]);
  assert.equal(calls.count, before);
});

test('a refusal has a code and 400 for application/graphql-response+json', async () => {
  const { post } = smallServer();
  const answer = await post({ query: nested(16) }, { accept: 'application/graphql-response+json' });
  assert.equal(answer.status, 400);
  assert.match(answer.headers.get('content-type') ?? '', /^application\/graphql-response\+json/);
  assert.match(answer.errors[0]!.message, /16 levels of fields; at most 15/);
});

test('a fragment counts wherever it is spread, also where it was met at the top first', async () => {
  const { ask } = smallServer();
  // graphql-armor issue 824: measured once where it was shallow, the fragment hid 14 levels.
  const fragment = `fragment F on Thing ${'{ self '.repeat(10)}{ name }${' }'.repeat(10)}`;
  const deep = `{ a: thing { ...F } b: thing { self { self { self { self { self { ...F } } } } } } } ${fragment}`;
  assert.deepEqual((await ask(deep)).codes, ['DOCUMENT_TOO_DEEP']);
  const aliases = `{ ${repeat(5, () => 'thing { ...A }')} } fragment A on Thing { ${repeat(7, (n) => `a${n}: name`)} }`;
  assert.deepEqual((await ask(aliases)).codes, ['TOO_MANY_ALIASES']);
  const roots = `{ ...R ...R ...R } fragment R on Query { ${repeat(7, () => 'thing { name }')} }`;
  assert.deepEqual((await ask(roots)).codes, ['TOO_MANY_ROOT_FIELDS']);
});

test('fragments that double each other are measured at once', async () => {
  const { ask } = smallServer();
  const doubling = repeat(60, (n) => `fragment F${n} on Thing { ...F${n + 1} ...F${n + 1} }`);
  const document = `{ thing { ...F0 } } ${doubling} fragment F60 on Thing { a: name }`;
  assert.deepEqual((await ask(document)).codes, ['TOO_MANY_ALIASES']);
  assert.ok((await leastCpuMs(() => ask(document))) < 200);
});

test('fragments in a circle are refused by validation', async () => {
  const { ask, calls } = smallServer();
  const answer = await ask(
    '{ thing { ...A } } fragment A on Thing { self { ...B } } fragment B on Thing { self { ...A } }',
  );
  assert.deepEqual(answer.codes, ['GRAPHQL_VALIDATION_FAILED']);
  assert.equal(calls.count, 0);
});

test('a document that repeats fields so often that comparing them would take seconds is refused', async () => {
  const { ask, calls } = smallServer();
  const document = `{ thing { ${repeat(480, () => 'self { name }')} } }`;
  assert.deepEqual((await ask(document)).codes, ['DOCUMENT_TOO_LARGE']);
  assert.equal(calls.count, 0);
  assert.ok((await leastCpuMs(() => ask(document))) < 1_000);
});

test('introspection as tools ask it passes', async () => {
  const { ask } = smallServer();
  const options = {
    inputValueDeprecation: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
  };
  const answer = await ask(getIntrospectionQuery(options));
  assert.deepEqual(answer.codes, []);
  assert.ok(answer.data?.['__schema']);
});

test('at most five errors come back, of validation and of execution', async () => {
  const { ask } = smallServer();
  assert.equal((await ask(`{ thing { ${repeat(40, (n) => `no${n}`)} } }`)).errors.length, 5);
  assert.equal((await ask('{ brokenList }')).errors.length, 5);
});

test('an answer larger than the limit is an error instead', async () => {
  const { ask } = smallServer();
  const answer = await ask('{ large }');
  assert.deepEqual(answer.codes, ['RESPONSE_TOO_LARGE']);
  assert.ok(answer.text.length < 500);
});

test('limits are settings', async () => {
  const { ask } = smallServer({ LIMIT_DEPTH: '3', LIMIT_RESPONSE_BYTES: '7000000' });
  assert.deepEqual((await ask(nested(4))).codes, ['DOCUMENT_TOO_DEEP']);
  assert.deepEqual((await ask('{ large }')).codes, []);
});
