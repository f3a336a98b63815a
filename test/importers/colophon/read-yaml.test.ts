import assert from 'node:assert/strict';
import { test } from 'node:test';
import { yamlList } from '../../../src/domain/archive/yaml-text.ts';
import { readYaml, readYamlList } from '../../../src/importers/colophon/read-yaml.ts';

test('a long list is read in pieces, with the line of each item', () => {
  const items = Array.from({ length: 1_234 }, (_, index) => ({
    name: `n ${index}`,
    text: '- x\n- y',
    in: ['- a', 'b'],
  }));
  const text = [...yamlList(items)].join('');
  const read = readYamlList(text);
  assert.deepEqual(
    read.map(({ value }) => value),
    items,
  );
  const lines = text.split('\n');
  for (const [index, { line }] of read.entries()) assert.equal(lines[line - 1], `- name: n ${index}`);
});

test('what was edited is read too, and what is wrong is told with its line', () => {
  const odd = '- name: |\n    - a\n    - b\n'.repeat(600) + '- {name: "x\n  - y"}\n';
  assert.equal(readYamlList(odd).length, 601);
  const broken = `${'- name: a\n'.repeat(700)}- name: [b\n`;
  assert.throws(() => readYamlList(broken), { name: 'YamlError', line: 702 });
  assert.throws(() => readYamlList('a: 1\n'), { name: 'YamlError', message: 'it is not a list' });
  assert.deepEqual(readYamlList('[]\n'), []);
});

test('anchors are not followed, and a name stands once', () => {
  assert.throws(() => readYaml('a: &x [1]\nb: *x\n'), { name: 'YamlError' });
  assert.throws(() => readYaml('a: 1\nb: 2\na: 3\n'), { name: 'YamlError', line: 3 });
  assert.deepEqual(readYaml('a: 2026-01-01T00:00:00Z\n'), { a: '2026-01-01T00:00:00Z' });
});
