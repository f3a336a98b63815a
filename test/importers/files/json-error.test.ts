/** Where broken JSON is broken, without showing what stands there. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InputError } from '../../../src/importers/blog-reader.ts';
import { jsonErrorAt } from '../../../src/importers/files/json-error.ts';
import { parseJson } from '../../../src/importers/files/parse-json.ts';

const broken: readonly (readonly [text: string, line: number, column: number])[] = [
  ['{"a":1,}', 1, 8],
  ['{\n  "a" 1}', 2, 7],
  ['[1,2', 1, 5],
  ['hunter2', 1, 1],
  ['{"a":"x\ny"}', 1, 8],
  ['{"a":"\\x"}', 1, 7],
  ['[1] x', 1, 5],
  ['{a:1}', 1, 2],
  ['[1,]', 1, 4],
  ['{"a":tru}', 1, 6],
  ['{\n "b": [1 2]}', 2, 10],
  ['"abc', 1, 5],
  ['01', 1, 2],
  ['[}', 1, 2],
  ['{"a":[1}', 1, 8],
];

test('line and column of the first sign that is wrong', () => {
  for (const [text, line, column] of broken) {
    assert.throws(() => JSON.parse(text) as unknown, SyntaxError);
    const found = jsonErrorAt(text);
    assert.deepEqual([found.line, found.column], [line, column], text);
  }
});

test('the message shows nothing of the file', () => {
  const text = `{"password": "hunter2", "key": hunter2}`;
  assert.throws(
    () => parseJson(text, 'blog.json'),
    (error: unknown) =>
      error instanceof InputError &&
      error.message.includes('line 1, column 32') &&
      !error.message.includes('hunter2'),
  );
  assert.throws(() => parseJson(' \n', 'blog.json'), /empty/);
});

test('a long broken text is found out quickly, and deep nesting does not overflow', () => {
  const start = performance.now();
  jsonErrorAt(`["${'\\"a'.repeat(500_000)}", x]`);
  assert.deepEqual(jsonErrorAt('['.repeat(300_000)).column, 300_001);
  assert.ok(performance.now() - start < 2000);
});

test('NUL and halves of characters become the sign for what cannot be read', () => {
  const written = String.raw`{"a": "x\u0000y", "b": "\ud83d\ude00 \uD83D \ude00", "c": "\\u0000 \\\u0000", "\udfff": "\n"}`;
  assert.deepEqual(parseJson(written, 'x.json'), {
    a: 'x\ufffdy',
    b: '\u{1f600} \ufffd \ufffd',
    c: '\\u0000 \\\ufffd',
    '\ufffd': '\n',
  });
});
