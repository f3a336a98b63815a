import type { AuthorRecord } from '../../../domain/blog-record.ts';
import { expandPermalink } from '../../../domain/permalink.ts';
import { slugify } from '../../../domain/slug.ts';
import type { ProblemList } from '../../problem-list.ts';
import type { ImageFinder } from '../images/image-finder.ts';
import { resolveImage, writtenImage } from '../posts/cover.ts';
import { UniqueNames } from '../../text/unique-names.ts';
import { mentioned } from './author-registry.ts';
import type { AuthorRegistry, KnownAuthor } from './author-registry.ts';
import { isOrganisationName } from '../../people/fold-name.ts';

/** The authors as records. What a list or a page says of somebody counts before what bylines say. */
export async function authorRecords(
  registry: AuthorRegistry,
  pattern: string,
  images: ImageFinder,
  problems: ProblemList,
): Promise<AuthorRecord[]> {
  const slugs = new UniqueNames();
  const records: AuthorRecord[] = [];
  for (const author of registry.all()) {
    const name = author.data.name ?? mostFrequent(author.names) ?? author.key;
    const slug = slugs.claim(slugify(author.data.slug ?? (author.declared ? author.key : name)));
    records.push(await authorRecord(author, name, slug, pattern, images, problems));
  }
  return records;
}

async function authorRecord(
  author: KnownAuthor,
  name: string,
  slug: string,
  pattern: string,
  images: ImageFinder,
  problems: ProblemList,
): Promise<AuthorRecord> {
  const { data, declared, key, file } = author;
  const said = mentioned(author);
  const all = [data, ...said.data];
  const first = <Value>(values: readonly (Value | null)[]): Value | null =>
    values.find((value) => value !== null) ?? null;
  const shown = declared ? name : (mostFrequent(author.names) ?? name);
  const written = all.map(({ avatar }) => writtenImage(avatar ?? undefined)).find((image) => image !== null);
  const bundled = written ? null : images.bundleAvatar(file);
  const picture = written?.reference ?? bundled?.slice(bundled.lastIndexOf('/') + 1) ?? null;
  const place = { file, line: null, what: `the picture of ${name}` };
  const links = all.flatMap((source) => source.links);
  return {
    key,
    slug,
    path: expandPermalink(pattern, { slug, title: shown }),
    name: shown,
    kind: first(all.map(({ kind }) => kind)) ?? (isOrganisationName(shown) ? 'ORGANISATION' : 'PERSON'),
    role: first([data.role, ...said.data.map(({ role }) => role), said.role]),
    bio: first(all.map(({ bio }) => bio)),
    url: first([data.url, ...said.data.map(({ url }) => url), said.url]),
    avatar: picture === null ? null : await resolveImage(picture, place, images, problems),
    links: links.filter((link, at) => links.findIndex((other) => other.url === link.url) === at),
    declared,
    metadata: data.metadata,
  };
}

/** Of equally frequent spellings, the first. */
export function mostFrequent(names: ReadonlyMap<string, number>): string | null {
  let best: string | null = null;
  for (const [name, count] of names) {
    if (best === null || count > (names.get(best) ?? 0)) best = name;
  }
  return best;
}
