import { createYoga, type YogaLogger } from 'graphql-yoga';
import type { GraphQLSchema } from 'graphql';
import type { Settings } from '../env.ts';
import type { StartTab } from './graphiql/page.ts';
import type { Log } from './log.ts';
import { useCors } from './plugins/use-cors.ts';
import { useDocumentCache } from './plugins/use-document-cache.ts';
import { useDocumentLimits } from './plugins/use-document-limits.ts';
import { useFrontDoor } from './plugins/use-front-door.ts';
import { useGraphiql } from './plugins/use-graphiql.ts';
import { useJsonRequests } from './plugins/use-json-requests.ts';
import { useMedia, type ReadMedia } from './plugins/use-media.ts';
import { useProbes } from './plugins/use-probes.ts';
import { usePublicErrors } from './plugins/use-public-errors.ts';
import { useRequestId } from './plugins/use-request-id.ts';
import { useRequestLog } from './plugins/use-request-log.ts';
import { useRequestRules } from './plugins/use-request-rules.ts';
import { useResponseLimit } from './plugins/use-response-limit.ts';
import { useSecurityHeaders } from './plugins/use-security-headers.ts';
import { useTimeLimit } from './plugins/use-time-limit.ts';
import { useValidation } from './plugins/use-validation.ts';
import { useWebPages, type ReadPage } from './plugins/use-web-pages.ts';
import type { Probe } from './readiness.ts';
import type { RequestState } from './request-state.ts';
import type { ServerPlugin } from './server-plugin.ts';

/** What the server is made of. */
export interface ServerParts {
  readonly schema: GraphQLSchema;
  readonly settings: Settings;
  readonly log: Log;
  readonly readiness: Probe;
  /** What resolvers get. */
  readonly context: (state: RequestState) => object;
  readonly readMedia: ReadMedia;
  readonly readPage: ReadPage;
  /** The ready documents of the GraphiQL page. */
  readonly startTabs: () => Promise<readonly StartTab[]>;
}

/** The server without its port: `fetch` answers a request, and called with a Node request it serves that. */
export function createServerYoga(parts: ServerParts) {
  const { schema, settings, log, context } = parts;
  return createYoga<RequestState>({
    schema,
    context,
    plugins: listPlugins(parts),
    maxRequestBodySize: settings.limits.bodyBytes,
    multipart: false,
    batching: false,
    // Ours replace Yoga's own of these.
    cors: false,
    graphiql: false,
    landingPage: false,
    maskedErrors: false,
    parserAndValidationCache: false,
    // Yoga answers 200 to every address that ends so, and cannot be told not to; no address ends in a blank.
    healthCheckEndpoint: ' ',
    logging: yogaLogger(log),
  });
}

/** In the order in which they see a request. */
function listPlugins({
  settings,
  log,
  readiness,
  readMedia,
  readPage,
  startTabs,
}: ServerParts): ServerPlugin[] {
  const { limits, development } = settings;
  return [
    // First, so that everything below can name the request, and every answer is timed and told.
    useRequestId(),
    useRequestLog(log),
    useCors(settings.corsOrigins),
    useSecurityHeaders(),
    // What is served beside the graph; the door closes behind it.
    useProbes(readiness),
    useMedia(readMedia),
    useGraphiql(startTabs),
    useWebPages({ readPage, log, maxMs: settings.requestTimeoutMs }),
    useFrontDoor(),
    useJsonRequests(),
    useRequestRules(),
    // Before the cache: what breaks a limit must not get in, and what is in has passed them.
    useDocumentLimits(limits),
    useDocumentCache(limits.documentCacheBytes),
    useValidation({ maxErrors: limits.errors, hints: development }),
    useTimeLimit(settings.requestTimeoutMs),
    useResponseLimit(limits.responseBytes),
    // Last of those that see the result: what leaves has been through it.
    usePublicErrors({ log, maxErrors: limits.errors, hints: development }),
  ];
}

/** Yoga tells each step at debug level; only what it warns of is news. */
function yogaLogger(log: Log): YogaLogger {
  const quiet = (): void => undefined;
  return {
    debug: quiet,
    info: quiet,
    warn: (...about) => {
      log.warn({ about }, 'yoga');
    },
    error: (...about) => {
      log.error({ about }, 'yoga');
    },
  };
}
