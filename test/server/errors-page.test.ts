import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { errorCodes } from '../../src/domain/errors.ts';
import { codeRows } from '../support/table-rows.ts';

test('docs/errors.md lists every code, and no other', () => {
  const rows = codeRows(readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8'));
  for (const [code, , meaning = '', todo = ''] of rows)
    assert.ok(meaning.length > 10 && todo.length > 5, code);
  assert.deepEqual(rows.map(([code]) => code).sort(), Object.keys(errorCodes).sort());
});
