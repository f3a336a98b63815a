import { brandWithType } from '@pothos/core';
import { builder } from '../builder.ts';
import { DomainError } from '../domain/errors.ts';
import type { GlobalId } from '../domain/global-id.ts';
import { decodeGlobalId, uuidOf } from '../domain/global-id.ts';
import { PAGE_MAX } from '../domain/limits.ts';
import type { Redirect } from '../generated/prisma/client.ts';
import { authorById } from '../loaders/authors.ts';
import { categoryById } from '../loaders/categories.ts';
import { load } from '../loaders/loader.ts';
import { postById } from '../loaders/posts.ts';
import { redirectByPath } from '../loaders/redirects.ts';
import { resourceById } from '../loaders/resources.ts';
import type { ReadScope } from '../loaders/scope.ts';
import { seriesById } from '../loaders/series.ts';
import { partById } from '../loaders/series-parts.ts';
import { loadSite } from '../loaders/site.ts';
import { tagById } from '../loaders/tags.ts';

/** What reads each type by its key; all through the loaders, so a row that is hidden is null here too. */
const reads = {
  Post: (scope: ReadScope, id: string) => load(scope, postById, id),
  Series: (scope: ReadScope, id: string) => load(scope, seriesById, id),
  SeriesPart: (scope: ReadScope, id: string) => load(scope, partById, id),
  Author: (scope: ReadScope, id: string) => load(scope, authorById, id),
  Tag: (scope: ReadScope, id: string) => load(scope, tagById, id),
  Category: (scope: ReadScope, id: string) => load(scope, categoryById, id),
  Resource: (scope: ReadScope, id: string) => load(scope, resourceById, id),
  Redirect: (scope: ReadScope, path: string) => readRedirect(scope, path, 'MOVED'),
  Gone: (scope: ReadScope, path: string) => readRedirect(scope, path, 'GONE'),
  Site: (scope: ReadScope) => loadSite(scope),
};

type NodeType = keyof typeof reads;

async function readRedirect(scope: ReadScope, path: string, kind: Redirect['kind']): Promise<Redirect | null> {
  const redirect = await load(scope, redirectByPath, path);
  return redirect?.kind === kind ? redirect : null;
}

/** A row that says its type, for fields whose type is an interface or a union. */
export async function loadNode<Type extends NodeType>(scope: ReadScope, type: Type, id: string) {
  const row = await reads[type](scope, id);
  brandWithType(row, type);
  return row;
}

const keysAreText: ReadonlySet<string> = new Set<NodeType>(['Redirect', 'Gone', 'Site']);

function isNodeType(typename: string): typename is NodeType {
  return Object.hasOwn(reads, typename);
}

/** @throws DomainError BAD_ID */
function readNodeId(globalId: string): GlobalId & { readonly typename: NodeType } {
  const { typename, id } = decodeGlobalId(globalId);
  if (!isNodeType(typename)) throw new DomainError('BAD_ID', `There is no type ${typename} with an id.`);
  return { typename, id: keysAreText.has(typename) ? id : uuidOf({ typename, id }) };
}

builder.queryFields((t) => ({
  node: t.field({
    type: builder.nodeInterfaceRef(),
    nullable: true,
    description: 'Whatever has this id; null when nothing has it any more.',
    args: { id: t.arg.id({ required: true, description: 'A global id.' }) },
    resolve: (_root, args, scope) => {
      const { typename, id } = readNodeId(args.id);
      return loadNode(scope, typename, id);
    },
  }),
  nodes: t.field({
    type: [builder.nodeInterfaceRef()],
    nullable: { list: false, items: true },
    description: 'The same for several ids, in their order.',
    complexity: ({ ids }) => ({ field: 1, multiplier: Math.min(ids.length, PAGE_MAX) }),
    args: { ids: t.arg.idList({ required: true, description: 'Global ids, 100 at most.' }) },
    resolve: (_root, { ids }, scope) => {
      if (ids.length > PAGE_MAX) throw new DomainError('BAD_USER_INPUT', `nodes takes ${PAGE_MAX} ids at most.`);
      return Promise.all(ids.map(readNodeId).map(({ typename, id }) => loadNode(scope, typename, id)));
    },
  }),
}));
