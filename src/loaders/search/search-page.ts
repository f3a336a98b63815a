import { timeSql } from '../../db/parameters.ts';
import { named } from '../../db/read-rows.ts';
import { statusesSql } from '../../db/visible.ts';
import type { CursorType } from '../../domain/cursor.ts';
import { decodeCursor, encodeCursor } from '../../domain/cursor.ts';
import type { PageRequest } from '../../domain/page.ts';
import { sightOf } from '../../domain/visibility.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { Page } from '../list.ts';
import { read } from '../read.ts';
import type { ReadScope } from '../scope.ts';
import { narrowed } from './filter-query.ts';
import { checksJson, matchedSql } from './matched-sql.ts';
import type { ResolvedSearch, SearchFilter, SearchHit } from './search-request.ts';

/** What stands beside each result, and alone in the only row of a page without any. */
interface Envelope {
  readonly beyondAfter: boolean;
  readonly beyondBefore: boolean;
}

type Row = Envelope & (SearchHit | { readonly id: null });

/**
 * A page of results: the best first, the newest first among equals. A cursor is a place by score, date and
 * id, so it stays good when results come and go, and a page far down costs what the first one costs.
 *
 * @throws DomainError BAD_CURSOR when a cursor is none of this search
 */
export async function readSearchPage(
  scope: ReadScope,
  search: ResolvedSearch,
  filter: SearchFilter,
  page: PageRequest,
): Promise<Page<SearchHit>> {
  const found = await read<Row>(scope, pageSql(scope, search, filter, page));
  const hits = found.flatMap((row) => (row.id === null ? [] : [hitOf(row)]));
  const rows = hits.slice(0, page.size);
  if (page.backward) rows.reverse();
  const more = hits.length > page.size;
  const [first] = found;
  return {
    rows,
    cursorOf: (hit) => encodeCursor(search.name, [hit.score, hit.sortDate.getTime(), hit.id]),
    hasPreviousPage: (first?.beyondAfter ?? false) || (page.backward && more),
    hasNextPage: (first?.beyondBefore ?? false) || (!page.backward && more),
  };
}

function hitOf({ id, entityType, language, score, sortDate }: SearchHit): SearchHit {
  return { id, entityType, language, score, sortDate };
}

/** How many results there are. */
export async function readSearchCount(
  scope: ReadScope,
  search: ResolvedSearch,
  filter: SearchFilter,
): Promise<number> {
  const matched = matchedSql(scope, search, filter);
  const sql = named('searchCount', Prisma.sql`select count(*)::integer as "count" from ${matched} d`);
  const [row] = await read<{ readonly count: number }>(scope, sql);
  return row?.count ?? 0;
}

const types: readonly CursorType[] = ['integer', 'time', 'uuid'];

/** A place as three parameters; nulls where there is none. */
function placeSql(name: string, cursor: string | null): Prisma.Sql {
  if (cursor === null) return Prisma.sql`null::integer, null::timestamptz, null::uuid`;
  const [score, date, id] = decodeCursor(name, cursor, types);
  return Prisma.sql`${score}::integer, ${timeSql(Number(date))}, ${id}::uuid`;
}

function pageSql(
  scope: ReadScope,
  { plan, name }: ResolvedSearch,
  filter: SearchFilter,
  page: PageRequest,
): Prisma.Sql {
  const levels = plan.levels.map((level) => ({ score: level.score, ...narrowed(level, filter) }));
  const statuses = statusesSql(sightOf(scope.viewer));
  const walked = Prisma.sql`${statuses}, ${levels.map(({ score }) => score)}::integer[],
    ${levels.map(({ sure }) => sure)}::text[], ${levels.map(({ unsure }) => unsure)}::text[], ${checksJson(plan.checks)}::jsonb`;
  const [after, before] = [placeSql(name, page.after), placeSql(name, page.before)];
  const nowhere = placeSql(name, null);
  const beyond = (cursor: string | null, places: Prisma.Sql, backward: boolean): Prisma.Sql =>
    cursor === null
      ? Prisma.sql`false`
      : Prisma.sql`exists (select from "searchWalk"(${walked}, ${places}, true, ${backward}, 1))`;
  return named(
    'searchPage',
    Prisma.sql`select e."beyondAfter", e."beyondBefore", x."id"::text, x."entityType", x."language", x."score", x."sortDate"
from (select ${beyond(page.after, Prisma.sql`${nowhere}, ${after}`, true)} as "beyondAfter",
  ${beyond(page.before, Prisma.sql`${before}, ${nowhere}`, false)} as "beyondBefore") e
left join rows from ("searchWalk"(${walked}, ${after}, ${before}, false, ${page.backward}, ${page.size + 1}::integer))
  with ordinality x("id", "entityType", "language", "score", "sortDate", "n") on true
order by x."n"`,
  );
}
