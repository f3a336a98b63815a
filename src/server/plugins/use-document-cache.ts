import type { DocumentNode } from 'graphql';
import { DocumentCache } from '../document-cache.ts';
import type { ParseOutcome, ServerPlugin, ValidateHook } from '../server-plugin.ts';

/** Parses and validates a document once, within a bound of bytes. Replaces Yoga's cache, bounded by count. */
export function useDocumentCache(maxBytes: number): ServerPlugin {
  const cache = new DocumentCache(maxBytes);
  const valid = new WeakSet<DocumentNode>();
  return {
    onParse({ params, setParsedDocument }) {
      const source = String(params.source);
      const known = cache.get(source);
      if (known !== undefined) {
        setParsedDocument(known);
        return;
      }
      return ({ result }: ParseOutcome) => {
        if (result !== null && !(result instanceof Error)) cache.set(source, result);
      };
    },
    onValidate({ params, setResult }: ValidateHook) {
      if (valid.has(params.documentAST)) {
        setResult([]);
        return;
      }
      return ({ valid: passed }: { readonly valid: boolean }) => {
        if (passed) valid.add(params.documentAST);
      };
    },
  };
}
