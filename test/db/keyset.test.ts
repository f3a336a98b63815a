import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aliasSql, columnSql, tableSql } from '../../src/db/column.ts';
import type { SortKey } from '../../src/db/keyset.ts';
import { orderBySql, reversed, seekSql } from '../../src/db/keyset.ts';
import { textsSql, timeSql } from '../../src/db/parameters.ts';
import { labelled, named } from '../../src/db/read-rows.ts';
import { statementName } from '../../src/db/statement-name.ts';
import { Prisma } from '../../src/generated/prisma/client.ts';

const id = '00000000-0000-5000-8000-000000000001';
const key = (name: string, type: SortKey['type'], direction: SortKey['direction']): SortKey => ({
  name,
  type,
  direction,
  column: columnSql('p', name),
});
const down: SortKey[] = [key('sortDate', 'time', 'DESC'), key('id', 'uuid', 'DESC')];
const mixed: SortKey[] = [
  key('wordCount', 'integer', 'DESC'),
  key('sortTitle', 'text', 'ASC'),
  key('id', 'uuid', 'ASC'),
];

test('an order whose keys go one way is one range of an index', () => {
  const { text, values } = seekSql(down, [0, id], 'after', false);
  assert.equal(text, '(p."sortDate",p."id") < ($1::timestamptz,$2::uuid)');
  assert.deepEqual(values, ['1970-01-01T00:00:00.000Z', id]);
  assert.equal(
    seekSql(down, [0, id], 'before', true).text,
    '(p."sortDate",p."id") >= ($1::timestamptz,$2::uuid)',
  );
});

test('an order whose keys go different ways steps from key to key', () => {
  assert.equal(
    seekSql(mixed, [7, 'x', id], 'after', false).text,
    '(p."wordCount" < $1::integer or (p."wordCount" = $2::integer and (p."sortTitle" > $3::text or (p."sortTitle" = $4::text and (p."id" > $5::uuid or (p."id" = $6::uuid and false))))))',
  );
});

test('from its other end', () => {
  assert.equal(orderBySql(mixed).text, 'p."wordCount" desc,p."sortTitle" asc,p."id" asc');
  assert.equal(orderBySql(reversed(mixed), 'x').text, 'x."wordCount" asc,x."sortTitle" desc,x."id" desc');
});

test('a place needs a value for each key', () => {
  assert.throws(() => seekSql(down, [0], 'after', false), TypeError);
});

test('only plain words become SQL text', () => {
  for (const word of ['', 'p; drop', 'P', '"', 'p"p', 'ä', '1']) {
    assert.throws(() => aliasSql(word), TypeError);
    assert.throws(() => tableSql(word), TypeError);
  }
  assert.throws(() => columnSql('p', 'a"b'), TypeError);
  assert.throws(() => named('a b', Prisma.sql`select 1`), TypeError);
});

test('named statements are prepared, labelled ones are not', () => {
  const sql = Prisma.sql`select 1`;
  assert.match(statementName(named('tagsByPost', sql)), /^tagsByPost_[\da-f]{16}$/);
  assert.equal(statementName(labelled('posts', sql)), '');
});

test('values that PostgreSQL cannot hold match nothing, and never fail', () => {
  assert.deepEqual(textsSql(['a', 'b\0c', '']).values, [['a', '']]);
  assert.deepEqual(timeSql(new Date('0000-01-01T00:00:00Z')).values, ['0001-01-01T00:00:00.000Z']);
  assert.deepEqual(timeSql(8.64e15).values, ['9999-12-31T23:59:59.999Z']);
});
