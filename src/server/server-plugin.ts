import type { DocumentNode, ExecutionArgs, GraphQLError, GraphQLSchema, ValidationRule } from 'graphql';
import type { Plugin, YogaInitialContext } from 'graphql-yoga';
import type { RequestState } from './request-state.ts';

/** A plugin of this server: every hook sees the request's state. */
export type ServerPlugin = Plugin<RequestState, RequestState>;

// What Yoga's hooks get and leave untyped.

export interface ParseOutcome {
  readonly result: DocumentNode | Error | null;
}

export interface ValidateHook {
  readonly params: { readonly documentAST: DocumentNode };
  readonly setResult: (errors: readonly GraphQLError[]) => void;
  readonly setValidationFn: (validate: Validate) => void;
}

type Validate = (
  schema: GraphQLSchema,
  document: DocumentNode,
  rules?: readonly ValidationRule[],
) => readonly GraphQLError[];

export interface ExecuteHook {
  readonly args: ExecutionArgs & { readonly contextValue: YogaInitialContext & RequestState };
}
