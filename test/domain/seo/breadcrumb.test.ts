import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breadcrumbOf, treePathsTo } from '../../../src/domain/seo/breadcrumb.ts';

const crumb = (path: string) => ({ name: path.toUpperCase(), path });

test('from the home through what is above to the page', () => {
  assert.deepEqual(breadcrumbOf('Blog', [crumb('/a'), crumb('/a/b')], crumb('/post')), [
    { name: 'Blog', path: '/' },
    crumb('/a'),
    crumb('/a/b'),
    crumb('/post'),
  ]);
  assert.deepEqual(breadcrumbOf('Blog', [], crumb('/tag')), [{ name: 'Blog', path: '/' }, crumb('/tag')]);
});

test('no path twice', () => {
  assert.deepEqual(breadcrumbOf('Blog', [], crumb('/')), [crumb('/')]);
  assert.deepEqual(breadcrumbOf('Blog', [crumb('/a')], { name: 'A', path: '/a' }), [
    { name: 'Blog', path: '/' },
    { name: 'A', path: '/a' },
  ]);
});

test('the paths of a tree', () => {
  assert.deepEqual(treePathsTo('a/b/c'), ['a', 'a/b', 'a/b/c']);
  assert.deepEqual(treePathsTo('a'), ['a']);
});
