import assert from 'node:assert/strict';
import { test } from 'node:test';
import { absoluteUrl, isSitePath } from '../../src/domain/address.ts';
import { seriesTotal } from '../../src/domain/series-total.ts';
import { readAnnouncements, readLanguages, readLinks, readMenus } from '../../src/domain/site-content.ts';
import { readToc } from '../../src/domain/stored-toc.ts';

test('what is stored comes back; what is not of the shape is left out, and the rest stays', () => {
  const link = { label: 'Code', url: 'https://code.example' };
  assert.deepEqual(readLinks([link, { label: 1 }, null, 'x']), [link]);
  assert.deepEqual(readLanguages([{ code: 'en', name: 'English', available: true }, { code: 'de' }]), [
    { code: 'en', name: 'English', available: true },
  ]);
  assert.deepEqual(readAnnouncements([{ text: 'Hello' }]), [
    { text: 'Hello', url: null, from: null, until: null },
  ]);
  const item = { label: 'A', url: null, children: [{ label: 'B', url: '/b', children: [] }] };
  assert.deepEqual(readMenus({ header: [item, 7], footer: 'x' }), [
    { name: 'footer', items: [] },
    { name: 'header', items: [item] },
  ]);
  for (const none of [null, undefined, 1, 'x', {}]) {
    assert.deepEqual([readLinks(none), readToc(none)], [[], []]);
  }
  assert.deepEqual(readMenus(null), []);
});

test('addresses become absolute, and only http, https and mailto ones', () => {
  const cases: Readonly<Record<string, string | null>> = {
    '/a b': 'https://blog.example/base/a%20b',
    'https://x.example/': 'https://x.example/',
    'mailto:a@b.example': 'mailto:a@b.example',
    'javascript:alert(1)': null,
    'data:text/html,x': null,
    '//evil.example': null,
    '/\\evil.example': null,
    nonsense: null,
    '': null,
  };
  for (const [address, expected] of Object.entries(cases)) {
    assert.equal(absoluteUrl('https://blog.example/base/', address), expected, address);
  }
  assert.equal(absoluteUrl('no base', '/a'), null);
  assert.deepEqual(['/', '/a', '//a', 'a', ''].map(isSitePath), [true, true, false, false, false]);
});

test('a series has as many parts as announced, or as show', () => {
  assert.equal(seriesTotal(null, []), 0);
  assert.equal(seriesTotal(3, [1, 2]), 3);
  assert.equal(seriesTotal(null, [1, 4]), 4);
  assert.equal(seriesTotal(2, [1, 2, 3]), 3);
});
