import { labelled } from '../../db/read-rows.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { defineLoader } from '../loader.ts';
import { read } from '../read.ts';
import type { ReadScope } from '../scope.ts';
import { matchedSql } from './matched-sql.ts';
import type { ResolvedSearch, SearchFilter } from './search-request.ts';

/** What results are counted by; the names are the filter's. */
export type FacetName = 'tags' | 'categories' | 'authors' | 'years' | 'kinds' | 'languages';

/** A search whose results are counted. */
export interface FacetedSearch {
  readonly resolved: ResolvedSearch;
  readonly filter: SearchFilter;
}

/** A list of counts as a client asks for it. */
export interface FacetRequest extends FacetedSearch {
  readonly name: FacetName;
  /** Only so many, the greatest. */
  readonly size: number;
}

/** A value and how many results have it. Of tags, categories and authors the value is the id. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** All counts that are asked for: one statement for those that leave out the same filter. */
export const facetCounts = defineLoader<FacetRequest, readonly FacetCount[]>(
  async (requests, scope) => {
    const groups = Map.groupBy(requests, keyOfMatched);
    const counted = await Promise.all([...groups.values()].map((group) => countGroup(scope, group)));
    const counts = new Map(counted.flat());
    return requests.map((request) => counts.get(request) ?? []);
  },
  (request) => `${keyOfMatched(request)} ${request.name} ${request.size}`,
);

/** The filter by which the results of a facet are counted: all but its own. */
function filterOf({ filter, name }: FacetRequest): SearchFilter {
  return { ...filter, [name]: null };
}

/** Equal for facets that count the same results. */
function keyOfMatched(request: FacetRequest): string {
  const matched = [request.resolved.plan, filterOf(request)];
  return JSON.stringify(matched, (_key, value: unknown) => value ?? undefined);
}

async function countGroup(
  scope: ReadScope,
  requests: readonly FacetRequest[],
): Promise<[FacetRequest, FacetCount[]][]> {
  const [first] = requests;
  if (first === undefined) return [];
  const lists = requests.map((request, list) => Prisma.sql`(${listSql(request, list)})`);
  const rows = await read<FacetCount & { readonly list: number }>(
    scope,
    labelled(
      'searchFacets',
      Prisma.sql`with m as materialized (select d."tagIds", d."categoryIds", d."authorIds", d."year", d."kind", d."language"
from ${matchedSql(scope, first.resolved, filterOf(first))} d) ${Prisma.join(lists, ' union all ')}`,
    ),
  );
  const byList = Map.groupBy(rows, ({ list }) => list);
  return requests.map((request, list) => [request, byList.get(list) ?? []]);
}

/** Each value's count, the greatest first, then by name. */
function listSql({ name, size }: FacetRequest, list: number): Prisma.Sql {
  const columns = Prisma.sql`select ${list}::integer as "list"`;
  const limit = Prisma.sql`limit ${size}::integer`;
  switch (name) {
    case 'tags':
      return termsSql(columns, Prisma.sql`m."tagIds"`, Prisma.sql`"Tag"`, limit);
    case 'categories':
      return termsSql(columns, Prisma.sql`m."categoryIds"`, Prisma.sql`"Category"`, limit);
    case 'authors':
      return termsSql(columns, Prisma.sql`m."authorIds"`, Prisma.sql`"Author"`, limit);
    case 'years':
      return Prisma.sql`${columns}, m."year"::text as "value", count(*)::integer as "count" from m
        where m."year" is not null group by m."year" order by count(*) desc, m."year" desc ${limit}`;
    case 'kinds':
      return valuesSql(columns, Prisma.sql`m."kind"`, limit);
    case 'languages':
      return valuesSql(columns, Prisma.sql`m."language"`, limit);
  }
}

function valuesSql(columns: Prisma.Sql, value: Prisma.Sql, limit: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${columns}, ${value}::text as "value", count(*)::integer as "count" from m
    where ${value} is not null group by ${value} order by count(*) desc, ${value} ${limit}`;
}

function termsSql(columns: Prisma.Sql, ids: Prisma.Sql, table: Prisma.Sql, limit: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${columns}, t."id"::text as "value", k."count" from (
      select u."id", count(*)::integer as "count" from m cross join unnest(${ids}) u("id") group by u."id") k
    join ${table} t on t."id" = k."id" order by k."count" desc, t."sortName", t."id" ${limit}`;
}
