import { execute, parse, validate } from 'graphql';
import type { DocumentNode, ExecutionResult } from 'graphql';
import { createContext } from '../../src/context.ts';
import type { Database } from '../../src/db/client.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { schema } from '../../src/schema.ts';
import { countStatements } from './database.ts';

/** What a document gave, and what it took. */
export interface Answer {
  readonly data: unknown;
  /** Codes of the errors; the message of an error that has none. */
  readonly errors: readonly string[];
  /** Names of the SQL statements, in alphabetical order: which comes first of those of one level is chance. */
  readonly statements: readonly string[];
  /** The statements themselves, in the order sent. */
  readonly sql: readonly string[];
}

/** Runs a document as the public, against a real database. */
export async function ask(
  db: Database,
  source: string,
  variableValues: Record<string, unknown> = {},
  costLimit = Number.MAX_SAFE_INTEGER,
): Promise<Answer> {
  const contextValue = createContext({
    db,
    viewer: { kind: 'public' },
    urls: { site: 'https://blog.example', media: 'https://api.example' },
    requestId: 'test',
    costLimit,
  });
  const { result, statements } = await countStatements(db, () =>
    run(source, { variableValues, contextValue }),
  );
  return {
    // Plain objects: graphql-js gives ones without a prototype.
    data: result.data ? (JSON.parse(JSON.stringify(result.data)) as unknown) : null,
    errors: (result.errors ?? []).map(({ originalError, message }) =>
      originalError instanceof DomainError ? originalError.code : message,
    ),
    statements: statements.map(nameOf).sort(),
    sql: statements,
  };
}

/** Valid documents, and the newest of them parsed: most are asked more than once, and some are long. */
const valid = new Set<string>();
let newest: { readonly source: string; readonly document: DocumentNode } | null = null;

async function run(
  source: string,
  values: { readonly variableValues: Record<string, unknown>; readonly contextValue: unknown },
): Promise<ExecutionResult> {
  const document = newest?.source === source ? newest.document : parse(source);
  newest = { source, document };
  const errors = valid.has(source) ? [] : validate(schema, document);
  if (errors.length > 0) return { errors };
  valid.add(source);
  return execute({ schema, document, ...values });
}

/** The same for a document that must have no errors. */
export async function askWell(
  db: Database,
  source: string,
  variables: Record<string, unknown> = {},
): Promise<Answer> {
  const answer = await ask(db, source, variables);
  if (answer.errors.length > 0) throw new Error(answer.errors.join('\n'));
  return answer;
}

function nameOf(sql: string): string {
  return /^\s*\/\* (\w+)(?:, unnamed)? \*\//.exec(sql)?.[1] ?? sql;
}
