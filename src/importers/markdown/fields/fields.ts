import type { Json } from '../../../domain/blog-record.ts';
import { asObject } from '../../fields/plain-json.ts';
import type { JsonObject } from '../../fields/plain-json.ts';
import { fieldKeys, foldKey, transparentMaps } from './field-keys.ts';
import type { FieldName } from './field-keys.ts';

const known: ReadonlySet<string> = new Set(Object.values(fieldKeys).flat());

/** The folded keys of each meaning, at the top and in the maps that are looked through. */
const candidates: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(fieldKeys).map(([name, keys]) => [
    name,
    keys.flatMap((key) => [key, ...transparentMaps.map((map) => `${map}.${key}`)]),
  ]),
);

interface Entry {
  readonly map: string | null;
  readonly key: string;
  readonly value: Json;
}

/**
 * Front matter by meaning. What was asked for counts as understood; `rest()` gives what nobody asked
 * for, which is kept as metadata.
 */
export class Fields {
  readonly #data: JsonObject;
  readonly #lineOfKey: (key: string) => number | null;
  readonly #index = new Map<string, Entry>();
  readonly #used = new Set<Entry>();

  constructor(data: JsonObject, lineOfKey: (key: string) => number | null) {
    this.#data = data;
    this.#lineOfKey = lineOfKey;
    for (const [key, value] of Object.entries(data)) {
      this.#add(foldKey(key), { map: null, key, value });
      for (const [inner, item] of Object.entries(asObject(value) ?? {})) {
        this.#add(`${foldKey(key)}.${foldKey(inner)}`, { map: key, key: inner, value: item });
      }
    }
  }

  #add(folded: string, entry: Entry): void {
    if (!this.#index.has(folded)) this.#index.set(folded, entry);
  }

  /** The value of the first key that says something: not null, not empty. */
  get(name: FieldName): Json | undefined {
    const entry = this.#find(name, true);
    return entry?.value;
  }

  /** The same, without taking it for understood. */
  peek(name: FieldName): Json | undefined {
    return this.#find(name, false)?.value;
  }

  /**
   * What is read from the first key whose value can be read; only that key counts as understood. Null when no
   * value can.
   */
  read<Value>(name: FieldName, read: (value: Json) => Value | null): Value | null {
    for (const key of candidates.get(name) ?? []) {
      const entry = this.#index.get(key);
      const value = entry && says(entry.value) ? read(entry.value) : null;
      if (!entry || value === null) continue;
      this.#used.add(entry);
      return value;
    }
    return null;
  }

  /** The values of all keys of the meaning, without taking any for understood. */
  all(name: FieldName): Json[] {
    return (candidates.get(name) ?? []).flatMap((key) => this.#index.get(key)?.value ?? []);
  }

  /** The key as its author wrote it, for messages. */
  keyOf(name: FieldName): string {
    return this.#find(name, false)?.key ?? name;
  }

  /** The line of the key in its file, counted from 1; null when it is not known. */
  lineOf(name: FieldName): number | null {
    const entry = this.#find(name, false);
    return entry ? this.#lineOfKey(entry.key) : null;
  }

  /** The value was not understood after all: it is kept as metadata. */
  putBack(name: FieldName): void {
    const entry = this.#find(name, false);
    if (entry) this.#used.delete(entry);
  }

  /** Everything that was not understood, as it was written. */
  rest(): JsonObject {
    const used = new Set([...this.#used].map((entry) => pathOf(entry)));
    const rest: [string, Json][] = [];
    for (const [key, value] of Object.entries(this.#data)) {
      if (used.has(pathOf({ map: null, key })) || (!says(value) && known.has(foldKey(key)))) continue;
      const inner = asObject(value);
      const kept = Object.entries(inner ?? {}).filter(([name]) => !used.has(pathOf({ map: key, key: name })));
      if (!inner) rest.push([key, value]);
      else if (kept.length > 0 || Object.keys(inner).length === 0) rest.push([key, Object.fromEntries(kept)]);
    }
    return Object.fromEntries(rest);
  }

  #find(name: FieldName, use: boolean): Entry | undefined {
    for (const key of candidates.get(name) ?? []) {
      const entry = this.#index.get(key);
      if (!entry) continue;
      if (use) this.#used.add(entry);
      if (says(entry.value)) return entry;
    }
    return undefined;
  }
}

function says(value: Json): boolean {
  if (value === null || value === '') return false;
  return !Array.isArray(value) || value.some(says);
}

function pathOf(entry: Pick<Entry, 'map' | 'key'>): string {
  return JSON.stringify([entry.map, entry.key]);
}
