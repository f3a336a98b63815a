import type { AuthorRecord, CategoryRecord, TagRecord } from '../../domain/blog-record.ts';
import { expandPermalink } from '../../domain/permalink.ts';
import { permalinkPatterns } from '../../domain/permalink-patterns.ts';
import { slugify } from '../../domain/slug.ts';
import { asWebUrl } from '../fields/values.ts';
import { fitSlug } from '../text/fit-slug.ts';
import { htmlLine, lineOrNull } from '../text/html-line.ts';
import { UniqueNames } from '../text/unique-names.ts';
import type { AddressBook } from './address-book.ts';
import type { ForeignAuthor, ForeignCategory, ForeignTerm } from './foreign-blog.ts';
import type { ForeignImages } from './foreign-images.ts';
import { withoutMail } from '../people/mail-addresses.ts';

const patterns = permalinkPatterns(null);

/** Records of one kind, and what the keys of the export stand for. */
export interface Assembled<R> {
  readonly records: readonly R[];
  readonly byKey: ReadonlyMap<string, R>;
}

/** Two tags whose names make one slug are one tag, unless the export tells their slugs apart. */
export function assembleTags(terms: readonly ForeignTerm[]): Assembled<TagRecord> {
  const slugs = new UniqueNames();
  const bySlug = new Map<string, TagRecord>();
  const byKey = new Map<string, TagRecord>();
  for (const { key, name: written, slug: own, description } of terms) {
    const name = htmlLine(written) || (own ?? key);
    const wanted = own === null ? slugify(name) : fitSlug(own);
    const known = own === null ? bySlug.get(wanted) : undefined;
    const slug = known?.slug ?? slugs.claim(wanted);
    const path = expandPermalink(patterns.tag, { slug, title: name });
    const record = known ?? { slug, path, name, description: lineOrNull(description), declared: false };
    bySlug.set(slug, record);
    byKey.set(key, record);
  }
  return { records: [...bySlug.values()], byKey };
}

/** Parents before their children; one whose parents lead back to itself stands at the top. */
export function assembleCategories(categories: readonly ForeignCategory[]): Assembled<CategoryRecord> {
  const written = new Map(categories.map((category) => [category.key, category]));
  const byTreePath = new Map<string, CategoryRecord>();
  const byKey = new Map<string, CategoryRecord>();
  const place = (category: ForeignCategory, below: ReadonlySet<string>): CategoryRecord => {
    const placed = byKey.get(category.key);
    if (placed) return placed;
    const above = category.parent === null ? undefined : written.get(category.parent);
    const isCycle =
      above !== undefined && (below.has(above.key) || above.key === category.key || below.size > 20);
    const parent = above && !isCycle ? place(above, new Set([...below, category.key])) : null;
    const name = htmlLine(category.name) || (category.slug ?? category.key);
    const slug = fitSlug(category.slug ?? slugify(name));
    const treePath = parent === null ? slug : `${parent.treePath}/${slug}`;
    const path = expandPermalink(patterns.category, { slug, title: name, path: treePath });
    const description = lineOrNull(category.description);
    const record = byTreePath.get(treePath) ?? { treePath, slug, path, name, description, declared: false };
    byTreePath.set(treePath, record);
    byKey.set(category.key, record);
    return record;
  };
  for (const category of categories) place(category, new Set());
  return { records: [...byTreePath.values()], byKey };
}

export async function assembleAuthors(
  authors: readonly ForeignAuthor[],
  images: ForeignImages,
  book: AddressBook,
): Promise<Assembled<AuthorRecord>> {
  const slugs = new UniqueNames();
  const byKey = new Map<string, AuthorRecord>();
  for (const author of authors) {
    if (byKey.has(author.key)) continue;
    const name = nameOf(author);
    const slug = slugs.claim(author.slug === null ? slugify(name) : fitSlug(withoutMail(author.slug)));
    const links = author.links.flatMap(({ label, url }) => {
      const web = asWebUrl(url);
      return web === null ? [] : [{ label, url: web }];
    });
    byKey.set(author.key, {
      key: author.key,
      slug,
      path: expandPermalink(patterns.author, { slug, title: name }),
      name,
      kind: author.kind ?? 'PERSON',
      role: null,
      bio: lineOrNull(author.bio),
      url: author.url === null ? null : asWebUrl(author.url),
      avatar: author.avatar === null ? null : await images.record(book.absolute(author.avatar, null)),
      links,
      declared: false,
      metadata: {},
    });
  }
  return { records: [...byKey.values()], byKey };
}

function nameOf({ name, slug, key }: ForeignAuthor): string {
  return withoutMail(htmlLine(name) || (slug ?? key));
}
