/** The import law, the sizes and the names of the house, as docs/architecture.md states them. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { test } from 'node:test';

const root = resolve(import.meta.dirname, '..');
const src = join(root, 'src');

/** Room -> rooms and files it may import, itself aside. A file in src/ itself is a room of its own. */
const law: Record<string, readonly string[]> = {
  domain: [],
  generated: [],
  'env.ts': [],
  'context.ts': ['env.ts', 'db', 'loaders', 'domain', 'access'],
  db: ['env.ts', 'generated', 'domain'],
  loaders: ['db', 'domain', 'cache', 'generated'],
  spool: [],
  actions: ['db', 'domain', 'generated', 'spool'],
  importers: ['domain', 'spool'],
  exporters: ['schema.ts', 'context.ts', 'db', 'loaders', 'domain', 'generated'],
  cache: ['db', 'domain'],
  access: ['db', 'domain', 'env.ts'],
  web: ['loaders', 'domain', 'env.ts', 'db', 'generated'],
  'builder.ts': ['context.ts', 'db', 'domain', 'generated'],
  schema: ['builder.ts', 'context.ts', 'actions', 'loaders', 'domain', 'db', 'generated'],
  'schema.ts': ['builder.ts', 'schema'],
  server: ['schema.ts', 'context.ts', 'env.ts', 'web', 'access', 'cache', 'actions', 'db', 'domain'],
  commands: [
    'env.ts',
    'db',
    'loaders',
    'domain',
    'actions',
    'importers',
    'exporters',
    'web',
    'access',
    'cache',
    'server',
    'schema.ts',
    'context.ts',
  ],
  'main.ts': ['commands'],
};

interface Source {
  readonly file: string;
  readonly room: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*(?:\n[^'"\n;]*)*?from\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|(?:^|\n)import\s*'([^']+)'/g;

function roomOf(file: string): string {
  const [first = ''] = relative(src, file).split('/');
  return first;
}

function readSource(file: string): Source {
  const text = readFileSync(file, 'utf8');
  const imports = [...text.matchAll(importPattern)]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .filter((name) => name.startsWith('.'))
    .map((name) => resolve(dirname(file), name));
  return { file, room: roomOf(file), text, imports };
}

const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith('generated/'))
  .map((name) => readSource(join(src, name)));

const named = (file: string): string => relative(root, file);

test('there is something to judge', () => {
  assert.ok(sources.length > 50, `only ${sources.length} files found`);
  assert.ok(sources.some((source) => source.imports.length > 5));
});

test('every import keeps the import law', () => {
  const broken = sources.flatMap(({ file, room, imports }) =>
    imports
      .filter((target) => roomOf(target) !== room && !law[room]?.includes(roomOf(target)))
      .map((target) => `${named(file)} imports ${named(target)}`),
  );
  assert.deepEqual(broken, []);
});

test('no cycles', () => {
  const graph = new Map(sources.map((source) => [source.file, source.imports]));
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    assert.ok(!path.includes(file), `cycle: ${[...path, file].map(named).join(' -> ')}`);
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...path, file]);
    done.add(file);
  };
  for (const { file } of sources) walk(file, []);
});

test('a file holds one idea: at most 300 lines, and a median of about 60 to 80', () => {
  const lengths = sources.map(({ file, text }) => ({ file: named(file), lines: text.split('\n').length }));
  assert.deepEqual(
    lengths.filter(({ lines }) => lines > 300),
    [],
  );
  const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
  assert.ok((sorted[sorted.length >> 1] ?? 0) <= 90, `median ${sorted[sorted.length >> 1]}`);
});

test('names say what a file holds: kebab-case, no index, utils, helpers, common or types', () => {
  const bad = sources
    .map(({ file }) => named(file))
    .filter(
      (file) =>
        !/^src\/(?:[a-z0-9-]+\/)*[a-z0-9]+(?:-[a-z0-9]+)*\.ts$/.test(file) ||
        /\/(?:index|utils|helpers|common|types)\.ts$/.test(file),
    );
  assert.deepEqual(bad, []);
});

test('no re-exports', () => {
  const bad = sources.filter(({ text }) => /(?:^|\n)export\s+(?:\*|\{[^}]*\})\s+from/.test(text));
  assert.deepEqual(
    bad.map(({ file }) => named(file)),
    [],
  );
});

test('nothing is silenced or left for later', () => {
  const pattern =
    /\bTODO\b|\bFIXME\b|\bXXX\b|not implemented|\bas any\b|: any\b|@ts-(?:ignore|expect-error|nocheck)|eslint-disable|as unknown as/;
  const bad = sources.flatMap(({ file, text }) =>
    text
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${named(file)}:${index + 1}: ${line.trim()}`] : [])),
  );
  assert.deepEqual(bad, []);
});

test('process.env is read in env.ts only', () => {
  const bad = sources.filter(
    ({ file, text }) => named(file) !== 'src/env.ts' && text.includes('process.env'),
  );
  assert.deepEqual(
    bad.map(({ file }) => named(file)),
    [],
  );
});

test('Prisma calls and SQL stay in db, loaders and actions; Prisma types stay out of domain', () => {
  const rooms = new Set(['db', 'loaders', 'actions']);
  const bad = sources.filter(
    ({ room, text }) => !rooms.has(room) && /\$queryRaw|\$executeRaw|\.prisma\.[a-z]/.test(text),
  );
  assert.deepEqual(
    bad.map(({ file }) => named(file)),
    [],
  );
  const domain = sources.filter(({ room, text }) => room === 'domain' && /@prisma|generated\//.test(text));
  assert.deepEqual(
    domain.map(({ file }) => named(file)),
    [],
  );
});

test('a status is compared in db/visible.ts only, and decided in domain/publication.ts', () => {
  const judges = ['src/db/visible.ts', 'src/domain/visibility.ts', 'src/domain/publication.ts'];
  const pattern = /(?:[=!]==\s*|\bcase\s+|\bin\s*\(|=\s*)['"](?:DRAFT|SCHEDULED|PUBLISHED)['"]/;
  const bad = sources.filter(({ file, text }) => !judges.includes(named(file)) && pattern.test(text));
  assert.deepEqual(
    bad.map(({ file }) => named(file)),
    [],
  );
});

test('a room with files has a README of a few lines', () => {
  const rooms = new Set(sources.map(({ room }) => room).filter((room) => !room.endsWith('.ts')));
  for (const room of rooms) {
    const lines = readFileSync(join(src, room, 'README.md'), 'utf8')
      .trim()
      .split('\n').length;
    assert.ok(lines >= 3 && lines <= 12, `src/${room}/README.md has ${lines} lines`);
  }
});
