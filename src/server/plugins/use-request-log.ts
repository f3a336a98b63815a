import { getOperationAST } from 'graphql';
import type { Log } from '../log.ts';
import type { ExecuteHook, ServerPlugin } from '../server-plugin.ts';

/** Names that GraphQL allows; anything else a client sent as operationName is not worth a log line. */
const namePattern = /^[_A-Za-z]\w{0,79}$/;

/** One line a request: what was asked (the operation's name, never its variables), status, time, id. */
export function useRequestLog(log: Log): ServerPlugin {
  return {
    onParams({ params, context }) {
      // For documents that never run; a refused one is known by the name its client gave.
      const { operationName } = params;
      if (typeof operationName === 'string' && namePattern.test(operationName))
        context.operation = operationName;
    },
    onExecute({ args }: ExecuteHook) {
      const name = getOperationAST(args.document, args.operationName)?.name?.value;
      if (name !== undefined && namePattern.test(name)) args.contextValue.operation = name;
    },
    onResponse({ request, response, serverContext }) {
      const { requestId, startedAt, operation, page, codes } = serverContext;
      const { pathname } = new URL(request.url);
      const ms = Math.round((performance.now() - startedAt) * 10) / 10;
      const entry = {
        method: request.method,
        path: pathname,
        operation,
        page,
        status: response.status,
        ms,
        codes,
        requestId,
      };
      log[levelOf(response.status, pathname, page)](entry, 'request');
    },
  };
}

/** Probes and pictures come by the second; they are told at debug level only. */
function levelOf(status: number, path: string, page?: string): 'warn' | 'info' | 'debug' {
  if (status >= 500) return path === '/readyz' ? 'debug' : 'warn';
  return path === '/graphql' || page !== undefined ? 'info' : 'debug';
}
