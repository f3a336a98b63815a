import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeGlobalId, encodeGlobalId, rowIdOf } from '../../src/domain/global-id.ts';

const id = '00000000-0000-5000-8000-000000000001';

test('base64 of the type and the key, there and back', () => {
  assert.equal(encodeGlobalId('Post', id), Buffer.from(`Post:${id}`).toString('base64'));
  for (const key of [id, '/blog/ä:b', '1']) {
    assert.deepEqual(decodeGlobalId(encodeGlobalId('Post', key)), { typename: 'Post', id: key });
  }
  assert.equal(rowIdOf('Post', encodeGlobalId('Post', id)), id);
});

test('one spelling only, and nothing that is none', () => {
  const good = encodeGlobalId('Post', id);
  for (const bad of [
    '',
    'x',
    `${good}=`,
    ` ${good}`,
    good.slice(0, -1),
    Buffer.from('Post').toString('base64'),
    Buffer.from('post:1').toString('base64'),
    Buffer.from('Post:a\0').toString('base64'),
    Buffer.from([0x50, 0x3a, 0xff]).toString('base64'),
  ]) {
    assert.throws(() => decodeGlobalId(bad), { code: 'BAD_ID' }, bad);
  }
});

test('the id of another type says which', () => {
  assert.throws(() => rowIdOf('Post', encodeGlobalId('Tag', id)), {
    code: 'BAD_ID',
    message: /names a Tag.*Post is needed/,
  });
  assert.throws(() => rowIdOf('Post', encodeGlobalId('Post', '1')), { code: 'BAD_ID' });
});
