import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import type { Context } from './context.ts';
import { DomainError } from './domain/errors.ts';
import { decodeGlobalId, encodeGlobalId } from './domain/global-id.ts';
import { pageCost } from './domain/page.ts';
import type PrismaTypes from './generated/pothos.ts';
import { getDatamodel } from './generated/pothos.ts';

/** Makes the schema; every file of schema/ adds its types to it. */
export const builder = new SchemaBuilder<{
  Context: Context;
  PrismaTypes: PrismaTypes;
  DefaultFieldNullability: false;
  DefaultNodeNullability: false;
  DefaultEdgesNullability: false;
  Scalars: {
    ID: { Input: string; Output: string | number };
    DateTime: { Input: Date; Output: Date };
    URL: { Input: URL; Output: string };
  };
  /** Counts cost a statement: only when asked for. */
  Connection: { readonly totalCount: () => Promise<number> };
}>({
  // The first plugin wraps all others, so what costs too much is refused before any of them acts.
  plugins: [ComplexityPlugin, RelayPlugin, PrismaPlugin],
  defaultFieldNullability: false,
  complexity: {
    // A list that is no connection is short by nature: authors, tags, parts.
    defaultListMultiplier: 5,
    limit: ({ costLimit }) => ({ complexity: costLimit }),
    complexityError: (_kind, { complexity, maxComplexity }) =>
      new DomainError(
        'COST_LIMIT',
        `The document costs ${Math.ceil(complexity)} points; ${maxComplexity ?? 0} are allowed. Ask for smaller pages or fewer lists within lists.`,
      ),
  },
  relay: {
    encodeGlobalID: (typename, id) => encodeGlobalId(typename, id),
    decodeGlobalID: decodeGlobalId,
    cursorType: 'String',
    nodeTypeOptions: { description: 'Anything with an id that is unique over all types.' },
    // node and nodes go through the loaders, hence through visibility: see schema/node.ts.
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    idFieldOptions: {
      description: 'Opaque, unique over all types, and the same after a rebuild of the database.',
    },
    defaultConnectionFieldOptions: { complexity: (args) => ({ field: 1, multiplier: pageCost(args) }) },
    pageInfoTypeOptions: { description: 'Where a page stands in its list (GraphQL Cursor Connections).' },
    hasNextPageFieldOptions: { description: 'Whether the list has items after this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether the list has items before this page.' },
    startCursorFieldOptions: { description: 'Cursor of the first item; null on an empty page.' },
    endCursorFieldOptions: { description: 'Cursor of the last item; null on an empty page.' },
    pageInfoFieldOptions: { description: 'Where this page stands in the list.' },
    edgesFieldOptions: {
      nullable: false,
      description: 'The items with their cursors.',
      complexity: edgeCost(),
    },
    nodesOnConnection: { description: 'The items, when no cursors are needed.', complexity: edgeCost() },
    nodeFieldOptions: { nullable: false, description: 'The item.', complexity: 0 },
    cursorFieldOptions: { description: 'Place of this item in the list; stays good when the item is gone.' },
    firstArgOptions: {
      description: 'Items from the start, 1 to 100; 20 when neither first nor last is given.',
    },
    lastArgOptions: { description: 'Items from the end, 1 to 100; not together with first.' },
    afterArgOptions: { description: 'Only items after this cursor.' },
    beforeArgOptions: { description: 'Only items before this cursor.' },
  },
  prisma: {
    client: ({ db }) => db.prisma,
    dmmf: getDatamodel(),
  },
});

/** The page's size is the price of the connection's own field; edges and nodes only pass it on. */
function edgeCost() {
  return { field: 0, multiplier: 1 };
}

builder.queryType({ description: 'Everything that can be read.' });
