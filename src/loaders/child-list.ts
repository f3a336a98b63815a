import type { PageRequest } from '../domain/page.ts';
import type { Listed, Page } from './list.ts';
import { toPage } from './list.ts';
import type { ListSource } from './list-source.ts';
import { countSql, pageSql } from './list-sql.ts';
import type { Batch, Loader } from './loader.ts';
import { defineLoader } from './loader.ts';
import { read } from './read.ts';
import type { ReadScope } from './scope.ts';

/** A list as a client asks for it. Plain data: two that are equal as JSON are one statement. */
export interface ListRequest {
  readonly page: PageRequest;
}

/** A list under owners ("the posts of each of these tags"), and how long it is: a statement each for all owners. */
export interface ChildList<Request, Row> {
  readonly pages: Loader<Child<Request>, Page<Row>>;
  readonly counts: Loader<Child<Request>, number>;
}

/** A list under one owner, whose id it is. */
export interface Child<Request> {
  readonly owner: string;
  readonly request: Request;
}

/** Defines a list under owners. */
export function defineChildList<Request extends ListRequest, Row extends object>(
  source: (scope: ReadScope, request: Request) => ListSource<Row>,
): ChildList<Request, Row> {
  return {
    pages: defineLoader(
      batchByRequest(async (scope, request, owners) => {
        const from = source(scope, request);
        const rows = await read<Listed<Row>>(scope, pageSql(from, request.page, owners));
        const byOwner = Map.groupBy(rows, ({ ofOwner }) => ofOwner);
        return owners.map((owner) => toPage(from, request.page, byOwner.get(owner) ?? []));
      }),
      keyOf,
    ),
    counts: defineLoader(
      batchByRequest(async (scope, request, owners) => {
        const rows = await read<{ readonly ofOwner: string; readonly count: number }>(
          scope,
          countSql(source(scope, request), owners),
        );
        const counts = new Map(rows.map(({ ofOwner, count }) => [ofOwner, count]));
        return owners.map((owner) => counts.get(owner) ?? 0);
      }),
      keyOf,
    ),
  };
}

type Read<Request, V> = (scope: ReadScope, request: Request, owners: readonly string[]) => Promise<V[]>;

/** The same list for many owners is one read; lists with other arguments (aliases) are one read each. */
function batchByRequest<Request, V>(read: Read<Request, V>): Batch<Child<Request>, V> {
  return async (children, scope) => {
    const groups = [...Map.groupBy(children, ({ request }) => JSON.stringify(request)).values()];
    const found = await Promise.all(groups.map((group) => readGroup(read, group, scope)));
    const values = new Map(found.flat());
    return children.map((child) => values.get(child)).filter((value) => value !== undefined);
  };
}

async function readGroup<Request, V>(
  read: Read<Request, V>,
  group: readonly Child<Request>[],
  scope: ReadScope,
): Promise<[Child<Request>, V][]> {
  const [first] = group;
  if (first === undefined) return [];
  const owners = group.map(({ owner }) => owner);
  const values = await read(scope, first.request, owners);
  return group.flatMap((child, index): [Child<Request>, V][] => {
    const value = values[index];
    return value === undefined ? [] : [[child, value]];
  });
}

function keyOf<Request>({ owner, request }: Child<Request>): string {
  return `${owner} ${JSON.stringify(request)}`;
}
