import { htmlLine } from '../../text/html-line.ts';
import { ownText, termSlug, type NamedTerm } from '../export/wxr-item.ts';
import type { WxrTerm } from '../export/wxr-terms.ts';

/** The terms of a blog: those that the export declares, and those that only posts name. */
export class TermIndex {
  readonly #bySlug = new Map<string, Map<string, WxrTerm>>();
  readonly #byId = new Map<string, WxrTerm>();

  constructor(declared: readonly WxrTerm[]) {
    for (const term of declared) {
      this.#taxonomy(term.taxonomy).set(term.slug, term);
      if (term.id !== null) this.#byId.set(term.id, term);
    }
  }

  /** A term as a post names it. */
  mention({ taxonomy, slug, name }: NamedTerm): WxrTerm {
    const terms = this.#taxonomy(taxonomy);
    const known = terms.get(slug);
    if (known) return known;
    const term = ownText({
      ...{ taxonomy, slug, id: null, parent: '', description: null },
      name: htmlLine(name) || slug,
    });
    terms.set(term.slug, term);
    return term;
  }

  /** The terms of a taxonomy, declared ones first. */
  of(taxonomy: string): readonly WxrTerm[] {
    return [...(this.#bySlug.get(taxonomy)?.values() ?? [])];
  }

  find(taxonomy: string, slug: string): WxrTerm | undefined {
    return this.#bySlug.get(taxonomy)?.get(slug);
  }

  /** A term by its slug, or by its name: WXR 1.0 says the names of parents. */
  findAny(taxonomy: string, written: string): WxrTerm | undefined {
    const terms = this.#bySlug.get(taxonomy);
    return terms?.get(written) ?? this.of(taxonomy).find(({ name }) => termSlug(name) === written);
  }

  byId(id: string): WxrTerm | undefined {
    return this.#byId.get(id);
  }

  #taxonomy(name: string): Map<string, WxrTerm> {
    const known = this.#bySlug.get(name);
    if (known) return known;
    const terms = new Map<string, WxrTerm>();
    this.#bySlug.set(ownText(name), terms);
    return terms;
  }
}
