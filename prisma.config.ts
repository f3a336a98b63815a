import { defineConfig } from 'prisma/config';

// `generate` needs no engine, but the CLI looks for one and would download it: point it at any
// program that exists, so that a fresh clone is generated offline.
if (process.argv.includes('generate')) process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
});
