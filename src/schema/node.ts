import { builder } from '../builder.ts';
import { DomainError } from '../domain/errors.ts';
import { decodeGlobalId, uuidOf } from '../domain/global-id.ts';
import { PAGE_MAX } from '../domain/limits.ts';
import type { NodeType } from './node-reads.ts';
import { isNodeType, nodeReads } from './node-reads.ts';

/** These have a key of their own; the others a UUID. */
const otherKeys: ReadonlySet<NodeType> = new Set<NodeType>(['Redirect', 'Gone', 'Site']);

/** @throws DomainError BAD_ID */
function readNodeId(globalId: string): { readonly type: NodeType; readonly key: string } {
  const { typename, id } = decodeGlobalId(globalId);
  if (!isNodeType(typename)) throw new DomainError('BAD_ID', `There is no type ${typename} with an id.`);
  return { type: typename, key: otherKeys.has(typename) ? id : uuidOf({ typename, id }) };
}

builder.queryFields((t) => ({
  node: t.field({
    type: builder.nodeInterfaceRef(),
    nullable: true,
    description: 'Whatever has this id; null when nothing has it any more.',
    args: { id: t.arg.id({ required: true, description: 'A global id.' }) },
    resolve: (_root, args, scope) => {
      const { type, key } = readNodeId(args.id);
      return nodeReads[type](scope, key);
    },
  }),
  nodes: t.field({
    type: [builder.nodeInterfaceRef()],
    nullable: { list: false, items: true },
    description: 'The same for several ids, in their order.',
    complexity: ({ ids }) => ({ field: 1, multiplier: Math.min(ids.length, PAGE_MAX) }),
    args: { ids: t.arg.idList({ required: true, description: 'Global ids, 100 at most.' }) },
    resolve: (_root, { ids }, scope) => {
      if (ids.length > PAGE_MAX)
        throw new DomainError('BAD_USER_INPUT', `nodes takes ${PAGE_MAX} ids at most.`);
      return Promise.all(ids.map(readNodeId).map(({ type, key }) => nodeReads[type](scope, key)));
    },
  }),
}));
