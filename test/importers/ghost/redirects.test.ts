/** Redirects beside an export: redirects.json and redirects.yaml. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  isRedirectList,
  isRedirectYaml,
  redirectsOfJson,
  redirectsOfYaml,
} from '../../../src/importers/ghost/read-redirects.ts';
import { plainSource, redirectTarget } from '../../../src/importers/ghost/redirect-pattern.ts';
import { ProblemList } from '../../../src/importers/problem-list.ts';

test('sources that mean one path, however they are written', () => {
  const plain = {
    '/old/': '/old',
    '^/old/?$': '/old',
    '/a/b.html': '/a/b.html',
    '^\\/my\\-post\\/$': '/my-post',
    '/^\\/case\\/?$/i': '/case',
    old: '/old',
  };
  for (const [source, path] of Object.entries(plain)) assert.equal(plainSource(source), path, source);
  for (const pattern of [
    '^/blog/(.*)$',
    '/tag/[a-z]+/',
    '/x/*',
    '/a|/b',
    '/a?b=1',
    'https://x.org/a',
    '//x.org',
    '/',
    '',
    '^/p/\\d+',
  ])
    assert.equal(plainSource(pattern), null, pattern);
});

test('targets: paths and addresses', () => {
  const kept = {
    '/new/': '/new/',
    'https://x.org/a': 'https://x.org/a',
    '__GHOST_URL__/new/': '/new/',
    'new/': '/new/',
  };
  for (const [target, path] of Object.entries(kept)) assert.equal(redirectTarget(target), path, target);
  for (const target of ['/new/$1', 'javascript:alert(1)', 'mailto:jo@x.org', null])
    assert.equal(redirectTarget(target), null);
});

test('redirects.json: plain ones are taken, patterns are told', () => {
  const problems = new ProblemList();
  const list: unknown = JSON.parse(
    '[{"from":"^/a/$","to":"/b/","permanent":true},{"from":"^/x/(.*)","to":"/y/$1"},7,{"from":{}}]',
  );
  assert.ok(isRedirectList(list));
  const redirects = redirectsOfJson(list, 'redirects.json', problems);
  assert.deepEqual(
    redirects.map(({ from, to }) => [from, to]),
    [['/a', '/b/']],
  );
  assert.match(problems.sorted()[0]?.what ?? '', /^3 redirects were left out: \^\/x\/\(\.\*\)/);
});

test('redirects.yaml: 301 and 302; broken YAML has its line', () => {
  const problems = new ProblemList();
  const yaml = '# moved\n301:\n  /a/: /b/\n  ^/c/(.*)$: /d/$1\n302:\n  /e: https://x.org/\n';
  assert.ok(isRedirectYaml(yaml));
  assert.ok(!isRedirectYaml('title: 301'));
  const redirects = redirectsOfYaml(yaml, 'redirects.yaml', problems);
  assert.deepEqual(
    redirects.map(({ from, to }) => [from, to]),
    [
      ['/a', '/b/'],
      ['/e', 'https://x.org/'],
    ],
  );
  assert.equal(problems.sorted().length, 1);
  redirectsOfYaml('301:\n  /a: [', 'redirects.yaml', problems);
  assert.ok(problems.sorted().some(({ severity, line }) => severity === 'error' && line !== null));
});
