import { sortKey } from '../../../domain/sort-key.ts';
import type { SourceDocument } from '../document.ts';
import { asText } from '../../fields/values.ts';
import { firstHeading } from '../text/heading.ts';
import { plainText } from '../../text/plain-text.ts';

/** A post's title, and its body without a heading that only repeats it. */
export interface TitledBody {
  readonly title: string;
  readonly body: string;
}

/** The database's bound, and far more than a heading needs. */
const maxTitle = 500;

/**
 * The title of the front matter, else the first heading of level 1, else the file's name. A leading heading
 * that is the title leaves the body: whoever shows the post shows the title above it.
 */
export function titledBody(document: SourceDocument, name: string): TitledBody {
  const { fields, body } = document;
  const written = asText(fields.get('title'));
  const title = written === null ? '' : plainText(written);
  const heading = firstHeading(body);
  const isRepeated =
    heading?.leading === true &&
    (title === '' || heading.text === '' || sortKey(heading.text) === sortKey(title));
  const shown = title || (heading?.text ?? '') || humanise(name);
  return { title: shown.slice(0, maxTitle), body: isRepeated ? heading.bodyWithout : body };
}

/** "my-first_post" is "My first post". */
function humanise(name: string): string {
  const words = name.replace(/[-_]+/g, ' ').replace(/\s+/g, ' ').trim() || name;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
