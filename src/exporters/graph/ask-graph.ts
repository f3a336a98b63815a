import { execute, parse, type DocumentNode } from 'graphql';
import { createContext } from '../../context.ts';
import type { ReadScope } from '../../loaders/scope.ts';
import { schema } from '../../schema.ts';
import { isFields } from './line.ts';

const parsed = new Map<string, DocumentNode>();

/**
 * Asks the graph, whatever that costs: nobody waits for it.
 *
 * @throws the first error of the answer: an export is whole, or none
 */
export async function askGraph(
  { db, viewer, urls }: ReadScope,
  source: string,
  variableValues: Readonly<Record<string, unknown>> = {},
): Promise<Readonly<Record<string, unknown>>> {
  const document = parsed.get(source) ?? parse(source);
  parsed.set(source, document);
  const contextValue = createContext({ db, viewer, urls, requestId: 'export', costLimit: Infinity });
  const { data, errors } = await execute({ schema, document, variableValues, contextValue });
  const [error] = errors ?? [];
  if (error !== undefined) throw error.originalError ?? error;
  return isFields(data) ? data : {};
}
