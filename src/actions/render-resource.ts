import type { ResourceRecord } from '../domain/blog-record.ts';
import { releaseDate, statusAt } from '../domain/publication.ts';
import { renderBody } from '../domain/render-body.ts';
import { sortKey } from '../domain/sort-key.ts';
import { imageId } from './image-address.ts';
import type { ResourcePlan } from './plan-resources.ts';
import type { Row } from './upsert-rows.ts';

/** A resource as the rows it is stored in. */
export interface RenderedResource {
  readonly plan: ResourcePlan;
  readonly resource: Row;
  readonly tags: readonly Row[];
  readonly speakers: readonly Row[];
}

/** Renders a resource's text and lays out its rows. */
export async function renderResource(plan: ResourcePlan, now: Date): Promise<RenderedResource> {
  const { record, id } = plan;
  const rendered = await renderBody(record.markdown, { language: record.language });
  const sortDate = record.startsAt ?? new Date(0);
  const join = (column: string, ids: readonly string[]): Row[] =>
    ids.map((other, position) => ({ resourceId: id, [column]: other, position, sortDate }));
  return {
    plan,
    resource: {
      ...resourceRow(record, now),
      id,
      sortDate,
      description: rendered.excerptText || null,
      markdown: record.markdown,
      html: rendered.html || null,
    },
    tags: join('tagId', plan.tagIds),
    speakers: join('authorId', plan.speakerIds),
  };
}

function resourceRow(record: ResourceRecord, now: Date): Row {
  const { slug, path, title, kind, eventKind, language, url, links, startsAt, endsAt, durationMinutes } =
    record;
  return {
    slug,
    path,
    title,
    sortTitle: sortKey(title),
    kind,
    eventKind,
    status: statusAt(record.wanted, releaseDate(kind, startsAt), now),
    language,
    url,
    links,
    startsAt,
    endsAt,
    durationMinutes,
    imageId: record.image && imageId(record.image.image),
    imageAlt: record.image?.alt ?? null,
    metadata: record.metadata,
  };
}
