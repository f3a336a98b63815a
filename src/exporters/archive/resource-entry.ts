import { resourceEntry, type ResourceEntry } from '../../domain/archive/entries.ts';
import { wantedAs } from '../../domain/publication.ts';
import type { Sight } from '../../domain/visibility.ts';
import type { ArchivedResource } from '../../loaders/archive/archived-resources.ts';
import { filled } from './filled.ts';
import { metadataFor } from './metadata-for.ts';
import { originOf } from './origin.ts';

/** A resource as an export tells of it, its text aside. */
export function resourceEntryOf(resource: ArchivedResource, sight: Sight): ResourceEntry {
  const { image, imageAlt } = resource;
  return resourceEntry.parse(
    filled({
      title: resource.title,
      kind: resource.kind,
      eventKind: resource.eventKind,
      startsAt: resource.startsAt,
      endsAt: resource.endsAt,
      durationMinutes: resource.durationMinutes,
      draft: wantedAs(resource.status) === 'draft',
      language: resource.language,
      slug: resource.slug,
      path: resource.path,
      url: resource.url,
      links: resource.links,
      image: image === null ? null : filled({ image, alt: imageAlt }),
      tags: resource.tags,
      speakers: resource.speakers,
      ...originOf(resource.origin, resource.id),
      metadata: metadataFor(sight, resource.metadata),
    }),
  );
}

/** Its text; of one that was stored by an earlier version the HTML, which is Markdown too. */
export function resourceBody({ markdown, html }: ArchivedResource): string {
  return markdown ?? html ?? '';
}
