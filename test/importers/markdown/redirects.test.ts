import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blogOf, text, told } from '../blog-folder.ts';

test('files that only redirect, redirects.yml and _redirects', async (t) => {
  const record = await blogOf(t, {
    'posts/new.md': text('title: New', 'date: 2024-01-01', 'aliases: [/alias]'),
    'posts/old.md': '---\nredirect: /blog/new#part\n---\n',
    'posts/gone.md': '---\nredirect_to: https://elsewhere.example/x\npermalink: /was/here/\n---\n',
    'pages/tags/a b.md': '---\nformerly: /tags/a b/\nredirect_to: /tags/a-b/\n---\n',
    'redirects.yml': '/one: new\n/two: /blog/new\n/alias: /blog/new\n/self: /self\n/bad: "javascript:x"',
    'static/_redirects':
      '# comment\n/three /x 301\n/rewrite /x 200\n/all/* /x/:splat\nhttps://other.example/y /x\n',
    'data/redirects.json': '{ "redirects": [{ "from": ["/four", "/two"], "to": "/five" }] }',
  });
  assert.deepEqual(Object.fromEntries(record.redirects.map(({ path, target }) => [path, target])), {
    '/blog/old': '/blog/new',
    '/was/here': 'https://elsewhere.example/x',
    '/tags/a b': '/tags/a-b',
    '/one': '/blog/new',
    '/two': '/five',
    '/four': '/five',
    '/three': '/x',
  });
  assert.equal(record.posts.length, 1);
  assert.deepEqual(told(record.problems), [
    'warning redirects.yml: the redirect from "/two" was left out',
    'warning redirects.yml: the redirect from "/alias" was left out',
    'warning redirects.yml: the redirect from "/self" was left out',
    'warning redirects.yml: the redirect from "/bad" was left out',
    'warning static/_redirects:4 1 redirects with patterns were left out',
    'warning static/_redirects:5 the redirect from "https://other.example/y" was left out',
  ]);
});
