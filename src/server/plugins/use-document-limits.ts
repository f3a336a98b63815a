import { GraphQLError, Kind, parse, type DocumentNode } from 'graphql';
import type { Limits } from '../../env.ts';
import { measureDocument } from '../document-size.ts';
import { hostileDocument } from '../hostile-text.ts';
import { refuseDocument } from '../refusal.ts';
import type { ParseOutcome, ServerPlugin } from '../server-plugin.ts';

/**
 * Refuses a document that is too large, too deep or too wide, before it is validated and long before any
 * SQL. Bytes and tokens are counted before and while it is parsed; the rest on what was parsed.
 */
export function useDocumentLimits(limits: Limits): ServerPlugin {
  return {
    onParse({ params, setParseFn }) {
      const bytes = Buffer.byteLength(String(params.source));
      if (bytes > limits.documentBytes) throw tooLarge(`${bytes} bytes`, `${limits.documentBytes} bytes`);
      setParseFn((source: string) => parseWithin(source, limits.tokens));
      return ({ result }: ParseOutcome) => {
        if (result !== null && !(result instanceof Error)) checkDocument(result, limits);
      };
    },
  };
}

const tooLarge = (size: string, most: string): GraphQLError =>
  refuseDocument('DOCUMENT_TOO_LARGE', `The document has ${size}; at most ${most} are allowed.`);

function parseWithin(source: string, maxTokens: number): DocumentNode {
  try {
    return parse(source, { maxTokens });
  } catch (error) {
    // The parser calls itself for every level, also of lists within lists, which no field stands for.
    if (error instanceof RangeError)
      throw refuseDocument('DOCUMENT_TOO_DEEP', 'The document is nested too deeply.');
    if (!(error instanceof GraphQLError) || !/\d+ tokens\. Parsing aborted/.test(error.message)) throw error;
    throw tooLarge('too many tokens', `${maxTokens} tokens`);
  }
}

function checkDocument(document: DocumentNode, limits: Limits): void {
  const problem = hostileDocument(document);
  if (problem !== null) throw refuseDocument('BAD_USER_INPUT', `The document is not allowed: ${problem}.`);
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION).length;
  const size = measureDocument(document);
  const rules = [
    ['TOO_MANY_OPERATIONS', operations, limits.operations, 'operations'],
    ['DOCUMENT_TOO_DEEP', size.depth, limits.depth, 'levels of fields'],
    ['TOO_MANY_ALIASES', size.aliases, limits.aliases, 'aliases'],
    ['TOO_MANY_ROOT_FIELDS', size.rootFields, limits.rootFields, 'root fields'],
    ['TOO_MANY_DIRECTIVES', size.directives, limits.directives, 'directives'],
  ] as const;
  for (const [code, found, most, what] of rules) {
    if (found > most)
      throw refuseDocument(code, `The document has ${found} ${what}; at most ${most} are allowed.`);
  }
}
