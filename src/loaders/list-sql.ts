import { orderBySql, reversed, seekSql } from '../db/keyset.ts';
import type { Side } from '../db/keyset.ts';
import { uuidsSql } from '../db/parameters.ts';
import { labelled, named } from '../db/read-rows.ts';
import type { CursorValue } from '../domain/cursor.ts';
import type { PageRequest } from '../domain/page.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { ListSource } from './list-source.ts';
import { placeOf } from './list-source.ts';

/** What stands beside each row of a page, and alone in the only row of an empty one. */
export interface Envelope {
  readonly ofOwner: string;
  /** The list has items at or before the `after` cursor. */
  readonly beyondAfter: boolean;
  /** The list has items at or after the `before` cursor. */
  readonly beyondBefore: boolean;
  /** Null when there is no row. */
  readonly listed: true | null;
}

/**
 * One page of a list under each owner: a LATERAL keyset walk of at most one row more than the page holds.
 * A page from the end is walked, and comes, backwards. OFFSET 0 has its sides looked at once, not for each row.
 *
 * @param owners their ids; null for a list that has none
 */
export function pageSql(
  source: ListSource<object>,
  page: PageRequest,
  owners: readonly string[] | null,
): Prisma.Sql {
  const { from, columns, where, order } = source;
  const walked = page.backward ? reversed(order) : order;
  const after = page.after === null ? null : placeOf(source, page.after);
  const before = page.before === null ? null : placeOf(source, page.before);
  const between = [
    ...where,
    ...(after === null ? [] : [seekSql(order, after, 'after', false)]),
    ...(before === null ? [] : [seekSql(order, before, 'before', false)]),
  ];
  return statement(
    source,
    '',
    Prisma.sql`select o."key"::text as "ofOwner", e."beyondAfter", e."beyondBefore", x.*
from ${ownersSql(owners)}
cross join lateral (select ${beyondSql(source, after, 'before')} as "beyondAfter",
  ${beyondSql(source, before, 'after')} as "beyondBefore" offset 0) e
left join lateral (select true as "listed", ${columns} from ${from}
  where ${Prisma.join(between, ' and ')}
  order by ${orderBySql(walked)} limit ${page.size + 1}::integer) x on true
order by ${orderBySql(walked, 'x')}`,
  );
}

/** How many items a list has under each owner. */
export function countSql(source: ListSource<object>, owners: readonly string[] | null): Prisma.Sql {
  const { from, where } = source.counted ?? source;
  return statement(
    source,
    'Count',
    Prisma.sql`select o."key"::text as "ofOwner", (select count(*)::integer from ${from}
  where ${Prisma.join(where, ' and ')}) as "count" from ${ownersSql(owners)}`,
  );
}

/**
 * Whether the list has items on the far side of a cursor, the cursor's own row included. Looks for the
 * nearest one in the list's order: a plain EXISTS may be planned as a scan, whose cost grows with the page.
 */
function beyondSql(source: ListSource<object>, place: readonly CursorValue[] | null, side: Side): Prisma.Sql {
  if (place === null) return Prisma.sql`false`;
  const where = [...source.where, seekSql(source.order, place, side, true)];
  const nearest = side === 'before' ? reversed(source.order) : source.order;
  return Prisma.sql`coalesce((select true from ${source.from} where ${Prisma.join(where, ' and ')}
    order by ${orderBySql(nearest)} limit 1), false)`;
}

function ownersSql(owners: readonly string[] | null): Prisma.Sql {
  return owners === null
    ? Prisma.sql`(values ('')) as o("key")`
    : Prisma.sql`unnest(${uuidsSql(owners)}) as o("key")`;
}

function statement(source: ListSource<object>, ending: string, sql: Prisma.Sql): Prisma.Sql {
  const name = `${source.statement ?? source.name}${ending}`;
  return source.fixedShape ? named(name, sql) : labelled(name, sql);
}
