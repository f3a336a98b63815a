import type { SortKey } from '../db/keyset.ts';
import { textsSql, timeSql } from '../db/parameters.ts';
import { visibleResource } from '../db/visible.ts';
import type { EventKindName, ResourceKindName } from '../domain/blog-record.ts';
import type { OrderKey } from '../domain/order.ts';
import type { SlugFilter, TimeFilter } from '../domain/post-filter.ts';
import { sightOf } from '../domain/visibility.ts';
import type { Resource } from '../generated/prisma/client.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { ListRequest } from './child-list.ts';
import { defineChildList } from './child-list.ts';
import type { ListSource } from './list-source.ts';
import type { ReadScope } from './scope.ts';
import { slugFilterSql } from './slug-filter-sql.ts';
import type { SortFields } from './sort-fields.ts';
import { isUsual, sortKeys } from './sort-fields.ts';

export type ResourceOrderField = 'DATE' | 'TITLE';

/** Which resources are wanted. All conditions must hold. */
export interface ResourceFilter {
  readonly kinds?: readonly ResourceKindName[] | null | undefined;
  readonly eventKinds?: readonly EventKindName[] | null | undefined;
  readonly tags?: SlugFilter | null | undefined;
  readonly speakers?: SlugFilter | null | undefined;
  /** Not over before `from`, and begun before `before`. */
  readonly during?: TimeFilter | null | undefined;
  readonly languages?: readonly string[] | null | undefined;
}

export interface RankedResourceRequest extends ListRequest {
  readonly filter: ResourceFilter | null;
}

export interface ResourceListRequest extends RankedResourceRequest {
  readonly order: readonly OrderKey<ResourceOrderField>[];
}

/** How resources come when nobody says. */
export const newestResourceFirst: OrderKey<ResourceOrderField> = { field: 'DATE', direction: 'DESC' };

const fields: SortFields<ResourceOrderField> = {
  DATE: { name: 'sortDate', type: 'time' },
  TITLE: { name: 'sortTitle', type: 'text' },
};

/** Resources of the whole site, or of the owner `o."key"` through the link `j`. */
export function resourceSource(
  scope: ReadScope,
  request: ResourceListRequest,
  owned?: Owned,
): ListSource<Resource> {
  const { filter, order } = request;
  const keys = sortKeys(fields, order, 'r');
  const byDate = owned !== undefined && order.length === 1 && order[0]?.field === 'DATE';
  return {
    name: owned?.name ?? 'resources',
    columns: Prisma.sql`r.*`,
    from: owned?.from ?? Prisma.sql`"Resource" r`,
    where: [...(owned ? [owned.where] : []), ...resourceConditions(scope, filter)],
    order: byDate ? keys.map(onLink) : keys,
    fixedShape: isPlain(filter) && isUsual(order, newestResourceFirst),
  };
}

interface Owned {
  readonly name: string;
  readonly from: Prisma.Sql;
  readonly where: Prisma.Sql;
}

/** The same key read from the link, so that its index is walked. */
function onLink(key: SortKey): SortKey {
  return { ...key, column: key.name === 'id' ? Prisma.sql`j."resourceId"` : Prisma.sql`j."sortDate"` };
}

/** Whether a filter is absent or by kind, as pages ask for: only such statements are worth preparing. */
export function isPlain(filter: ResourceFilter | null): boolean {
  return Object.entries(filter ?? {}).every(([name, value]) => name === 'kinds' || value == null);
}

/** What any list of resources `r` must meet. */
export function resourceConditions(scope: ReadScope, filter: ResourceFilter | null): Prisma.Sql[] {
  const { kinds, eventKinds, tags, speakers, during, languages } = filter ?? {};
  return [
    visibleResource(sightOf(scope.viewer), 'r'),
    ...(kinds == null ? [] : [Prisma.sql`r."kind" = any(${kinds}::"ResourceKind"[])`]),
    ...(eventKinds == null ? [] : [Prisma.sql`r."eventKind" = any(${eventKinds}::"EventKind"[])`]),
    ...(languages == null ? [] : [Prisma.sql`r."language" = any(${textsSql(languages)})`]),
    ...(tags == null ? [] : slugFilterSql(tags, tagLink)),
    ...(speakers == null ? [] : slugFilterSql(speakers, speakerLink)),
    ...(during == null ? [] : duringSql(during)),
  ];
}

/** A resource without a date is in no interval of time. */
function duringSql({ from, before }: TimeFilter): Prisma.Sql[] {
  return [
    ...(from == null ? [] : [Prisma.sql`coalesce(r."endsAt", r."startsAt") >= ${timeSql(from)}`]),
    ...(before == null ? [] : [Prisma.sql`r."startsAt" < ${timeSql(before)}`]),
  ];
}

const speakerLink = {
  from: Prisma.sql`"ResourceSpeaker" f join "Author" t on t."id" = f."authorId"`,
  on: Prisma.sql`f."resourceId" = r."id"`,
};

const tagLink = {
  from: Prisma.sql`"ResourceTag" f join "Tag" t on t."id" = f."tagId"`,
  on: Prisma.sql`f."resourceId" = r."id"`,
};

export const resourcesByTag = defineChildList<ResourceListRequest, Resource>((scope, request) =>
  resourceSource(scope, request, {
    name: 'resourcesByTag',
    from: Prisma.sql`"ResourceTag" j join "Resource" r on r."id" = j."resourceId"`,
    where: Prisma.sql`j."tagId" = o."key"`,
  }),
);

/** Those in which an author speaks. */
export const resourcesBySpeaker = defineChildList<ResourceListRequest, Resource>((scope, request) =>
  resourceSource(scope, request, {
    name: 'resourcesBySpeaker',
    from: Prisma.sql`"ResourceSpeaker" j join "Resource" r on r."id" = j."resourceId"`,
    where: Prisma.sql`j."authorId" = o."key"`,
  }),
);
