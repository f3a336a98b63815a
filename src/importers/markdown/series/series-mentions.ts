import type { Json } from '../../../domain/blog-record.ts';
import type { SourceDocument } from '../document.ts';
import { asCount, asList, asText } from '../../fields/values.ts';
import { asObject } from '../../fields/plain-json.ts';
import { plainText } from '../../text/plain-text.ts';

/** A series that a post names. */
export interface SeriesMention {
  readonly name: string;
  readonly part: number | null;
  readonly total: number | null;
}

/** The series of a post's front matter: a name, a list of names, or a map with name, part and total. */
export function seriesMentions({ fields }: SourceDocument): SeriesMention[] {
  const part = asCount(fields.get('part'));
  const total = asCount(fields.get('seriesTotal'));
  const mentions = asList(fields.get('series')).flatMap((item) => mentionOf(item) ?? []);
  if (mentions.length !== 1) return mentions;
  return mentions.map((mention) => ({
    ...mention,
    part: mention.part ?? part,
    total: mention.total ?? total,
  }));
}

function mentionOf(item: Json): SeriesMention | null {
  const map = asObject(item);
  const name = asText(map ? (map['name'] ?? map['title'] ?? map['id'] ?? map['slug'] ?? map['key']) : item);
  if (name === null) return null;
  const first = (...keys: string[]): number | null =>
    keys.map((key) => asCount(map?.[key])).find((count) => count !== null) ?? null;
  return {
    name: plainText(name),
    part: first('part', 'order', 'number', 'index', 'position', 'weight'),
    total: first('total', 'parts', 'of', 'count'),
  };
}
