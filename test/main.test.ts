/** The command line: help, what is wrong said in a line, exit codes. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { colophon } from './support/colophon.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

test('--help shows every command and examples', async () => {
  const { code, out } = await colophon(['--help']);
  assert.equal(code, 0);
  for (const command of ['serve', 'import', 'migrate', 'schema', 'version']) {
    assert.match(out, new RegExp(`^  ${command}\\b`, 'm'));
  }
  assert.match(out, /Examples:\n {2}\$ colophon serve/);
});

for (const command of ['serve', 'import', 'migrate', 'schema', 'version']) {
  test(`${command} --help shows an example`, async () => {
    const { code, out } = await colophon([command, '--help']);
    assert.equal(code, 0);
    assert.match(out, new RegExp(`Examples?:\\n {2}\\$ .*colophon ${command}`));
  });
}

test('version', async () => {
  const { code, out } = await colophon(['version']);
  assert.equal(code, 0);
  assert.equal(out, `colophon ${version} (Node ${process.versions.node})\n`);
});

for (const [words, problem] of [
  [['frob'], /unknown command 'frob'/],
  [['serv'], /Did you mean serve\?/],
  [['serve', '--frob'], /unknown option '--frob'/],
  [['serve', '/no/such/folder'], /There is no folder \/no\/such\/folder/],
  [['serve', 'package.json'], /package\.json is nothing that is known/],
  [['serve', '--watch'], /--watch needs a folder/],
  [['serve', 'https://far.example/feed', '--watch'], /--watch needs a folder/],
  [['import'], /missing required argument 'what'/],
  [['import', '/no/such/folder'], /There is no folder \/no\/such\/folder/],
  [['import', 'content', 'docs'], /is one folder/],
  [['import', 'https://far.example/x', '--format', 'ghost'], /Only feeds are read from an address/],
  [['import', 'content', '--format', 'blogger'], /There is no format "blogger"/],
] as const) {
  test(`colophon ${words.join(' ')}: one clear line, exit 2`, async () => {
    const { code, out, err } = await colophon(words);
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(err, /^colophon: [^\n]+\n$/);
    assert.match(err, problem);
  });
}

test('without a command it shows the help, exit 2', async () => {
  const { code, err } = await colophon([]);
  assert.equal(code, 2);
  assert.match(err, /Usage: colophon/);
});

test('wrong settings are all named before anything happens, exit 2', async () => {
  const { code, err } = await colophon(['migrate'], {
    PORT: 'http',
    LOG_LEVEL: 'loud',
    DATABASE_URL: 'mysql://u:pw@h/d',
  });
  assert.equal(code, 2);
  assert.match(err, /^colophon: 3 settings are wrong; docs\/settings\.md describes them all\.\n/);
  assert.match(err, /PORT is "http"/);
  assert.doesNotMatch(err, /u:pw|    at /);
});

test('a database that cannot be reached: one clear line, exit 1, no password', async () => {
  const { code, err } = await colophon(['migrate'], {
    DATABASE_URL: 'postgres://me:hunter2@127.0.0.1:1/blog',
  });
  assert.equal(code, 1);
  assert.match(err, /^colophon: Cannot connect to PostgreSQL at 127\.0\.0\.1:1[^\n]+\n$/);
  assert.doesNotMatch(err, /hunter2/);
});
