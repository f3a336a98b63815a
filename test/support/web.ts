import type { Database } from '../../src/db/client.ts';
import { readSettings } from '../../src/env.ts';
import { servePage } from '../../src/web/serve-page.ts';
import { countStatements } from './database.ts';
import { smallServer } from './server.ts';

/** What a reader gets, and what it took. */
export interface WebAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Names of the SQL statements, in the order sent. */
  readonly statements: readonly string[];
}

/** What is served beside the graph, from a real database and without a port. */
export function webOf(
  db: Database,
  env: Readonly<Record<string, string>> = {},
  urls: { readonly site: string | null; readonly media: string } = {
    site: 'https://blog.example',
    media: 'https://api.example',
  },
) {
  const { indexing, limits } = readSettings({ NODE_ENV: 'test', ...env });
  const scope = { db, viewer: { kind: 'public' }, urls, indexing, maxBytes: limits.responseBytes } as const;
  const { yoga, logLines } = smallServer(env, {
    readPage: (page, preconditions) => servePage(page, { ...scope }, preconditions),
  });
  const get = async (path: string, init: RequestInit = {}): Promise<WebAnswer> => {
    const { result, statements } = await countStatements(db, async () => {
      const response = await yoga.fetch(`http://localhost${path}`, init);
      return { status: response.status, headers: response.headers, text: await response.text() };
    });
    return { ...result, statements: statements.map((sql) => /^\s*\/\* (\w+)/.exec(sql)?.[1] ?? sql) };
  };
  return { get, logLines };
}
