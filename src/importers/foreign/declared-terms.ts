import type { Assembled } from './assemble-terms.ts';
import type { ForeignPost } from './foreign-blog.ts';

/** Keys of what posts that everybody sees are filed under. */
export interface ShownTerms {
  readonly authors: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  readonly categories: ReadonlySet<string>;
}

/** A system keeps the terms of drafts, too, and what is declared is public: such a tag would say what a draft is about. */
export function shownTerms(posts: Iterable<ForeignPost>, now: Date): ShownTerms {
  const shown = { authors: new Set<string>(), tags: new Set<string>(), categories: new Set<string>() };
  for (const { wanted, publishedAt, authors, tags, categories } of posts) {
    if (wanted === 'draft' || (publishedAt !== null && publishedAt > now)) continue;
    for (const key of authors) shown.authors.add(key);
    for (const key of tags) shown.tags.add(key);
    for (const key of categories) shown.categories.add(key);
  }
  return shown;
}

/** The records; declared are those that a key of `shown` stands for. */
export function declaredAmong<R extends { readonly declared: boolean }>(
  { records, byKey }: Assembled<R>,
  shown: ReadonlySet<string>,
): R[] {
  const declared = new Set([...shown].map((key) => byKey.get(key)));
  return records.map((record) => (declared.has(record) ? { ...record, declared: true } : record));
}
