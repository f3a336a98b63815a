import type { ForeignTerm } from '../foreign/foreign-blog.ts';
import { idOf, isTrue, textOf, type JsonMap } from '../fields/json-values.ts';

/** A tag of an export. Internal ones ("#news") steer Ghost's pages; readers never see them. */
export interface GhostTag {
  readonly term: ForeignTerm;
  readonly internal: boolean;
}

/** Tags by the ids that posts name them by. */
export function readTags(tags: readonly JsonMap[], site: string | null): ReadonlyMap<string, GhostTag> {
  const byId = new Map<string, GhostTag>();
  const byKey = new Map<string, GhostTag>();
  for (const tag of tags) {
    const id = idOf(tag['id']);
    const slug = textOf(tag['slug']);
    const name = textOf(tag['name']) ?? slug;
    if (id === null || name === null) continue;
    const key = slug ?? id;
    // Ghost 0.7 called it `hidden`.
    const internal = tag['visibility'] === 'internal' || isTrue(tag['hidden']) || name.startsWith('#');
    const oldUrl = slug === null || internal ? null : `${site ?? ''}/tag/${slug}/`;
    const read = byKey.get(key) ?? {
      term: { key, name, slug, description: textOf(tag['description']), oldUrl },
      internal,
    };
    byKey.set(key, read);
    if (!byId.has(id)) byId.set(id, read);
  }
  return byId;
}
