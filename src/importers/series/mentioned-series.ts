import { slugify } from '../../domain/slug.ts';
import type { ForeignSeries } from '../foreign/foreign-blog.ts';
import { escaped } from '../text/html-source.ts';
import { partTitle } from './series-title.ts';

/** A series as a post of an export mentions it: some posts say its name, others only its number. */
export interface SeriesMention {
  readonly id: string | null;
  /** Text. */
  readonly name: string | null;
  readonly slug?: string | null;
  /** Text or HTML. */
  readonly description?: string | null;
}

interface Known {
  name: string | null;
  slug: string | null;
  description: string | null;
}

const unknown: Readonly<Known> = { name: null, slug: null, description: null };

/**
 * The series that the posts of an export mention. A name that one post says is known for all that have the
 * same number; a series that nobody names is called by the title of its first post.
 */
export class MentionedSeries {
  readonly #byId = new Map<string, Known>();
  readonly #series = new Map<string, ForeignSeries>();
  readonly #unnamed = new Map<string, string>();

  /** To be called for every post before any is placed. */
  learn({ id, name, slug = null, description = null }: SeriesMention): void {
    if (id === null) return;
    const known = this.#byId.get(id) ?? { ...unknown };
    known.name ??= name;
    known.slug ??= slug;
    known.description ??= description;
    this.#byId.set(id, known);
  }

  /**
   * The key of the series that a post is in.
   *
   * @param title of the post, as text
   */
  place(mention: SeriesMention, title: string): string | null {
    const { id, name, slug, description } = this.#whole(mention);
    if (name === null && id === null) return null;
    const key = name === null ? `id/${id}` : `name/${slugify(name)}`;
    if (this.#series.has(key)) return key;
    const shown = name ?? partTitle(title)?.stem ?? title;
    if (name === null) this.#unnamed.set(key, shown);
    this.#series.set(key, { key, name: escaped(shown), slug, description, plannedTotal: null });
    return key;
  }

  /** A mention with what others said of the same number. */
  #whole({ id, name, slug, description }: SeriesMention): Known & { readonly id: string | null } {
    const known = (id === null ? undefined : this.#byId.get(id)) ?? unknown;
    return {
      id,
      name: name ?? known.name,
      slug: slug ?? known.slug,
      description: description ?? known.description,
    };
  }

  get list(): readonly ForeignSeries[] {
    return [...this.#series.values()];
  }

  /** Names that were made up. */
  get unnamed(): readonly string[] {
    return [...this.#unnamed.values()];
  }
}
