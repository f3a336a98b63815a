import type { Json } from '../../../domain/blog-record.ts';
import type { ProblemList } from '../../problem-list.ts';
import type { SourceDocument } from '../document.ts';
import { parseDate } from '../fields/dates.ts';
import type { FieldName } from '../fields/field-keys.ts';
import type { Fields } from '../fields/fields.ts';
import { asFlag, asText } from '../../fields/values.ts';
import { asObject } from '../../fields/plain-json.ts';
import { pathDate } from './path-parts.ts';
import type { PathDate } from './path-parts.ts';

/** When a post was published and changed. */
export interface PostDates {
  readonly publishedAt: Date | null;
  readonly updatedAt: Date | null;
}

/** From the front matter, else from the path, the file's or the one that the front matter gives. */
export function postDates(document: SourceDocument, problems: ProblemList): PostDates {
  const { file, fields } = document;
  // `published: 2020-01-01` is a date, `published: true` is not.
  const published =
    asFlag(fields.peek('published')) === null ? readDate(document, 'published', problems) : null;
  const written = readDate(document, 'date', problems) ?? published;
  const updatedAt =
    readDate(document, 'updated', problems) ?? parseDate(asObject(fields.peek('date'))?.['updated']);
  if (written) return { publishedAt: written, updatedAt };
  const found = [pathDate(file), permalinkDate(fields)]
    .filter((date) => date !== null)
    .toSorted((a, b) => Number(b.exact) - Number(a.exact))[0];
  if (found?.exact !== true) {
    problems.warn(file, null, {
      what: found ? 'only a year and a month are known' : 'no date',
      why: found
        ? 'It is taken for the first of the month.'
        : 'Without one the post stands at the end of every list.',
      todo: 'Add a "date" to the front matter.',
    });
  }
  return { publishedAt: found?.date ?? null, updatedAt };
}

/** The date in the address that the front matter gives: `path = "2025/09/18/rust"`. */
export function permalinkDate(fields: Fields): PathDate | null {
  const permalink = asText(fields.peek('permalink')) ?? asText(fields.peek('slug')) ?? '';
  return permalink.includes('/') ? pathDate(permalink) : null;
}

/** A date of the front matter. Where no key has one, the first that should have is told, and kept as metadata. */
function readDate(document: SourceDocument, name: FieldName, problems: ProblemList): Date | null {
  const { file, fields } = document;
  const date = fields.read(name, dateOf);
  const value = fields.peek(name);
  if (date === null && value !== undefined) {
    const what = `"${(asText(value) ?? JSON.stringify(value)).slice(0, 60)}" is no date`;
    const why = `The value of "${fields.keyOf(name)}" could not be read.`;
    problems.warn(file, fields.lineOf(name), {
      what,
      why,
      todo: 'Write it like 2026-05-31 or 2026-05-31T09:00:00+02:00.',
    });
  }
  return date;
}

/** Also Docusaurus' `last_update: { date, author }` and the `date: { created, updated }` of Material for MkDocs. */
function dateOf(value: Json): Date | null {
  const map = asObject(value);
  return parseDate(map?.['date'] ?? map?.['created'] ?? value);
}
