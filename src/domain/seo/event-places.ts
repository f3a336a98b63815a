/** Where an event is held. */
export interface EventPlaces {
  /** A place to go to; null when there is none, or none is known. */
  readonly venue: { readonly name: string; readonly address: string | null } | null;
  /** It can be joined on the net. */
  readonly online: boolean;
}

const venueKeys = ['location', 'venue', 'place', 'where'];
const addressKeys = ['address', 'street'];
const onlineWords =
  /^(?:online|virtual|remote|web|internet|zoom|on the (?:net|web|internet))(?:\s+(?:event|only|meeting|via\b.*))?\s*(?:$|[(,;:–—-])/i;
const mixedWords = /\b(?:and|or|\+|&|also)\s+online\b|\bhybrid\b/i;

/**
 * Reads the places of an event from what its file says beyond the known fields: `location`, `venue` or `place` as
 * a text or as a map with a name and an address, `online: true`. "Online" as a location is no place to go to.
 */
export function eventPlaces(metadata: unknown): EventPlaces {
  const fields = entriesOf(metadata);
  const written = venueKeys.map((key) => fields.get(key)).find((value) => value !== undefined);
  const name = textOf(written) ?? first(entriesOf(written), ['name', 'title', ...venueKeys]);
  const address = first(entriesOf(written), addressKeys) ?? first(fields, addressKeys);
  const said = ['online', 'virtual'].some((key) => /^(?:true|yes)$/i.test(String(fields.get(key))));
  const place = name ?? address;
  if (place === null) return { venue: null, online: said };
  if (onlineWords.test(place)) return { venue: null, online: true };
  return { venue: { name: place, address: address ?? place }, online: said || mixedWords.test(place) };
}

function entriesOf(value: unknown): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map();
  return new Map(Object.entries(value).map(([key, item]) => [key.toLowerCase(), item]));
}

function first(fields: ReadonlyMap<string, unknown>, keys: readonly string[]): string | null {
  return keys.map((key) => textOf(fields.get(key))).find((text) => text !== null) ?? null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
