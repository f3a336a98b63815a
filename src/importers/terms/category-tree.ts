import type { CategoryRecord, Json } from '../../domain/blog-record.ts';
import { expandPermalink } from '../../domain/permalink.ts';
import { slugify } from '../../domain/slug.ts';
import { asList, asText } from '../fields/values.ts';
import { asObject } from '../fields/plain-json.ts';
import type { JsonObject } from '../fields/plain-json.ts';
import { mostFrequent } from '../markdown/people/author-records.ts';

interface KnownCategory {
  readonly treePath: string;
  readonly names: Map<string, number>;
  label: string | null;
  description: string | null;
  declared: boolean;
}

/** All categories of a blog, as a tree of slugs. */
export class CategoryTree {
  readonly #categories = new Map<string, KnownCategory>();

  /** `categories.yml`: a map by slug, each with a title, a description and `children` of the same form. */
  declareAll(value: Json, parent = ''): void {
    const entries: [string | null, Json][] = Array.isArray(value)
      ? value.map((item) => [null, item])
      : Object.entries(asObject(value) ?? {});
    for (const [key, item] of entries) {
      const map: JsonObject = asObject(item) ?? { title: item };
      const label = asText(map['title']) ?? asText(map['name']) ?? asText(map['label']);
      const id = key ?? asText(map['slug']) ?? label;
      if (id === null) continue;
      const treePath = this.declare(
        parent === '' ? [id] : [...parent.split('/'), id],
        label,
        asText(map['description']),
      );
      this.declareAll(map['children'] ?? null, treePath);
    }
  }

  /** A category of a file or a page about it. */
  declare(names: readonly string[], label: string | null, description: string | null): string {
    const category = this.#category(names.map(slugify).join('/'));
    category.declared = true;
    category.label ??= label;
    category.description ??= description;
    return category.treePath;
  }

  /**
   * The tree path of a category that a post names, from the root down. A single name is also found where
   * it is declared deeper in the tree, if it stands there once.
   */
  mention(names: readonly string[]): string {
    const slugs = names.map(slugify);
    const treePath = this.#declaredBelow(slugs) ?? slugs.join('/');
    slugs.forEach((_, index) => {
      const category = this.#category(
        index === slugs.length - 1 ? treePath : slugs.slice(0, index + 1).join('/'),
      );
      const name = names[index] ?? '';
      category.names.set(name, (category.names.get(name) ?? 0) + 1);
    });
    return treePath;
  }

  /** Parents before their children. */
  records(pattern: string): CategoryRecord[] {
    return [...this.#categories.values()]
      .toSorted((a, b) => a.treePath.split('/').length - b.treePath.split('/').length)
      .map(({ treePath, names, label, description, declared }) => {
        const slug = treePath.slice(treePath.lastIndexOf('/') + 1);
        const name = label ?? mostFrequent(names) ?? slug;
        const path = expandPermalink(pattern, { slug, title: name, path: treePath });
        return { treePath, slug, path, name, description, declared };
      });
  }

  #declaredBelow(slugs: readonly string[]): string | null {
    if (slugs.length !== 1 || this.#categories.get(slugs[0] ?? '')?.declared === true) return null;
    const found = [...this.#categories.values()].filter(
      ({ declared, treePath }) => declared && treePath.endsWith(`/${slugs[0] ?? ''}`),
    );
    return found.length === 1 ? (found[0]?.treePath ?? null) : null;
  }

  /** The category, with those above it. */
  #category(treePath: string): KnownCategory {
    const known = this.#categories.get(treePath);
    if (known) return known;
    const slash = treePath.lastIndexOf('/');
    if (slash > 0) this.#category(treePath.slice(0, slash));
    const category = {
      treePath,
      names: new Map<string, number>(),
      label: null,
      description: null,
      declared: false,
    };
    this.#categories.set(treePath, category);
    return category;
  }
}

/** Longer paths are mistakes, not trees. */
const maxLevels = 8;

/**
 * The paths that a post's categories name. "a/b", "a > b" and "a » b" are paths, but "CI/CD" and "I/O" are
 * names. A list is several categories; in Hexo it is one path, and a list of lists several
 * (hexo.io/docs/front-matter#Categories-amp-Tags).
 */
export function categoryPaths(
  value: Json | undefined,
  isHexo: boolean,
  split: (text: Json) => string[],
): string[][] {
  const items = asList(value);
  if (isHexo && items.length > 1 && items.every((item) => !Array.isArray(item))) {
    return [items.flatMap((item) => asText(item) ?? []).slice(0, maxLevels)];
  }
  return items.flatMap((item) => {
    if (Array.isArray(item)) return [item.flatMap((part) => asText(part) ?? []).slice(0, maxLevels)];
    const names = Array.isArray(value) ? [nameOf(item)] : split(item);
    return names.flatMap((name) => (name === '' ? [] : [pathOf(name).slice(0, maxLevels)]));
  });
}

function nameOf(item: Json): string {
  const map = asObject(item);
  return asText(map ? (map['name'] ?? map['title'] ?? map['label'] ?? map['slug'] ?? null) : item) ?? '';
}

function pathOf(name: string): string[] {
  const spaced = name.split(/\s+(?:\/|>|»|›)\s+/).filter((part) => part.trim() !== '');
  if (spaced.length > 1) return spaced;
  const parts = name.split('/').filter((part) => part.trim() !== '');
  const arePaths = parts.every((part) => /^[\p{Ll}\p{N}][\p{Ll}\p{N}_-]*$/u.test(part) && part.length > 1);
  return parts.length > 1 && arePaths
    ? parts
    : [name.replace(/^\/+|\/+$/g, '').trim()].filter((part) => part !== '');
}
