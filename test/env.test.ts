import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readSettings, settingDefaults, SettingsError } from '../src/env.ts';
import { codeRows } from './support/table-rows.ts';

function problemOf(env: Record<string, string>): string {
  try {
    readSettings(env);
  } catch (error) {
    assert.ok(error instanceof SettingsError);
    return error.message;
  }
  assert.fail('the settings were taken');
}

test('without any variable everything has its default', () => {
  const settings = readSettings({});
  assert.equal(settings.host, '127.0.0.1');
  assert.equal(settings.port, 4000);
  assert.equal(settings.databaseUrl, null);
  assert.equal(settings.dataDir, '.data');
  assert.equal(settings.production, true);
  assert.deepEqual(settings.corsOrigins, ['*']);
  assert.equal(settings.limits.depth, 15);
});

test('an empty variable counts as absent, blanks around a value are dropped', () => {
  const settings = readSettings({ PORT: ' 8080 ', HOST: '', DATABASE_URL: '  ' });
  assert.deepEqual([settings.port, settings.host, settings.databaseUrl], [8080, '127.0.0.1', null]);
});

test('addresses lose the slash at their end, origins become a list', () => {
  const settings = readSettings({
    SITE_URL: 'https://example.com/blog/',
    CORS_ORIGINS: 'https://a.example, https://b.example:8443',
  });
  assert.equal(settings.siteUrl, 'https://example.com/blog');
  assert.deepEqual(settings.corsOrigins, ['https://a.example', 'https://b.example:8443']);
});

test('every wrong setting is named in one error, with what it is and what it must be', () => {
  const problem = problemOf({
    PORT: '70000',
    LOG_LEVEL: 'loud',
    SITE_URL: 'ftp://example.com',
    POOL_MAX: '-1',
  });
  assert.match(problem, /^4 settings are wrong/);
  assert.match(
    problem,
    /PORT is "70000": it must be a whole number from 0 to 65535\. Correct it, or leave it out for 4000\./,
  );
  assert.match(problem, /LOG_LEVEL is "loud": it must be one of fatal, error/);
  assert.match(problem, /SITE_URL is "ftp:\/\/example\.com": it must be an address such as https:/);
  assert.match(problem, /POOL_MAX/);
});

for (const [name, value] of [
  ['HOST', 'a b'],
  ['PORT', '1e3'],
  ['PORT', '0x50'],
  ['PORT', '4000.5'],
  ['DATABASE_URL', 'postgres//localhost'],
  ['CORS_ORIGINS', 'example.com'],
  ['CORS_ORIGINS', '*,https://example.com'],
  ['CORS_ORIGINS', 'https://example.com/path'],
  ['PUBLIC_URL', 'https://user:secret@example.com'],
  ['PREPARED_STATEMENTS', 'yes'],
  ['NODE_ENV', 'staging'],
] as const) {
  test(`${name}=${value} is refused by name`, () => {
    assert.match(problemOf({ [name]: value }), new RegExp(`\\b${name} is `));
  });
}

test('the password of DATABASE_URL is never repeated', () => {
  const problem = problemOf({ DATABASE_URL: 'mysql://me:hunter2@localhost/blog' });
  assert.doesNotMatch(problem, /hunter2/);
  assert.match(problem, /DATABASE_URL/);
});

test('docs/settings.md lists every setting with its default, and no other', () => {
  const rows = codeRows(readFileSync(new URL('../docs/settings.md', import.meta.url), 'utf8'));
  for (const [name, , meaning = ''] of rows) assert.ok(meaning.length > 10, `${name} is not explained`);
  const documented = rows.map(([name, fallback = '']) => [name, fallback.replaceAll('`', '') || null]);
  assert.deepEqual(documented.sort(), [...settingDefaults].sort());
});
