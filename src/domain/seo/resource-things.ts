import type { EventKindName, ResourceKindName } from '../blog-record.ts';
import { agentThings, imageThing, publisherThing } from './agent-things.ts';
import { writtenWork } from './article-things.ts';
import type { EventPlaces } from './event-places.ts';
import type { JsonLdNode, JsonLdValue } from './json-ld.ts';
import { duration, instant, oneOrMany, thing } from './json-ld.ts';
import type { PageFacts } from './page-facts.ts';
import { breadcrumbThing } from './page-things.ts';
import type { Film } from './video-link.ts';

/** What a resource has beside what every page has. */
export interface ResourceFacts {
  readonly title: string;
  readonly kind: ResourceKindName;
  readonly eventKind: EventKindName | null;
  /** Where it is to be had. */
  readonly link: string | null;
  /** The film that it is, or that was made of it; null when none of its links leads to one. */
  readonly film: Film | null;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly durationMinutes: number | null;
  readonly places: EventPlaces;
}

/** A resource as what schema.org calls its kind, and the way to its page. */
export function resourceThings(page: PageFacts, resource: ResourceFacts): JsonLdNode[] {
  return [mainThing(page, resource), breadcrumbThing(page.url, page.breadcrumb)];
}

function mainThing(page: PageFacts, resource: ResourceFacts): JsonLdNode {
  const { kind, title } = resource;
  switch (kind) {
    case 'WEBINAR':
      // Without a date it is only its recording.
      return resource.startsAt === null ? videoThing(page, resource) : eventThing('Event', page, resource);
    case 'EVENT':
      return eventThing(eventTypes[resource.eventKind ?? 'OTHER'], page, resource);
    case 'VIDEO':
      return videoThing(page, resource);
    case 'EBOOK':
      return thing('Book', { ...work(page, resource), name: title, bookFormat: 'https://schema.org/EBook' });
    case 'REPORT':
      return thing('Report', { ...work(page, resource), headline: title });
    case 'CUSTOMER_STORY':
      return thing('Article', { ...work(page, resource), headline: title });
    case 'DEMO':
      return resource.film === null
        ? thing('LearningResource', {
            ...work(page, resource),
            name: title,
            learningResourceType: 'demonstration',
            timeRequired: duration(resource.durationMinutes),
          })
        : videoThing(page, resource);
  }
}

const eventTypes: Readonly<Record<EventKindName, string>> = {
  WORKSHOP: 'EducationEvent',
  MEETUP: 'SocialEvent',
  USER_CALL: 'BusinessEvent',
  CONFERENCE: 'BusinessEvent',
  OTHER: 'Event',
};

function work(page: PageFacts, { link }: ResourceFacts): Record<string, JsonLdValue> {
  return { ...own(page, 'resource'), ...writtenWork(page), sameAs: link };
}

function own({ url }: PageFacts, what: string): Record<string, JsonLdValue> {
  return { '@id': `${url}#${what}`, url, mainEntityOfPage: url };
}

/** VideoObject. */
function videoThing(page: PageFacts, resource: ResourceFacts): JsonLdNode {
  const { title, link, film, startsAt, durationMinutes } = resource;
  const { author, publisher, inLanguage, keywords, description } = writtenWork(page);
  return thing('VideoObject', {
    ...own(page, 'video'),
    name: title,
    description: description ?? title,
    thumbnailUrl: thumbnails(page, film?.thumbnailUrl ?? null),
    uploadDate: instant(startsAt),
    duration: duration(durationMinutes),
    embedUrl: film?.embedUrl ?? null,
    contentUrl: film?.contentUrl ?? null,
    sameAs: film?.url ?? link,
    author: author ?? null,
    publisher: publisher ?? null,
    inLanguage: inLanguage ?? null,
    keywords: keywords ?? null,
  });
}

function thumbnails({ images }: PageFacts, other: string | null): JsonLdValue {
  const own = images.map(({ url }) => url);
  return own.length > 0 || other === null ? own : [other];
}

/** Event or one of its subtypes; a webinar, too, with its recording where one of its links leads there. */
function eventThing(type: string, page: PageFacts, resource: ResourceFacts): JsonLdNode {
  const { title, link, film, startsAt, endsAt, durationMinutes } = resource;
  return thing(type, {
    ...own(page, 'event'),
    name: title,
    description: page.description,
    image: page.images.map(imageThing),
    startDate: instant(startsAt),
    endDate: instant(endsAt ?? endAfter(startsAt, durationMinutes)),
    duration: duration(durationMinutes),
    eventStatus: 'https://schema.org/EventScheduled',
    ...whereabouts(page, resource),
    organizer: publisherThing(page.site),
    performer: agentThings(page.authors),
    inLanguage: page.language,
    keywords: page.tags,
    sameAs: link,
    recordedIn: film && videoThing(page, resource),
  });
}

function endAfter(start: Date | null, minutes: number | null): Date | null {
  return start === null || minutes === null ? null : new Date(start.getTime() + minutes * 60_000);
}

/** Webinars and calls are on the net; of other events only what their file says is known. */
function whereabouts(
  page: PageFacts,
  { kind, eventKind, link, places }: ResourceFacts,
): Record<string, JsonLdValue> {
  const { venue } = places;
  const calls = venue === null && (kind === 'WEBINAR' || eventKind === 'USER_CALL');
  const online = places.online || calls;
  const place = venue && thing('Place', { name: venue.name, address: venue.address });
  const room = online ? thing('VirtualLocation', { url: link ?? page.url }) : null;
  const both = [place, room].filter((one) => one !== null);
  if (both.length === 0) return {};
  const mode = both.length === 2 ? 'Mixed' : online ? 'Online' : 'Offline';
  return {
    eventAttendanceMode: `https://schema.org/${mode}EventAttendanceMode`,
    location: oneOrMany(both),
  };
}
