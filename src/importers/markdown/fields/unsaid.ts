import type { JsonObject } from '../../fields/plain-json.ts';
import { fieldKeys, foldKey } from './field-keys.ts';

/** Meanings that a file has said something of, whichever of their keys it used. */
const wholes = [fieldKeys.authors, fieldKeys.tags, fieldKeys.categories, fieldKeys.cover].map(
  (keys) => new Set<string>(keys),
);

/** The defaults that the front matter leaves: `categories` are none where the file has a `category`. */
export function unsaid(defaults: JsonObject, data: JsonObject): JsonObject {
  const written = new Set(Object.keys(data).map(foldKey));
  const said = new Set(
    Object.entries(data).flatMap(([key, value]) => (value === null || value === '' ? [] : [foldKey(key)])),
  );
  const isSaid = (key: string): boolean =>
    wholes.some((keys) => keys.has(key) && [...said].some((other) => keys.has(other)));
  return Object.fromEntries(
    Object.entries(defaults).filter(([key]) => !written.has(foldKey(key)) && !isSaid(foldKey(key))),
  );
}
