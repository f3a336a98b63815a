import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'graphql';
import { DocumentCache } from '../../src/server/document-cache.ts';
import { smallServer } from '../support/server.ts';

const text = (n: number): string => `{ a${n}: thing { name } }`;

test('gives back what was put in, until it is the one used longest ago and there is no room', () => {
  const cache = new DocumentCache(15_000);
  const put = (n: number): void => {
    cache.set(text(n), parse(text(n)));
  };
  for (let n = 0; n < 4; n += 1) put(n);
  const [first, second] = [cache.get(text(0)), cache.get(text(1))];
  assert.ok(first && second);
  for (let n = 4; n < 8; n += 1) {
    put(n);
    assert.equal(cache.get(text(0)), first, 'used all the time, it stays');
  }
  assert.ok(cache.get(text(1)) === undefined);
});

test('never holds more bytes than it may, however many documents come', () => {
  const cache = new DocumentCache(1_000_000);
  for (let n = 0; n < 5_000; n += 1) {
    cache.set(text(n), parse(text(n)));
    assert.ok(cache.bytes <= 1_000_000);
  }
  assert.ok(cache.bytes > 900_000);
});

test('a document larger than all of it is not kept; with 0 bytes none is', () => {
  const cache = new DocumentCache(0);
  cache.set(text(1), parse(text(1)));
  assert.ok(cache.get(text(1)) === undefined);
  assert.equal(cache.bytes, 0);
});

test('a refused document is refused again, and a valid one runs again', async () => {
  const { ask } = smallServer();
  const deep = `{ thing ${'{ self '.repeat(20)}{ name }${' }'.repeat(20)} }`;
  for (let times = 0; times < 2; times += 1) {
    assert.deepEqual((await ask(deep)).codes, ['DOCUMENT_TOO_DEEP']);
    assert.deepEqual((await ask('{ nothing }')).codes, ['GRAPHQL_VALIDATION_FAILED']);
    assert.deepEqual((await ask('{ thing { name } }')).data, { thing: { name: 'a thing' } });
  }
});
