import type { Json, TagRecord } from '../../domain/blog-record.ts';
import { expandPermalink, normalisePath } from '../../domain/permalink.ts';
import { slugify } from '../../domain/slug.ts';
import { sortKey } from '../../domain/sort-key.ts';
import { asText } from '../fields/values.ts';
import { asObject } from '../fields/plain-json.ts';
import { mostFrequent } from '../markdown/people/author-records.ts';
import type { WrittenTerm } from '../markdown/terms/term-list.ts';

interface KnownTag {
  readonly slug: string;
  readonly names: Map<string, number>;
  label: string | null;
  description: string | null;
  permalink: string | null;
  declared: boolean;
}

/** All tags of a blog: one for each name, however it is spelt. */
export class TagRegistry {
  readonly #tags = new Map<string, KnownTag>();
  /** Folded labels of declared tags, to their slugs. */
  readonly #labels = new Map<string, string>();

  /** A tag of `tags.yml`, or of a page about it. The first description counts. */
  declare(id: string, label: string | null, description: string | null, permalink: string | null): void {
    const tag = this.#tag(slugify(permalink === null ? id : lastSegment(permalink)));
    tag.declared = true;
    tag.label ??= label;
    tag.description ??= description;
    tag.permalink ??= permalink;
    if (!this.#labels.has(sortKey(id))) this.#labels.set(sortKey(id), tag.slug);
    if (label !== null && !this.#labels.has(sortKey(label))) this.#labels.set(sortKey(label), tag.slug);
  }

  /** `{ slug: label }`, `{ slug: { label, description, permalink } }` or a list of the latter. */
  declareAll(value: Json): void {
    const entries = Array.isArray(value)
      ? value.map((item) => [null, item] as const)
      : Object.entries(asObject(value) ?? {});
    for (const [key, item] of entries) {
      const map = asObject(item);
      const label = asText(map ? (map['label'] ?? map['name'] ?? map['title']) : item);
      const id = key ?? asText(map?.['slug']) ?? asText(map?.['id']) ?? label;
      if (id !== null) this.declare(id, label, asText(map?.['description']), asText(map?.['permalink']));
    }
  }

  /** The slug of a tag that a post or resource names. */
  mention(term: WrittenTerm): string {
    const declared = this.#labels.get(sortKey(term.name));
    const tag = this.#tag(declared ?? slugify(term.name));
    tag.names.set(term.name, (tag.names.get(term.name) ?? 0) + 1);
    tag.permalink ??= term.permalink;
    return tag.slug;
  }

  /** In the order they were met; the most frequent spelling is the name. */
  records(pattern: string): TagRecord[] {
    return [...this.#tags.values()].map(({ slug, names, label, description, permalink, declared }) => {
      const name = label ?? mostFrequent(names) ?? slug;
      return { slug, path: pathOf(pattern, slug, name, permalink), name, description, declared };
    });
  }

  #tag(slug: string): KnownTag {
    const known = this.#tags.get(slug);
    if (known) return known;
    const names = new Map<string, number>();
    const tag = { slug, names, label: null, description: null, permalink: null, declared: false };
    this.#tags.set(slug, tag);
    return tag;
  }
}

function lastSegment(path: string): string {
  return path.split('/').findLast((segment) => segment !== '') ?? path;
}

/** Docusaurus puts a permalink below the page of tags: what stands before ":" in the pattern. */
function pathOf(pattern: string, slug: string, title: string, permalink: string | null): string {
  if (permalink === null) return expandPermalink(pattern, { slug, title });
  return normalisePath(`${pattern.slice(0, pattern.indexOf(':'))}/${permalink}`);
}
