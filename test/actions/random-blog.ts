/** Blogs made of few names, so that posts, terms and redirects of two of them get in each other's way. */
import type { BlogRecord, PostRecord } from '../../src/domain/blog-record.ts';
import type { Randomness } from '../support/random.ts';
import { blog, category, imageFile, now, post, resource, series } from './plain-blog.ts';
import { author, tag } from '../support/seed.ts';

const day = 86_400_000;
const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const treePaths = ['x', 'x/y', 'x/z', 'w', 'w/v', 'w/v/u'];

/** Records keep the importer's promises: no two share a slug or path, and parents stand first. */
export function randomBlog(random: Randomness): BlogRecord {
  const { below, chance, one, some } = random;
  const names = {
    keys: some(letters, 2 + below(7)).map((letter) => `${letter}.md`),
    tags: some(['t1', 't2', 't3', 't4'], below(5)),
    authors: some(['ada', 'bob', 'eve'], below(4)),
    categories: parentsToo(some(treePaths, below(4))),
  };
  const failed = chance(0.2) ? [one(names.keys)] : [];
  const topics = some(['/1', '/2', '/3', '/4'], names.tags.length);
  const seriesSlugs = some(['s1', 's2', 's3'], 3);
  return blog({
    posts: randomPosts(random, names).filter(({ key }) => !failed.includes(key)),
    tags: names.tags.map((slug, index) =>
      tag(slug, { declared: chance(0.3), path: chance(0.5) ? `/tags/${slug}` : topics[index]! }),
    ),
    authors: names.authors.map((key) =>
      author(key, {
        declared: chance(0.4),
        role: chance(0.3) ? 'Editor' : null,
        avatar: chance(0.2) ? imageFile('face.png') : null,
      }),
    ),
    categories: names.categories.map((treePath) => category(treePath, { declared: chance(0.3) })),
    series: some(['k1', 'k2', 'k3'], below(4)).map((key, index) => {
      const slug = seriesSlugs[index]!;
      const rest = { slug, path: `/series/${slug}`, declared: chance(0.4) };
      return series(key, some(names.keys, below(4)), rest);
    }),
    resources: some(['r1', 'r2'], below(3)).map((name) =>
      resource(name, {
        path: `/r/${name}${below(2)}`,
        kind: chance(0.5) ? 'VIDEO' : 'WEBINAR',
        startsAt: new Date(now.getTime() + (below(4) - 2) * day),
        tags: some(names.tags, below(3)),
        speakers: some(names.authors, below(2)),
      }),
    ),
    redirects: chance(0.4) ? [{ file: 'r.yml', path: one(['/o1', '/o4']), target: one(['/a', '/b']) }] : [],
    problems: failed.map((file) => ({ severity: 'error', file, line: 1, what: '', why: '', todo: '' })),
  });
}

interface Names {
  readonly keys: readonly string[];
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  readonly categories: readonly string[];
}

function randomPosts({ below, chance, one, some }: Randomness, names: Names): PostRecord[] {
  const slugs = some(letters, names.keys.length);
  const paths = some(letters, names.keys.length);
  const links = (): string =>
    some(['/a', '/b', '/c', '/o1', '/o4'], below(3))
      .map((path) => `[x](${path})`)
      .join();
  return names.keys.map((key, index) =>
    post(slugs[index]!, {
      key,
      path: `/${paths[index]}`,
      language: chance(0.15) ? 'de' : 'en',
      title: `Title ${below(3)}`,
      markdown: `Text ${below(3)} ![i](i.png) ${links()}`,
      images: chance(0.3) ? { 'i.png': imageFile(`${below(3)}.png`) } : {},
      wanted: chance(0.15) ? 'draft' : 'published',
      publishedAt: chance(0.1) ? null : new Date(now.getTime() + (below(12) - 9) * day),
      authors: some(names.authors, below(3)),
      tags: some(names.tags, below(4)),
      categories: some(names.categories, below(3)),
      aliases: some(['/o1', '/o2', '/o3', '/a', '/b'], below(3)),
      related: some(names.keys, below(3)),
      supersededBy: chance(0.2) ? one(names.keys) : null,
      translationKey: chance(0.3) ? one(['m', 'n']) : null,
      seoTitle: chance(0.2) ? `Found ${below(2)}` : null,
      shareImage: chance(0.2) ? imageFile(`${below(2)}.png`) : null,
      noIndex: chance(0.2),
    }),
  );
}

function parentsToo(paths: readonly string[]): string[] {
  const all = paths.flatMap((path) =>
    path.split('/').map((_, index, slugs) => slugs.slice(0, index + 1).join('/')),
  );
  return [...new Set(all)].sort();
}
