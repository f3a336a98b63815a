import { asFlag, asText, asWebUrl } from '../fields/values.ts';
import { plainJson, asObject } from '../fields/plain-json.ts';
import { parseDate } from '../markdown/fields/dates.ts';
import { Fields } from '../markdown/fields/fields.ts';
import { parseText } from '../markdown/front-matter/parse.ts';
import { splitFrontMatter } from '../markdown/front-matter/split.ts';
import { writtenTerms } from '../markdown/terms/term-list.ts';

/** What the front matter of DEV's basic editor says; it counts before what stands beside the text. */
export interface FrontMatter {
  readonly title: string | null;
  readonly description: string | null;
  readonly published: boolean | null;
  readonly date: Date | null;
  readonly tags: readonly string[];
  readonly cover: string | null;
  readonly canonicalUrl: string | null;
  readonly series: string | null;
}

/** A text and what stands above it. */
export interface SplitText {
  readonly fields: FrontMatter;
  readonly body: string;
  /** There is front matter, and it does not parse. */
  readonly broken: boolean;
}

/** Parts a text in front matter and body. Code in front matter never runs. */
export function splitArticle(text: string): SplitText {
  const split = splitFrontMatter(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  const none = fieldsOf(new Fields({}, () => null));
  if (split.format === 'none') return { fields: none, body: split.body, broken: false };
  if (split.format === 'code') return { fields: none, body: split.body, broken: true };
  try {
    const data = asObject(plainJson(parseText(split.format, split.text).value).value);
    // Two rules around a sentence are no front matter.
    if (data === null) return { fields: none, body: text, broken: false };
    return {
      fields: fieldsOf(new Fields(data, () => null)),
      body: split.body.replace(/^\n+/, ''),
      broken: false,
    };
  } catch {
    return { fields: none, body: split.body, broken: true };
  }
}

function fieldsOf(fields: Fields): FrontMatter {
  return {
    title: asText(fields.get('title')),
    description: asText(fields.get('description')),
    published: asFlag(fields.get('published')),
    date: parseDate(fields.get('date')),
    tags: writtenTerms(fields.get('tags'), 'other', true).map(({ name }) => name),
    cover: asText(fields.get('cover')),
    canonicalUrl: asWebUrl(fields.get('canonical')),
    series: asText(fields.get('series')),
  };
}
