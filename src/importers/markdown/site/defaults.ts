import { foldKey, fieldKeys } from '../fields/field-keys.ts';
import { asFlag } from '../../fields/values.ts';
import { folderOf } from '../files/folder.ts';
import { asObject } from '../../fields/plain-json.ts';
import type { JsonObject } from '../../fields/plain-json.ts';
import type { SourceDocument } from '../document.ts';

/** Values that the front matter below a folder has unless it says otherwise. */
export interface FolderDefaults {
  readonly below: string;
  readonly values: JsonObject;
}

/** Only what a field holds is handed down: the rest is about a theme's looks. */
const known = new Set<string>(Object.values(fieldKeys).flat());

/**
 * What a section's page hands down: Hugo's `cascade`, and that it is a draft (Zola leaves the pages of
 * a draft section out, so must we).
 */
export function sectionDefaults(section: SourceDocument): FolderDefaults | null {
  const cascade = asObject(section.data['cascade']) ?? {};
  const draft = asFlag(section.fields.peek('draft')) === true ? { draft: true } : {};
  const values = { ...cascade, ...draft };
  return Object.keys(values).length === 0 ? null : { below: folderOf(section.file), values };
}

/** The defaults for a file: those of a deeper folder win. */
export function defaultsFor(file: string, all: readonly FolderDefaults[]): JsonObject {
  const values = all
    .filter(({ below }) => below === '' || file.startsWith(`${below.replace(/\/$/, '')}/`))
    .toSorted((a, b) => a.below.length - b.below.length)
    .map((defaults) => Object.entries(defaults.values).filter(([key]) => known.has(foldKey(key))));
  return Object.fromEntries(values.flat());
}
