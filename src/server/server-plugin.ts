import type { Plugin } from 'graphql-yoga';
import type { RequestState } from './request-state.ts';

/** A plugin of this server: every hook sees the request's state. */
export type ServerPlugin = Plugin<RequestState, RequestState>;
