import type { Json } from '../../../domain/blog-record.ts';
import { languageTag } from '../fields/language-tag.ts';
import { asCount, asList, asText } from '../../fields/values.ts';
import { asObject } from '../../fields/plain-json.ts';
import type { JsonObject } from '../../fields/plain-json.ts';

/** A series that `series.yml`, or a page about it, describes. */
export interface DeclaredSeries {
  readonly id: string;
  readonly title: string | null;
  readonly description: string | null;
  readonly language: string | null;
  readonly total: number | null;
  readonly file: string;
  readonly parts: readonly DeclaredPart[];
}

/** A part that the series itself names. */
export interface DeclaredPart {
  readonly position: number;
  readonly title: string | null;
  readonly summary: string | null;
  /** The post as it is named there; null: to come. */
  readonly post: string | null;
}

/** `{ id: { title, description, total, parts: [{ title, summary, post }] } }`, or a list of such maps. */
export function declaredSeries(value: Json, file: string): DeclaredSeries[] {
  const entries = Array.isArray(value)
    ? value.map((item) => [null, item] as const)
    : Object.entries(asObject(value) ?? {});
  return entries.flatMap(([key, item]) => {
    const map: JsonObject = asObject(item) ?? { title: item };
    const title = asText(map['title']) ?? asText(map['name']);
    const id = key ?? asText(map['id']) ?? asText(map['slug']) ?? title;
    if (id === null) return [];
    const language = languageTag(asText(map['language']) ?? asText(map['lang']) ?? '');
    const total = asCount(map['total']) ?? asCount(map['parts']);
    const parts = asList(Array.isArray(map['parts']) ? map['parts'] : map['posts']);
    return [
      { id, title, description: asText(map['description']), language, total, file, parts: parts.map(partOf) },
    ];
  });
}

function partOf(item: Json, index: number): DeclaredPart {
  const map = asObject(item);
  return {
    position: asCount(map?.['position']) ?? asCount(map?.['part']) ?? index + 1,
    title: asText(map?.['title']),
    summary: asText(map?.['summary']) ?? asText(map?.['description']),
    post: asText(map ? (map['post'] ?? map['slug']) : item),
  };
}
