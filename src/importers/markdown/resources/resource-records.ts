import type { ResourceRecord } from '../../../domain/blog-record.ts';
import { expandPermalink } from '../../../domain/permalink.ts';
import type { ProblemList } from '../../problem-list.ts';
import type { SourceDocument } from '../document.ts';
import { parseDate } from '../fields/dates.ts';
import type { FieldName } from '../fields/field-keys.ts';
import { languageTag } from '../fields/language-tag.ts';
import { asText } from '../../fields/values.ts';
import type { ImageFinder } from '../images/image-finder.ts';
import { isMailKey } from '../people/author-data.ts';
import type { AuthorRegistry } from '../people/author-registry.ts';
import { postAuthors } from '../people/post-authors.ts';
import { resolveImage, writtenImage } from '../posts/cover.ts';
import { wantedStatus } from '../posts/post-status.ts';
import { titledBody } from '../posts/title.ts';
import { slugOf } from '../posts/written-address.ts';
import type { Flavour } from '../site/layout.ts';
import type { TagRegistry } from '../../terms/tag-registry.ts';
import { writtenTerms } from '../terms/term-list.ts';
import type { UniqueNames } from '../../text/unique-names.ts';
import { eventKind, resourceKind } from './resource-kind.ts';
import { resourceLinks } from './resource-links.ts';

/** What resources share with the rest of the blog. */
export interface ResourceContext {
  readonly flavour: Flavour;
  readonly pattern: string;
  readonly defaultLanguage: string;
  readonly authors: AuthorRegistry;
  readonly tags: TagRegistry;
  readonly images: ImageFinder;
  readonly slugs: UniqueNames;
  readonly problems: ProblemList;
}

/** A resource's file, with what its path says of it. */
export interface ResourceSource {
  readonly document: SourceDocument;
  readonly name: string;
  readonly language: string;
}

/** A webinar, video or other resource as a record; null, with an error told, when its kind is unknown. */
export async function resourceRecord(
  { document, name, language: ofPath }: ResourceSource,
  context: ResourceContext,
): Promise<ResourceRecord | null> {
  const { fields, file } = document;
  const language = languageTag(asText(fields.get('language')) ?? '') ?? ofPath;
  const { problems, slugs, flavour, pattern, defaultLanguage, tags } = context;
  const kind = kindOf(document, problems);
  if (!kind) return null;
  const { title, body } = titledBody(document, name);
  const wanted = wantedStatus(document, problems);
  const startsAt = readDate(document, 'startsAt', problems);
  const endsAt = endOf(document, startsAt, problems);
  const slug = slugs.claim(slugOf(asText(fields.get('slug')) ?? name, flavour));
  const prefix = language === defaultLanguage ? '' : `/${language.toLowerCase()}`;
  const terms = writtenTerms(fields.get('tags'), flavour, true);
  return {
    key: file,
    slug,
    path: prefix + expandPermalink(pattern, { slug, title, date: startsAt }),
    title,
    ...kind,
    wanted,
    language,
    markdown: body,
    ...resourceLinks(fields),
    startsAt,
    endsAt,
    durationMinutes: minutes(asText(fields.get('duration'))),
    image: await imageOf(document, context),
    tags: [...new Set(terms.map((term) => tags.mention(term)))],
    speakers: postAuthors(document, 'speakers', startsAt, context.authors, problems).keys,
    metadata: Object.fromEntries(Object.entries(fields.rest()).filter(([key]) => !isMailKey(key))),
  };
}

function kindOf(
  { file, fields }: SourceDocument,
  problems: ProblemList,
): Pick<ResourceRecord, 'kind' | 'eventKind'> | null {
  const line = fields.lineOf('kind');
  const name = asText(fields.get('kind')) ?? '';
  const kind = resourceKind(name);
  if (kind === null) {
    const why = 'A resource is a webinar, video, e-book, report, demo, customer story or event.';
    problems.error(file, line, { what: `unknown kind "${name}"`, why, todo: 'Write one of these.' });
    return null;
  }
  const sort = asText(fields.get('eventKind')) ?? name;
  return { kind, eventKind: kind === 'EVENT' ? (eventKind(sort) ?? 'OTHER') : null };
}

/** The end; one before the beginning is told and left out. */
function endOf(document: SourceDocument, startsAt: Date | null, problems: ProblemList): Date | null {
  const { file, fields } = document;
  const line = fields.lineOf('endsAt');
  const endsAt = readDate(document, 'endsAt', problems);
  if (!startsAt || !endsAt || endsAt >= startsAt) return endsAt;
  const what = 'the end was left out';
  problems.warn(file, line, {
    what,
    why: 'It lies before the beginning.',
    todo: 'Correct one of the dates.',
  });
  return null;
}

function readDate({ file, fields }: SourceDocument, name: FieldName, problems: ProblemList): Date | null {
  const value = fields.get(name);
  const date = parseDate(value);
  if (value !== undefined && !date) {
    const what = `"${fields.keyOf(name)}" is no date`;
    problems.warn(file, fields.lineOf(name), {
      what,
      why: 'Its value could not be read.',
      todo: 'Write it like 2026-05-31.',
    });
    fields.putBack(name);
  }
  return date;
}

async function imageOf(
  document: SourceDocument,
  { images, problems }: ResourceContext,
): Promise<ResourceRecord['image']> {
  const { file, fields } = document;
  const written = writtenImage(fields.get('cover'));
  if (!written) return null;
  const place = { file, line: fields.lineOf('cover'), what: 'the image' };
  const image = await resolveImage(written.reference, place, images, problems);
  return image && { image, alt: written.alt ?? asText(fields.get('coverAlt')) };
}

/** "55", "55 min", "1 h 30", "1:30:00", ISO 8601's "PT1H30M". */
function minutes(text: string | null): number | null {
  const [, hours, mins] =
    /^(?:PT)?(?:(\d{1,3})\s*(?:h|hours?|hrs?)\s*)?(?:(\d{1,4})\s*(?:m|min|mins|minutes?)?)?$/i.exec(
      text ?? '',
    ) ?? [];
  const [, clockHours, clockMinutes] = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text ?? '') ?? [];
  if (clockMinutes !== undefined) return Number(clockHours) * 60 + Number(clockMinutes);
  return hours === undefined && mins === undefined ? null : Number(hours ?? 0) * 60 + Number(mins ?? 0);
}
