import { DomainError } from '../../domain/errors.ts';
import type { ExecuteHook, ServerPlugin } from '../server-plugin.ts';

/**
 * Ends an execution that takes too long, or whose client has gone. Resolvers that have begun run to the end
 * of their statement (which the database bounds); none begins after.
 */
export function useTimeLimit(maxMs: number): ServerPlugin {
  return {
    onExecute({ args }: ExecuteHook) {
      const { request, startedAt } = args.contextValue;
      const controller = new AbortController();
      const leave = (): void => {
        controller.abort(request.signal.reason);
      };
      const tooLong = (): void => {
        controller.abort(new DomainError('REQUEST_TIMEOUT', `The request took longer than ${maxMs} ms.`));
      };
      const timer = setTimeout(tooLong, Math.max(0, maxMs - (performance.now() - startedAt)));
      request.signal.addEventListener('abort', leave);
      Object.assign(args, { signal: controller.signal });
      return {
        onExecuteDone() {
          clearTimeout(timer);
          request.signal.removeEventListener('abort', leave);
        },
      };
    },
  };
}
