import { statusesSql } from '../../db/visible.ts';
import { sightOf } from '../../domain/visibility.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { ReadScope } from '../scope.ts';
import { narrowed } from './filter-query.ts';
import type { ResolvedSearch, SearchFilter } from './search-request.ts';

/**
 * All results of a search, to stand behind FROM under an alias: `id "entityType" kind language "sortDate"
 * year "tagIds" "categoryIds" "authorIds"`.
 */
export function matchedSql(scope: ReadScope, { plan }: ResolvedSearch, filter: SearchFilter): Prisma.Sql {
  const { sure, unsure } = narrowed(plan.all, filter);
  const statuses = statusesSql(sightOf(scope.viewer));
  return Prisma.sql`"searchMatches"(${statuses}, ${sure}::tsquery, ${unsure}::tsquery, ${checksJson(plan.checks)}::jsonb)`;
}

/** What functions of the database look up in a text. */
export function checksJson(checks: ResolvedSearch['plan']['checks']): string {
  return JSON.stringify(checks);
}
